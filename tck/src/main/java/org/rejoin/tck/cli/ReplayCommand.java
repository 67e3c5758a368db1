package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rejoin.api.Profile;
import org.rejoin.tck.defective.Lookalikes;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.report.FailureText;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RealTime;
import org.rejoin.tck.run.Replay;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.InvalidTokenException;
import org.rejoin.tck.scenario.ReplayToken;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.timeline.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one scenario again, from the token that a failure showed. */
@Command(
    name = "replay",
    description =
        "Runs one scenario again from the token that a failure shows, on a port, or on the bundled"
            + " reference if none is named.",
    customSynopsis = "rejoin replay [OPTIONS] TOKEN [-- COMMAND ARG...]",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:it passes",
      "1:it fails",
      "2:usage error, or no token",
      "3:the port can't run it, or nothing was decided",
      "4:port unusable",
      "70:a defect of the kit itself",
      "130:interrupted"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin PortOptions ports = new PortOptions();
  @Mixin ToleranceOption tolerance = new ToleranceOption();

  @Option(names = "-v", description = "Show the scenario as a JUnit test too, and stack traces.")
  boolean verbose;

  @Override
  public Integer call() {
    ReplayToken token =
        read(
            ports
                .port
                .takeFirst()
                .orElseThrow(
                    () -> new UsageException("replay: name the token that a failure shows")));
    if (ports.jobs > 1) {
      throw new UsageException("--jobs: one scenario is run by one port; leave it out");
    }
    ports.check();
    try (Interruption interruption = Interruption.watch();
        PortCrew crew = ports.start()) {
      checkProfile(crew.hello(), token.profile());
      Scenario scenario = token.scenario();
      String name = scenario.name().isEmpty() ? "replayed" : scenario.name();
      Replay replay =
          Replay.of(
              crew.ports().get(0),
              token.profile(),
              tolerance.chosen(crew.hello(), token.profile()),
              Check.given(name, "replayed", scenario));
      crew.closePorts();
      interruption.reporting();
      tell(replay, token.profile(), crew);
      return exitCode(replay).number();
    }
  }

  private static ReplayToken read(String text) {
    try {
      ReplayToken token = ReplayToken.read(text);
      if (Pictures.isClientsView(token.scenario())) {
        throw new InvalidTokenException("holds what one client meets, and no whole scenario");
      }
      return token;
    } catch (InvalidTokenException e) {
      throw new UsageException("replay: " + e.getMessage());
    }
  }

  private static void checkProfile(Hello hello, Profile profile) {
    hello
        .profile()
        .filter(claimed -> !claimed.equals(profile.id()))
        .ifPresent(
            claimed -> {
              throw new UsageException(
                  "replay: the token is of profile "
                      + profile.id()
                      + ", and the port claims "
                      + claimed
                      + "; replay it on a port of that profile");
            });
  }

  private void tell(Replay replay, Profile profile, PortCrew crew) {
    Show show =
        ImmutableShow.builder()
            .colour(Ansi.AUTO.enabled())
            .verbose(verbose)
            .invocation(
                ports.invocation(1, Optional.empty(), ImmutableList.of(), tolerance.again()))
            .build();
    PrintWriter out = spec.commandLine().getOut();
    Hello hello = crew.hello();
    Tolerance inForce = RealTime.tolerance(hello, profile, tolerance.chosen(hello, profile));
    Failure told = Lookalikes.named(replay.told(), profile, hello, inForce);
    out.print(FailureText.of(told, profile, show));
    crew.warnings().forEach(warning -> out.println("warning: " + SafeText.clean(warning)));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    for (Defect defect : replay.defects()) {
      err.println("rejoin: a defect of the kit, please report it: " + defect.cause());
    }
    err.flush();
  }

  private static ExitCode exitCode(Replay replay) {
    if (!replay.defects().isEmpty()) {
      return ExitCode.KIT_DEFECT;
    }
    return switch (replay.verdict()) {
      case PASS -> ExitCode.CONFORMANT;
      case FAIL, HANG, CRASH, PROTOCOL_ERROR -> ExitCode.NOT_CONFORMANT;
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING ->
          ExitCode.INCOMPLETE;
    };
  }
}
