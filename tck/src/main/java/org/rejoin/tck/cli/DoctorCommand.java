package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rejoin.tck.doctor.Diagnosis;
import org.rejoin.tck.doctor.Doctor;
import org.rejoin.tck.doctor.Patience;
import org.rejoin.tck.port.Transcript;
import org.rejoin.tck.report.Invocation;
import org.rejoin.tck.report.Program;
import org.rejoin.tck.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is the matter with a port that does not come up. */
@Command(
    name = "doctor",
    description = "Finds out why a port does not come up, and says what to do.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all rungs hold; whether the port is conformant is for run to say",
      "1:it comes up, and a later rung does not hold",
      "2:usage error",
      "4:it does not come up",
      "70:a defect of the kit itself",
      "130:interrupted"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final Duration HELLO = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(2);

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Patience for one answer: 250ms, 2s, 1m. Default: 5s.")
  Duration timeout = Duration.ofSeconds(5);

  @Mixin TranscriptOption transcript = new TranscriptOption();
  @Mixin PortChoice port = new PortChoice();

  @Override
  public Integer call() {
    check();
    try (Interruption interruption = Interruption.watch();
        Transcript all = transcript.open()) {
      PrintWriter out = spec.commandLine().getOut();
      Diagnosis diagnosis =
          new Doctor(port.command(), new Patience(HELLO, timeout, END), all)
              .examine(finding -> out.println(DiagnosisText.of(finding)));
      interruption.reporting();
      out.println(DiagnosisText.endOf(diagnosis, run().run()));
      return diagnosis.exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED.number();
    }
  }

  private Invocation run() {
    ImmutableList<String> none = ImmutableList.of();
    return new Invocation(
        Program.called(), 1, Optional.empty(), none, none, port.again(), port.words());
  }

  private void check() {
    if (timeout.isZero()) {
      throw new UsageException("--timeout: must be more than 0");
    }
    port.check();
    if (port.isNone()) {
      throw new UsageException("doctor: needs a port; name one, as in -- COMMAND");
    }
  }
}
