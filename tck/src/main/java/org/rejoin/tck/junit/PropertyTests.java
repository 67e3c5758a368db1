package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Finding;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.property.Sample;
import org.rejoin.tck.property.Setting;
import org.rejoin.tck.property.Trials;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.run.WholeScenarios;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;

/** A test for each property. All of them are held at once, when the first one is run. */
final class PropertyTests {
  private final Examiner examiner;
  private final Settings settings;
  private final GuardedPort port;
  private Optional<ImmutableMap<Property, Finding>> findings = Optional.empty();

  PropertyTests(Examiner examiner, Settings settings, GuardedPort port) {
    this.examiner = examiner;
    this.settings = settings;
    this.port = port;
  }

  ImmutableList<DynamicNode> nodes() {
    return Properties.ALL.stream()
        .map(
            property ->
                dynamicTest(
                    property.id() + ": " + property.sentence(), () -> outcome(property).conclude()))
        .collect(ImmutableList.toImmutableList());
  }

  private Outcome outcome(Property property) {
    Optional<String> optedOut = optedOut(property);
    if (optedOut.isPresent()) {
      return counted(Outcome.of(Verdict.NOT_SELECTED, "opted out: " + optedOut.get()));
    }
    return switch (port.hello().clock()) {
      case VIRTUAL -> outcome(property, held(property));
      case REAL ->
          counted(
              Outcome.of(
                  Verdict.UNSUPPORTED,
                  "unsupported: traces are compared to the millisecond, and only a virtual clock"
                      + " can tell"));
    };
  }

  private Optional<String> optedOut(Property property) {
    return settings.optOuts().stream()
        .filter(optOut -> optOut.matches(property.id()))
        .map(OptedOut::reason)
        .findFirst();
  }

  private Outcome outcome(Property property, Finding finding) {
    if (finding instanceof Finding.Holds holds) {
      return examiner.counted(Outcome.PASSED, holds.exercised().elementSet());
    }
    if (finding instanceof Finding.Broken broken) {
      return examiner.counted(
          Outcome.of(Verdict.FAIL, FailureMessage.of(property, broken, settings)),
          broken.exercised().elementSet());
    }
    if (finding instanceof Finding.Unanswered unanswered) {
      Scenario scenario = unanswered.scenario();
      Check check = property.check(scenario);
      View view = new View(check, property.id(), scenario, Optional.empty());
      return counted(examiner.judged(view, GuardedPort.Result.of(unanswered.answer())));
    }
    Finding.NothingToSee nothing = (Finding.NothingToSee) finding;
    return counted(
        nothing.offered()
            ? Outcome.of(Verdict.INCONCLUSIVE, "not judged: " + nothing.reason())
            : Outcome.of(Verdict.UNSUPPORTED, "unsupported: " + nothing.reason()));
  }

  private Outcome counted(Outcome outcome) {
    return examiner.counted(outcome, ImmutableSet.of());
  }

  private Finding held(Property property) {
    if (findings.isEmpty()) {
      findings = Optional.of(hold());
    }
    Finding finding = findings.get().get(property);
    if (finding == null) {
      throw new IllegalStateException(property.id() + " was not held");
    }
    return finding;
  }

  private ImmutableMap<Property, Finding> hold() {
    ImmutableList<Property> properties =
        Properties.ALL.stream()
            .filter(property -> optedOut(property).isEmpty())
            .collect(ImmutableList.toImmutableList());
    Setting setting = Setting.of(port.hello(), settings.profile(), ImmutableSet.of());
    Port guarded = new Guarded();
    Trials.Runner runner = scenarios -> WholeScenarios.run(scenarios, guarded, settings.profile());
    ImmutableList<Finding> found =
        new Trials(Sample.of(settings.seed(), setting), setting, runner, runner)
            .findings(properties);
    ImmutableMap.Builder<Property, Finding> byProperty = ImmutableMap.builder();
    for (int i = 0; i < properties.size(); i++) {
      byProperty.put(properties.get(i), found.get(i));
    }
    return byProperty.buildOrThrow();
  }

  /** The port, one scenario at a time, with its patience. It is not closed. */
  private final class Guarded implements Port {
    @Override
    public Hello hello() {
      return port.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return port.run(scenario, profile, settings.patience()).answer();
    }
  }
}
