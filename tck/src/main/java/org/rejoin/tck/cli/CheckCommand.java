package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.recording.RecordingCheck;
import org.rejoin.tck.recording.RecordingResult;
import org.rejoin.tck.report.RecordingJson;
import org.rejoin.tck.report.RecordingText;
import org.rejoin.tck.run.Progress;
import org.rejoin.tck.timeline.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recordings without running anything. */
@Command(
    name = "check",
    description = "Judges recordings (JSON Lines; - is standard input) without running anything.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant",
      "2:usage error, or a file that can't be read",
      "3:incomplete: nothing failed, but something could not be judged",
      "70:a defect of the kit itself",
      "130:interrupted"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProfileOption profile = new ProfileOption();
  @Mixin ToleranceOption tolerance = new ToleranceOption();

  @Option(
      names = "--reorder-within",
      paramLabel = "D",
      converter = DurationConverter.class,
      description =
          "By how much a line may come after later ones of its channel, which are put in order"
              + " then: 50ms, at most 1m. Default: what the recording says, else 0.")
  Optional<Duration> reorderWithin = Optional.empty();

  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The recordings.")
  List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    Profile chosen = profile.chosen();
    Optional<Tolerance> named = tolerance.forRecordings(chosen);
    Optional<ReportFolder> folder = output.report.map(ReportFolder::prepare);
    RecordingText text = new RecordingText(chosen, output.show().build());
    try (Interruption interruption = Interruption.watch()) {
      RecordingCheck check =
          new RecordingCheck(
              chosen, named, reorderWithinMillis(), failure -> print(text.failure(failure)));
      for (String file : files) {
        judge(file, check, ProgressKind.of(output.quiet, spec.commandLine().getErr()));
      }
      interruption.reporting();
      RecordingResult result = check.result();
      String json =
          RecordingJson.of(result, ImmutableList.copyOf(files), Kit.name()).toPrettyString() + "\n";
      folder.ifPresent(one -> one.writeJson(json));
      output.print(spec.commandLine().getOut(), json, text.summary(result));
      tell(result);
      return result.exitCode();
    }
  }

  private OptionalLong reorderWithinMillis() {
    if (reorderWithin.isEmpty()) {
      return OptionalLong.empty();
    }
    long millis = reorderWithin.get().toMillis();
    if (millis > RecordingCheck.LONGEST_REORDER_MILLIS) {
      throw new UsageException(
          "--reorder-within: may be at most 1m; was " + reorderWithin.get().toSeconds() + "s");
    }
    return OptionalLong.of(millis);
  }

  /** Of failures that are found while others are still to be judged. */
  private void print(String found) {
    if (output.isPretty()) {
      spec.commandLine().getOut().print(found);
      spec.commandLine().getOut().flush();
    }
  }

  private static void judge(String file, RecordingCheck check, Progress progress) {
    if (file.equals("-")) {
      check.add("standard input", System.in);
      return;
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      check.addUnreadable(file, "it is a folder; name a file");
      return;
    }
    try (InputStream in = new CountedStream(Files.newInputStream(path), progress)) {
      progress.begin(Progress.BYTES, Files.size(path));
      check.add(file, in);
      progress.end();
    } catch (NoSuchFileException e) {
      check.addUnreadable(file, "there is no such file");
    } catch (AccessDeniedException e) {
      check.addUnreadable(file, "no permission");
    } catch (IOException e) {
      check.addUnreadable(file, e.toString());
    }
  }

  /** What is wrong with files and with the kit itself, a line each on standard error. */
  private void tell(RecordingResult result) {
    PrintWriter err = spec.commandLine().getErr();
    result.unreadable().forEach(problem -> err.println("rejoin: " + SafeText.clean(problem)));
    output.tell(err, result.run().defects());
  }
}
