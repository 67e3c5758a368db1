package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.defective.Lookalikes;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.GuardedPort;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.report.FailureText;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.ShellReplay;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.Examiner;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.NotJudged;
import org.rejoin.tck.run.Outcome;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RealTime;
import org.rejoin.tck.run.Shrinking;
import org.rejoin.tck.run.Tally;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.stage.StagedCheck;

/**
 * Every check of the kit on one port, as JUnit's dynamic tests: judged, made smaller and told as
 * the command does. For one thread at a time.
 */
public final class Conformance implements AutoCloseable {
  private static final int BLOCK = 100;

  private final GuardedPort port;
  private final Settings settings;
  private final Plan plan;
  private final Examiner examiner;
  private final Tally tally;
  private final Shrinking shrinking;
  private final Lookalikes lookalikes;
  private final Show show;
  private final CheckTests tests;
  private final Map<Property, Outcome> properties = new LinkedHashMap<>();

  /** What the port threw in the check that was examined last, if it did. */
  private Optional<Throwable> thrown = Optional.empty();

  /**
   * Makes the port and hears its hello.
   *
   * @param factory makes the port, and makes it anew after a hang
   * @param patience how long it may take for an answer
   * @param settings what the implementer chose, with an eye on the hello
   * @throws IllegalStateException if there is no port or no hello
   */
  public Conformance(
      Supplier<Port> factory, Duration patience, Function<Hello, Settings> settings) {
    this.port = new GuardedPort(factory, ImmutablePortLimits.builder().answer(patience).build());
    Hello hello = port.hello();
    this.settings = settings.apply(hello);
    this.plan =
        Plan.of(
            this.settings.profile(),
            hello.hosting(ImmutableSet.of()),
            this.settings.seed(),
            this.settings.generated());
    Optional<Tolerance> tolerance = this.settings.tolerance();
    this.examiner =
        new Examiner(
            port, this.settings.profile(), tolerance, this.settings.seed(), ImmutableSet.of());
    this.tally = new Tally(ImmutableMap.of());
    this.shrinking = new Shrinking(this.settings.profile(), hello, port::within, patience);
    this.lookalikes =
        new Lookalikes(
            this.settings.profile(),
            hello,
            RealTime.tolerance(hello, this.settings.profile(), tolerance));
    this.show =
        ImmutableShow.builder().verbose(true).views(this::views).replay(this::replay).build();
    this.tests = new CheckTests(plan, this::isTold, this::test);
  }

  private String replay(Check check) {
    Hello hello = port.hello();
    Tolerance inForce = RealTime.tolerance(hello, settings.profile(), settings.tolerance());
    return ShellReplay.text(port.guarded(), hello, check, settings.profile(), inForce);
  }

  private ImmutableList<StagedCheck> views(Check check) {
    return port.hello().view() == Hello.View.CLIENT ? examiner.views(check) : ImmutableList.of();
  }

  /** What concerns no platform of the port is left away. */
  private boolean isTold(int index) {
    return examiner
        .ruledOut(plan.check(index))
        .flatMap(Outcome::why)
        .filter(why -> why.kind() == NotJudged.Kind.LACKS_PLATFORM)
        .isEmpty();
  }

  /** A container for each rule that has scenarios of its own for the port's platforms. */
  public ImmutableList<DynamicNode> rules() {
    ImmutableList.Builder<DynamicNode> rules = ImmutableList.builder();
    for (Rule rule : Rule.values()) {
      ImmutableList<DynamicNode> own =
          tests.nodes(of(origin -> origin.owner().equals(Optional.of(rule))), 1);
      if (!own.isEmpty()) {
        rules.add(dynamicContainer(rule.id() + " " + rule.sentence(), own));
      }
    }
    return rules.build();
  }

  /** Scenarios of several rules, and those that tell this profile from others. */
  public ImmutableList<DynamicNode> situations() {
    return tests.nodes(
        of(origin -> origin instanceof Origin.Situation || origin instanceof Origin.OfProfile), 0);
  }

  /** A container for each pair of an actor's and an observer's platform. */
  public ImmutableList<DynamicNode> matrix() {
    return tests.nodes(of(Origin.Cell.class::isInstance), 1);
  }

  /** A container for each constant, and in it for each platform or pair. */
  public ImmutableList<DynamicNode> boundaries() {
    return tests.nodes(of(Origin.Boundary.class::isInstance), 1);
  }

  private IntStream of(Predicate<Origin> which) {
    return IntStream.range(0, plan.firstGenerated())
        .filter(index -> which.test(plan.check(index).origin()));
  }

  /** Generated scenarios, a hundred to a test; each is made when it is run, and kept by nobody. */
  public ImmutableList<DynamicNode> generated() {
    ImmutableList.Builder<DynamicNode> nodes = ImmutableList.builder();
    for (int begin = 0; begin < settings.generated(); begin += BLOCK) {
      int first = begin;
      int end = Math.min(begin + BLOCK, settings.generated());
      nodes.add(
          dynamicTest(
              plan.generated(first).id() + " to " + (end - 1),
              () -> conclude(IntStream.range(first, end))));
    }
    return nodes.build();
  }

  /** All of the block are run; the test tells the shortest failure. */
  private void conclude(IntStream numbers) {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    numbers.forEach(
        number -> {
          Outcome outcome = outcome(plan.firstGenerated() + number);
          outcome.failure().ifPresent(failure -> texts.add(text(failure)));
          outcome.why().ifPresent(why -> reasons.merge(why.text(), 1, Integer::sum));
        });
    ImmutableList<String> all = texts.build();
    if (!all.isEmpty()) {
      String shortest = all.stream().min(Comparator.comparingInt(String::length)).orElseThrow();
      Assertions.fail(all.size() + " of these fail, the shortest is " + shortest);
    }
    if (!reasons.isEmpty()) {
      Assumptions.abort("not judged, with the reason: " + reasons);
    }
  }

