package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.report.Invocation;
import org.rejoin.tck.run.RealTime;
import picocli.CommandLine.Option;

/** The option that says how exact a port on a real clock has to be. */
final class ToleranceOption {
  @Option(
      names = "--tolerance",
      paramLabel = "D",
      converter = ToleranceConverter.class,
      description =
          "How far from its due time a callback may be seen, on a real clock: 250ms,"
              + " or early=250ms,late=1s apart; scenario time. Default: early=300ms,late=700ms.")
  Optional<Tolerance> tolerance = Optional.empty();

  /**
   * The tolerance that is meant; empty: the default.
   *
   * @throws UsageException if this port has none, or the profile does not allow that much
   */
  Optional<Tolerance> chosen(Hello hello, Profile profile) {
    if (tolerance.isPresent() && hello.clock() == Hello.Clock.VIRTUAL) {
      throw new UsageException(
          "--tolerance: the port has a virtual clock, which is exact to the millisecond; leave"
              + " --tolerance out");
    }
    return forRecordings(profile);
  }

  /**
   * The tolerance that is meant for recordings; empty: what each of them says.
   *
   * @throws UsageException if the profile does not allow that much
   */
  Optional<Tolerance> forRecordings(Profile profile) {
    tolerance
        .flatMap(named -> RealTime.problem(named, profile))
        .ifPresent(
            problem -> {
              throw new UsageException("--tolerance: " + problem);
            });
    return tolerance;
  }

  /** The same option again, as it is typed. */
  ImmutableList<String> again() {
    return tolerance.map(Invocation::option).orElse(ImmutableList.of());
  }
}
