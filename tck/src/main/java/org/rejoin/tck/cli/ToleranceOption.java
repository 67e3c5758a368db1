package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
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
    tolerance.ifPresent(named -> check(named, hello, profile));
    return tolerance;
  }

  private static void check(Tolerance named, Hello hello, Profile profile) {
    if (hello.clock() == Hello.Clock.VIRTUAL) {
      throw new UsageException(
          "--tolerance: the port has a virtual clock, which is exact to the millisecond; leave"
              + " --tolerance out");
    }
    checkAllowed(named, profile);
  }

  /**
   * The tolerance that is meant for recordings; empty: what each of them says.
   *
   * @throws UsageException if the profile does not allow that much
   */
  Optional<Tolerance> forRecordings(Profile profile) {
    tolerance.ifPresent(named -> checkAllowed(named, profile));
    return tolerance;
  }

  private static void checkAllowed(Tolerance named, Profile profile) {
    long most = RealTime.mostMillis(profile);
    if (Math.max(named.earlyMillis(), named.lateMillis()) > most) {
      throw new UsageException(
          "--tolerance: may be at most "
              + most
              + "ms either way under profile "
              + profile.id()
              + ", half of the smallest distance between its deadlines; was "
              + words(named));
    }
  }

  /** The same option again, as it is typed. */
  ImmutableList<String> again() {
    return tolerance
        .map(named -> ImmutableList.of("--tolerance", words(named)))
        .orElse(ImmutableList.of());
  }

  private static String words(Tolerance named) {
    return "early=" + named.earlyMillis() + "ms,late=" + named.lateMillis() + "ms";
  }
}