  private void test(int index) {
    conclude(outcome(index));
  }

  /** The outcome of a check in the end, counted. */
  Outcome outcome(int index) {
    Check check = plan.check(index);
    Outcome outcome =
        tally.add(
            index, check, optedOut(check.id()).orElseGet(() -> told(examiner.examine(check))));
    if (outcome.verdict() == Verdict.PASS) {
      lookalikes.passed(examiner.fitted(check));
    }
    return outcome;
  }

  private Optional<Outcome> optedOut(String id) {
    return settings.optOuts().stream()
        .filter(optOut -> optOut.matches(id))
        .findFirst()
        .map(optOut -> Outcome.leftOut("opted out: " + optOut.reason()));
  }

  /** Told by the smallest scenario found, with what it looks like. */
  private Outcome told(Outcome outcome) {
    thrown = port.thrown();
    return outcome
        .failure()
        .map(failure -> outcome.withFailure(lookalikes.named(shrinking.smaller(failure))))
        .orElse(outcome);
  }

  /** Ends the running test so: it fails, or is aborted with the reason, or passes. */
  private void conclude(Outcome outcome) {
    switch (outcome.verdict()) {
      case PASS -> {
        // Nothing to say.
      }
      case FAIL, HANG, CRASH, PROTOCOL_ERROR -> {
        String text = text(outcome.failure().orElseThrow());
        thrown.ifPresentOrElse(cause -> Assertions.fail(text, cause), () -> Assertions.fail(text));
      }
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING ->
          Assumptions.abort(outcome.verdict().id() + ": " + outcome.reason());
    }
  }

  private String text(Failure failure) {
    return FailureText.of(failure, settings.profile(), show);
  }

  /** A test for each property, on a sample of generated scenarios, held all at once. */
  public ImmutableList<DynamicNode> properties() {
    return IntStream.range(0, Properties.ALL.size())
        .mapToObj(
            place ->
                dynamicTest(
                    Properties.ALL.get(place).id() + ": " + Properties.ALL.get(place).sentence(),
                    () -> conclude(held(place))))
        .collect(ImmutableList.toImmutableList());
  }

  private Outcome held(int place) {
    Property property = Properties.ALL.get(place);
    int index = plan.firstGenerated() + settings.generated() + place;
    Check check = plan.check(index);
    return tally.add(
        index,
        check,
        optedOut(property.id())
            .or(() -> examiner.ruledOut(check))
            .orElseGet(() -> told(held(property))));
  }

  private Outcome held(Property property) {
    if (properties.isEmpty()) {
      ImmutableList<Property> all =
          Properties.ALL.stream()
              .filter(one -> optedOut(one.id()).isEmpty())
              .collect(ImmutableList.toImmutableList());
      ImmutableList<Outcome> outcomes = examiner.hold(all);
      for (int i = 0; i < all.size(); i++) {
        properties.put(all.get(i), outcomes.get(i));
      }
    }
    return Optional.ofNullable(properties.get(property)).orElseThrow();
  }

  /** A test for each rule: passed if anything before has exercised it, else aborted. */
  public ImmutableList<DynamicNode> exercised() {
    return Arrays.stream(Rule.values())
        .map(rule -> dynamicTest(rule.id(), () -> exercised(rule)))
        .collect(ImmutableList.toImmutableList());
  }

  private void exercised(Rule rule) {
    if (!tally.exercised().contains(rule)) {
      Assumptions.abort(
          rule.id()
              + " was not judged: nothing ran that exercises it; it needs platforms or features"
              + " that the port has not, or was left out");
    }
  }

  /** A test for each opt-out: aborted with its reason, or failed if it is none. */
  public ImmutableList<DynamicNode> optOuts() {
    return settings.optOuts().stream()
        .map(optOut -> dynamicTest("opted out: " + optOut.glob(), () -> conclude(optOut)))
        .collect(ImmutableList.toImmutableList());
  }

  private void conclude(OptedOut optOut) {
    String what = "@OptOut(check = \"" + optOut.glob() + "\")";
    if (Strings.nullToEmpty(optOut.reason()).isBlank()) {
      Assertions.fail(what + " has no reason; say why these checks are left out");
    }
    long matched = plan.ids().filter(optOut::matches).count();
    if (matched == 0) {
      Assertions.fail(
          what
              + " matches no check; ids are shown by `rejoin list`, and `**` matches several"
              + " levels, as in matrix/**");
    }
    Assumptions.abort(
        "opted out of " + matched + (matched == 1 ? " check: " : " checks: ") + optOut.reason());
  }

  /**
   * How many checks ended how up to now, by the verdict's word; those that there are none of not.
   */
  public ImmutableMap<String, String> counts() {
    ImmutableMap.Builder<String, String> counts = ImmutableMap.builder();
    tally
        .counts()
        .forEach(
            (verdict, count) -> {
              if (count > 0) {
                counts.put(verdict.id(), count.toString());
              }
            });
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
    Outcome outcome = examiner.examine(Check.given(scenario.name(), "", scenario));
    if (outcome.why().filter(why -> why.kind() == NotJudged.Kind.LACKS_PLATFORM).isPresent()) {
      throw new IllegalArgumentException(
          "the port plays " + port.hello().platforms() + ", and the scenario has others");
    }
    conclude(told(outcome));
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

  /**
   * Closes the port.
   *
   * @throws IllegalStateException if that does not end well
   */
  @Override
  public void close() {
    port.close();
  }
}
