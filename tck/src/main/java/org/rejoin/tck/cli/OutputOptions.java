package org.rejoin.tck.cli;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.timeline.SafeText;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The options that say what is printed and written of a judgement. */
final class OutputOptions {
  /** What is printed on standard output. */
  enum Format {
    pretty,
    json
  }

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where reports are written. Default: rejoin-report for run, nowhere for check.")
  Optional<Path> report = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "On standard output: pretty, or json (report.json and nothing else).")
  Format format = Format.pretty;

  @Option(names = "-q", description = "Print the last line alone.")
  boolean quiet;

  @Option(names = "-v", description = "Print every failure, reason and stack trace.")
  boolean verbose;

  boolean isPretty() {
    return format == Format.pretty;
  }

  /** How reports for the terminal are to look. */
  ImmutableShow.Builder show() {
    return ImmutableShow.builder().colour(Ansi.AUTO.enabled()).quiet(quiet).verbose(verbose);
  }

  /** Prints the report in the form that is meant. */
  void print(PrintWriter out, String json, String pretty) {
    out.print(isPretty() ? pretty : json);
    out.flush();
  }

  /** Tells of the first defect of the kit, if there is one. */
  void tell(PrintWriter err, Iterable<Defect> defects) {
    for (Defect defect : Iterables.limit(defects, 1)) {
      err.println(
          "rejoin: a defect of the kit, please report it: at "
              + SafeText.clean(defect.check())
              + ": "
              + defect.cause());
      if (verbose) {
        err.print(Throwables.getStackTraceAsString(defect.cause()));
      }
    }
    err.flush();
  }
}
