package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Stale;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.KnownFailingEdit;
import org.rejoin.tck.scenario.KnownFailingFile;
import picocli.CommandLine.Option;

/** The options on checks that are known to fail. */
final class KnownFailingOptions {
  @Option(
      names = "--known-failing",
      paramLabel = "FILE",
      description =
          "Checks that are known to fail, a YAML list of check and reason, and perhaps issue,"
              + " expires (the last day) and match (a part of the message).")
  Optional<Path> read = Optional.empty();

  @Option(
      names = "--write-known-failing",
      paramLabel = "FILE",
      description =
          "Write that list anew from what fails now, keeping what was written by hand. Without"
              + " --known-failing, FILE is read first if it is there.")
  Optional<Path> write = Optional.empty();

  /**
   * Reads the list, if there is one.
   *
   * @param plans the plans that may come to be used; made only if there is a list
   * @throws org.rejoin.tck.scenario.ScenarioFileException if it can't be used
   */
  Optional<KnownFailingFile> list(ImmutableList<Plan> plans, LocalDate today) {
    return file()
        .map(
            file ->
                KnownFailingFile.read(
                    file,
                    plans.stream().flatMap(Plan::ids).collect(ImmutableSet.toImmutableSet()),
                    today));
  }

  /** Whether there is a list to read. */
  boolean hasList() {
    return file().isPresent();
  }

  private Optional<Path> file() {
    return read.or(() -> write.filter(Files::exists));
  }

  /** The entries by their checks' ids. */
  static ImmutableMap<String, KnownFailing> byCheck(Optional<KnownFailingFile> list) {
    return Maps.uniqueIndex(
        list.map(KnownFailingFile::entries).orElse(ImmutableList.of()), KnownFailing::check);
  }

  /**
   * Writes the list as it is after the run, if that was asked for.
   *
   * @throws UsageException if it can't be written
   */
  void update(Optional<KnownFailingFile> list, RunResult result) {
    if (write.isEmpty()) {
      return;
    }
    if (result.failed() > result.failures().size()) {
      throw new UsageException(
          "--write-known-failing: "
              + result.failed()
              + " checks failed, and only the first "
              + result.failures().size()
              + " are kept; run fewer at a time, with --only or --scenarios");
    }
    String text =
        KnownFailingEdit.update(
            list,
            result.stale().stream()
                .filter(Stale::passes)
                .map(stale -> stale.entry().check())
                .collect(ImmutableSet.toImmutableSet()),
            result.failures().stream()
                .collect(
                    ImmutableMap.toImmutableMap(
                        failure -> failure.check().id(), failure -> failure.asFound().message())));
    try {
      Files.writeString(write.get(), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UsageException.unwritable("--write-known-failing", write.get(), e);
    }
  }
}
