package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Optional;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.port.Transcript;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.Invocation;
import org.rejoin.tck.report.Program;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which port is run, and with how much patience. */
final class PortOptions {
  private static final int MOST_JOBS = 256;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Patience for one answer: 250ms, 2s, 1m. Default: 5s.")
  Duration timeout = TIMEOUT;

  @Option(
      names = "--no-deadlines",
      description = "Wait for hello and answers for ever, for a port in a debugger.")
  boolean noDeadlines;

  @Option(
      names = "--max-restarts",
      paramLabel = "N",
      description = "How often the port is started anew after a hang or a crash. Default: 10.")
  int maxRestarts = 10;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many ports of the kind work side by side. Default: 1.")
  int jobs = 1;

  @Mixin TranscriptOption transcript = new TranscriptOption();
  @Mixin PortChoice port = new PortChoice();

  boolean isReference() {
    return port.isNone();
  }

  /**
   * Holds the options to what can be.
   *
   * @throws UsageException if it can't
   */
  void check() {
    if (timeout.isZero()) {
      throw new UsageException("--timeout: must be more than 0");
    }
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new UsageException("--jobs: must be from 1 to " + MOST_JOBS + ", was " + jobs);
    }
    if (maxRestarts < 0) {
      throw new UsageException("--max-restarts: must be 0 or more, was " + maxRestarts);
    }
    port.check();
    if (isReference() && (noDeadlines || transcript.file.isPresent())) {
      throw PortChoice.belongsToAPort("--transcript and --no-deadlines");
    }
  }

  /**
   * Starts the port, as often as there are jobs.
   *
   * @throws UsageException if the transcript can't be written
   * @throws org.rejoin.tck.port.PortUnusableException if a port does not come up
   */
  PortCrew start() {
    Transcript all = transcript.open();
    return PortCrew.start(jobs, () -> start(timeout, maxRestarts, all), all);
  }

  /**
   * Starts one more, whose restarts do not count: it is there to make failures smaller.
   *
   * @param answer how long an answer is waited for
   * @param all what it writes to
   * @throws org.rejoin.tck.port.PortUnusableException if it does not come up
   */
  Port another(Duration answer, Transcript all) {
    return start(answer, Integer.MAX_VALUE, all);
  }

  private Port start(Duration answer, int restarts, Transcript all) {
    return isReference()
        ? new ReferencePort()
        : StdioPort.start(
            port.command(),
            ImmutablePortLimits.builder()
                .answer(answer)
                .maxRestarts(restarts)
                .deadlines(!noDeadlines)
                .build(),
            Kit.name(),
            all);
  }

  /**
   * The command lines that judge the port again.
   *
   * @param seed where generated scenarios began
   * @param profile the profile that was named
   * @param selecting what was given that matters to which checks there are
   * @param judging what else was given that matters to the verdict
   */
  Invocation invocation(
      long seed,
      Optional<String> profile,
      ImmutableList<String> selecting,
      ImmutableList<String> judging) {
    return new Invocation(
        Program.called(), seed, profile, selecting, judging, starting(), port.words());
  }

  /** How the port is started and waited for, option by option, as it is typed. */
  private ImmutableList<String> starting() {
    return ImmutableList.<String>builder()
        .addAll(
            timeout.equals(TIMEOUT)
                ? ImmutableList.of()
                : ImmutableList.of("--timeout", timeout.toMillis() + "ms"))
        .addAll(port.again())
        .build();
  }
}
