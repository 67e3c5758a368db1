package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.html.SideBySidePage;
import org.rejoin.tck.report.merge.MergeException;
import org.rejoin.tck.report.merge.Report;
import org.rejoin.tck.report.merge.ReportReader;
import org.rejoin.tck.report.merge.Reports;
import org.rejoin.tck.report.merge.SideBySideText;
import org.rejoin.tck.timeline.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts several reports side by side, and the shards of a run together. */
@Command(
    name = "merge",
    description =
        "Puts reports of several ports side by side as one page; shards of a run are added up.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are conformant",
      "1:one is not conformant",
      "2:usage error, a file that is no report, or shards that do not make up a run",
      "3:one is incomplete, and none is worse",
      "70:a defect of the kit itself, now or in one of the runs",
      "130:one of the runs was interrupted"
    })
final class MergeCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Where index.html is written, and report.json if all are shards of one run. Default:"
              + " rejoin-merged.")
  Path report = Path.of("rejoin-merged");

  @Option(names = "-q", description = "Print a line for each port and nothing else.")
  boolean quiet;

  @Parameters(
      arity = "1..*",
      paramLabel = "REPORT",
      description = "A report.json, or the folder that has one.")
  List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    ImmutableList<Report> together;
    try {
      together =
          Reports.together(
              files.stream().map(MergeCommand::read).collect(ImmutableList.toImmutableList()));
    } catch (MergeException e) {
      throw new UsageException(SafeText.clean(String.valueOf(e.getMessage())));
    }
    // Read before: the folder may be one of those that are merged.
    ReportFolder folder = ReportFolder.prepare(report);
    if (together.size() == 1) {
      folder.writeJson(together.get(0).tree().toPrettyString() + "\n");
    }
    folder.writePage(SideBySidePage.of(together, Kit.name()));
    ImmutableShow show =
        ImmutableShow.builder()
            .colour(Ansi.AUTO.enabled())
            .quiet(quiet)
            .page(folder.page().toString())
            .build();
    PrintWriter out = spec.commandLine().getOut();
    out.print(SideBySideText.of(together, show));
    out.flush();
    return Reports.exitCode(together).number();
  }

  private static Report read(Path named) {
    Path file = Files.isDirectory(named) ? named.resolve("report.json") : named;
    try {
      return ReportReader.read(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new MergeException(file + ": there is no such file; name a report.json");
    } catch (AccessDeniedException e) {
      throw new MergeException(file + ": can't be read: no permission");
    } catch (IOException e) {
      throw new MergeException(file + ": can't be read: " + e.getMessage());
    }
  }
}
