package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.PortCommand;
import org.rejoin.tck.port.PortLimits;
import org.rejoin.tck.port.PortUnusableException;
import org.rejoin.tck.port.Probe;
import org.rejoin.tck.port.Transcript;

/**
 * Goes up the rungs with a port, and says at the first that does not hold what to do.
 *
 * <p>Whether the port does what the rules say is not looked at. Whatever it does, the examination
 * ends in bounded time and leaves no process behind.
 */
public final class Doctor {
  private static final PortLimits LIMITS = ImmutablePortLimits.builder().build();

  private final PortCommand command;
  private final Patience patience;
  private final Transcript transcript;

  /**
   * A doctor for one port.
   *
   * @param command how the port is started
   * @param patience how long it is waited for
   * @param transcript where every line goes; it is not closed
   */
  public Doctor(PortCommand command, Patience patience, Transcript transcript) {
    this.command = command;
    this.patience = patience;
    this.transcript = transcript;
  }

  /**
   * Tries every rung that can be tried.
   *
   * @param sink gets what is found at each rung, in their order, as soon as it is known
   * @throws InterruptedException if the thread is interrupted meanwhile; the port has been killed
   */
  public Diagnosis examine(Consumer<Finding> sink) throws InterruptedException {
    Findings findings = new Findings(sink);
    try (Probe probe = start()) {
      Optional<Patient> patient = greet(probe, findings);
      if (patient.isPresent()) {
        new Examination(patient.get(), findings, this::another).run();
      }
      findings.noteStrayOutput(probe);
    } catch (PortUnusableException e) {
      findings.add(
          Finding.failed(
              Rung.STARTS, String.valueOf(e.getMessage()), Advice.START, ImmutableList.of()));
      return findings.build();
    }
    if (findings.holds(Rung.HELLO)) {
      findings.add(lookAtTheEnd(findings));
    }
    return findings.build();
  }

  private Probe start() {
    return Probe.start(command, LIMITS, transcript);
  }

  private Optional<Patient> greet(Probe probe, Findings findings) throws InterruptedException {
    Probe.Greeted greeted = probe.greet(Kit.name(), patience.hello());
    if (greeted instanceof Probe.Greeted.Ended ended) {
      findings.add(Finding.failed(Rung.STARTS, ended.how(), Advice.START, probe.log()));
      return Optional.empty();
    }
    findings.add(Finding.ok(Rung.STARTS, "`" + command + "` runs"));
    if (greeted instanceof Probe.Greeted.Said said) {
      return know(said.hello(), probe, findings);
    }
    findings.add(
        greeted instanceof Probe.Greeted.Wrong wrong
            ? Finding.failed(Rung.HELLO, wrong.problem(), Advice.HELLO, probe.log())
            : silent(probe));
    return Optional.empty();
  }

  private Finding silent(Probe probe) throws InterruptedException {
    String seen = "no hello within " + Traces.seconds(patience.hello());
    String hint = probe.hintOnSilence();
    return probe.speaksOnceInputCloses(patience.end())
        ? Finding.failed(
            Rung.HELLO,
            seen + "; it came once standard input was closed",
            Advice.FLUSH,
            probe.log())
        : Finding.failed(Rung.HELLO, seen + hint, Advice.HELLO, probe.log());
  }

  private Optional<Patient> know(Hello hello, Probe probe, Findings findings) {
    Optional<Profile> profile =
        hello.profile().map(Profiles::ofId).orElse(Optional.of(Profiles.AGORA_2019_05));
    if (profile.isEmpty()) {
      findings.add(
          Finding.failed(
              Rung.HELLO,
              "it claims profile '" + hello.profile().orElse("") + "', which is unknown",
              "leave `profile` out, or name one of "
                  + Profiles.ALL.stream().map(Profile::id).toList(),
              ImmutableList.of()));
      return Optional.empty();
    }
    findings.add(Finding.ok(Rung.HELLO, introduced(hello)));
    return Optional.of(new Patient(probe, hello, profile.get(), patience));
  }

  private static String introduced(Hello hello) {
    return hello.platforms().stream()
        .map(Platform::id)
        .collect(
            Collectors.joining(
                ", ",
                hello.name() + " " + hello.version() + ": ",
                switch (hello.view()) {
                      case CHANNEL -> "; view channel, ";
                      case CLIENT -> "; view client, ";
                    }
                    + switch (hello.clock()) {
                      case VIRTUAL -> "virtual clock";
                      case REAL -> "real clock, timeScale " + hello.timeScale();
                    }));
  }

  /** One more run of the program, greeted; empty if it does not come up as the first did. */
  private Optional<Patient> another(Patient first) throws InterruptedException {
    boolean greeted = false;
    Probe probe = start();
    try {
      greeted = probe.greet(Kit.name(), patience.hello()) instanceof Probe.Greeted.Said;
      return greeted
          ? Optional.of(new Patient(probe, first.hello(), first.profile(), patience))
          : Optional.empty();
    } finally {
      if (!greeted) {
        probe.close();
      }
    }
  }

  private Finding lookAtTheEnd(Findings findings) throws InterruptedException {
    try (Probe probe = Probe.startWatched(command, LIMITS, transcript)) {
      if (!(probe.greet(Kit.name(), patience.hello()) instanceof Probe.Greeted.Said said)) {
        return Finding.failed(
            Rung.END, "started once more it said no hello", Advice.STARTS_AGAIN, probe.log());
      }
      if (findings.holds(Rung.SCENARIO)) {
        Profile profile =
            said.hello().profile().flatMap(Profiles::ofId).orElse(Profiles.AGORA_2019_05);
        Patient patient = new Patient(probe, said.hello(), profile, patience);
        var unused = patient.run(patient.trials().brief());
      }
      Finding finding = new Ending(probe, patience).look();
      findings.noteStrayOutput(probe);
      return finding;
    }
  }
}
