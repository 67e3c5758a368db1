package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;

/** Every check of the kit on one port, as JUnit's dynamic tests. For one thread at a time. */
public final class Conformance implements AutoCloseable {
  private static final String MATRIX = "matrix";
  private static final String BOUNDARY = "boundary";

  private final GuardedPort port;
  private final Settings settings;
  private final Examiner examiner;
  private final CheckTests tests;
  private final ImmutableList<Check> checks;

  /**
   * Makes the port and hears its hello.
   *
   * @param factory makes the port, and makes it anew after a hang
   * @param settings what the implementer chose, with an eye on the hello
   * @throws IllegalStateException if there is no port or no hello
   */
  public Conformance(Supplier<Port> factory, Function<Hello, Settings> settings) {
    this.port = new GuardedPort(factory);
    this.settings = settings.apply(port.hello());
    this.examiner = new Examiner(port, this.settings);
    this.tests = new CheckTests(examiner);
    this.checks =
        Catalogue.checks(this.settings.profile(), port.hello().hosting(ImmutableSet.of()));
  }

  /** A container for each rule that has scenarios of its own for the port's platforms. */
  public ImmutableList<DynamicNode> rules() {
    ImmutableList.Builder<DynamicNode> rules = ImmutableList.builder();
    for (Rule rule : Rule.values()) {
      ImmutableList<DynamicNode> own = tests.nodes(of(rule.id()::equals), 1, 0);
      if (!own.isEmpty()) {
        rules.add(dynamicContainer(rule.id() + " " + rule.sentence(), own));
      }
    }
    return rules.build();
  }

  /** A test for each rule: passed if anything before has exercised it, else aborted. */
  public ImmutableList<DynamicNode> exercised() {
    return Arrays.stream(Rule.values())
        .map(rule -> dynamicTest(rule.id(), () -> exercised(rule).conclude()))
        .collect(ImmutableList.toImmutableList());
  }

  private Outcome exercised(Rule rule) {
    return examiner.hasExercised(rule)
        ? Outcome.PASSED
        : Outcome.of(
            Verdict.NOT_EXERCISED,
            rule.id()
                + " was not judged: nothing ran that exercises it; it needs platforms or features"
                + " that the port has not, or was left out");
  }

  /** Scenarios of several rules, and those that tell this profile from others. */
  public ImmutableList<DynamicNode> situations() {
    return tests.nodes(
        of(
            family ->
                Rule.ofId(family).isEmpty() && !family.equals(MATRIX) && !family.equals(BOUNDARY)),
        0,
        1);
  }

  /** A container for each pair of an actor's and an observer's platform. */
  public ImmutableList<DynamicNode> matrix() {
    return tests.nodes(of(MATRIX::equals), 1, 1);
  }

  /** A container for each constant, and in it for each platform or pair. */
  public ImmutableList<DynamicNode> boundaries() {
    return tests.nodes(of(BOUNDARY::equals), 1, 2);
  }

  /** Generated scenarios, a hundred to a test. */
  public ImmutableList<DynamicNode> generated() {
    return new GeneratedTests(examiner, settings, port.hello()).nodes();
  }

  /** A test for each property, on a sample of generated scenarios. */
  public ImmutableList<DynamicNode> properties() {
    return new PropertyTests(examiner, settings, port).nodes();
  }

  /** A test for each opt-out: aborted with its reason, or failed if it is none. */
  public ImmutableList<DynamicNode> optOuts() {
    return settings.optOuts().stream()
        .map(optOut -> dynamicTest("opted out: " + optOut.glob(), () -> outcome(optOut).conclude()))
        .collect(ImmutableList.toImmutableList());
  }

  private Outcome outcome(OptedOut optOut) {
    String what = "@OptOut(check = \"" + optOut.glob() + "\")";
    if (Strings.nullToEmpty(optOut.reason()).isBlank()) {
      return Outcome.of(Verdict.FAIL, what + " has no reason; say why these checks are left out");
    }
    long matched =
        Stream.concat(checks.stream().map(Check::id), Properties.ALL.stream().map(Property::id))
            .filter(optOut::matches)
            .count();
    boolean generated = optOut.matches("generated/" + settings.seed() + "/0");
    return matched == 0 && !generated
        ? Outcome.of(
            Verdict.FAIL,
            what
                + " matches no check; ids are shown by `rejoin list`, and `**` matches several"
                + " levels, as in matrix/**")
        : Outcome.of(
            Verdict.NOT_SELECTED,
            "opted out of "
                + matched
                + (generated ? " checks and generated ones: " : " checks: ")
                + optOut.reason());
  }

  /** How many runs ended how up to now, by the verdict's word; those that there are none of not. */
  public ImmutableMap<String, String> counts() {
    ImmutableMap.Builder<String, String> counts = ImmutableMap.builder();
    examiner.counts().forEach((verdict, count) -> counts.put(verdict.id(), count.toString()));
    return counts.buildOrThrow();
  }

  /**
   * Has one scenario run and judged, and ends the running test accordingly.
   *
   * @param json the scenario as one JSON object
   * @throws IllegalArgumentException if it is no scenario, or none for the port's platforms
   */
  public void judge(String json) {
    Scenario scenario = scenario(json);
    Check check = Check.given(scenario.name(), "", scenario);
    ImmutableList<View> views = examiner.views(check);
    if (views.isEmpty()) {
      throw new IllegalArgumentException(
          "the port plays " + port.hello().platforms() + ", and the scenario has others");
    }
    views.forEach(view -> examiner.examine(view).conclude());
  }

  private static Scenario scenario(String json) {
    try {
      return ScenarioJson.read(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    } catch (InvalidScenarioException e) {
      throw new IllegalArgumentException("no scenario: " + e.getMessage(), e);
    }
  }

  private ImmutableList<Check> of(Predicate<String> family) {
    return checks.stream()
        .filter(check -> family.test(CheckTests.family(check)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Closes the port.
   *
   * @throws IllegalStateException if that does not end well
   */
  @Override
  public void close() {
    port.close(settings.patience());
  }
}
