package org.rejoin.tck.property;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TraceRules;

/**
 * Has a port run all that it takes to hold some properties on a sample, and says what came of it.
 * Used once, by one thread.
 *
 * <p>First each scenario of the sample is run, once for all properties. Then come the variants of
 * those that got a trace. One scenario that got none costs one finding: it is laid at the door of
 * the property whose variant it is, or else of the first one that would be held on it, and the
 * others leave it out.
 */
public final class Trials {

  /** Has a port run scenarios, in their order. Gives as many answers, in the same order. */
  public interface Runner extends Function<ImmutableList<Scenario>, ImmutableList<Answer>> {}

  private final ImmutableList<Scenario> sample;
  private final Setting setting;
  private final Runner together;
  private final Runner alone;
  private final Set<Integer> blamed = new HashSet<>();

  /** One variant of one scenario of the sample for one property. */
  private record Trial(Property property, int number, Variant variant) {}

  /** A variant that was run. */
  private record Tried(Variant variant, Answer answer) {}

  /**
   * Trials.
   *
   * @param sample the scenarios
   * @param setting the port's
   * @param together runs scenarios as the port does otherwise, several at once if it can
   * @param alone runs each when the one before it is answered
   */
  public Trials(ImmutableList<Scenario> sample, Setting setting, Runner together, Runner alone) {
    this.sample = sample;
    this.setting = setting;
    this.together = together;
    this.alone = alone;
  }

  /** What came of each of these properties, in their order. */
  public ImmutableList<Finding> findings(ImmutableList<Property> properties) {
    ImmutableList<Answer> answers = checked(sample, together);
    List<Trial> trials = new ArrayList<>();
    List<Trial> trialsAlone = new ArrayList<>();
    for (int number = 0; number < sample.size(); number++) {
      if (answers.get(number) instanceof Answer.Ran) {
        for (Property property : properties) {
          for (Variant variant : variants(property, number)) {
            (variant.alone() ? trialsAlone : trials).add(new Trial(property, number, variant));
          }
        }
      }
    }
    Tries tries = new Tries();
    tries.addAll(trials, checked(scenarios(trials), together));
    List<Trial> backwards = ImmutableList.copyOf(trialsAlone).reverse();
    tries.addAll(backwards, checked(scenarios(backwards), alone));
    return properties.stream()
        .map(property -> finding(property, answers, tries))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Variant> variants(Property property, int number) {
    Scenario base = sample.get(number);
    return property.suits(base, setting)
        ? property.variants(base, number, setting)
        : ImmutableList.of();
  }

  private static ImmutableList<Scenario> scenarios(List<Trial> trials) {
    return trials.stream()
        .map(trial -> trial.variant().scenario())
        .collect(ImmutableList.toImmutableList());
  }

  /** The answers; a trace that can't be one breaks the protocol. */
  private static ImmutableList<Answer> checked(ImmutableList<Scenario> scenarios, Runner runner) {
    ImmutableList<Answer> answers = runner.apply(scenarios);
    ImmutableList.Builder<Answer> checked = ImmutableList.builder();
    for (int i = 0; i < scenarios.size(); i++) {
      Answer answer = answers.get(i);
      Optional<String> problem =
          answer instanceof Answer.Ran ran
              ? TraceRules.problem(scenarios.get(i), ran.trace())
              : Optional.empty();
      checked.add(problem.<Answer>map(Answer.Broke::new).orElse(answer));
    }
    return checked.build();
  }

  private Finding finding(Property property, ImmutableList<Answer> answers, Tries tries) {
    Outcome outcome = new Outcome();
    for (int number = 0; number < sample.size(); number++) {
      Scenario base = sample.get(number);
      if (property.suits(base, setting)) {
        if (answers.get(number) instanceof Answer.Ran ran) {
          look(property, base, ran.trace(), tries.of(property, number), outcome);
        } else {
          outcome.unanswered(new Finding.Unanswered(base, answers.get(number)), blamed.add(number));
        }
      }
    }
    return outcome.finding();
  }

  private void look(
      Property property, Scenario base, Trace trace, List<Tried> tried, Outcome outcome) {
    ImmutableList.Builder<Variant> variants = ImmutableList.builder();
    ImmutableList.Builder<Trace> traces = ImmutableList.builder();
    for (Tried one : tried) {
      if (!(one.answer() instanceof Answer.Ran ran)) {
        outcome.unanswered(new Finding.Unanswered(one.variant().scenario(), one.answer()), true);
        return;
      }
      variants.add(one.variant());
      traces.add(ran.trace());
    }
    outcome.compared(property.exercised(base, trace, setting));
    property
        .difference(base, trace, variants.build(), traces.build(), setting)
        .ifPresent(difference -> outcome.broken(base, difference));
  }

  /** What was run beside the sample itself. */
  private static final class Tries {
    private final ListMultimap<Place, Tried> all = ArrayListMultimap.create();

    /** A scenario of the sample, as one property takes it. */
    private record Place(Property property, int number) {}

    void addAll(List<Trial> trials, List<Answer> answers) {
      for (int i = 0; i < trials.size(); i++) {
        Trial trial = trials.get(i);
        all.put(
            new Place(trial.property(), trial.number()),
            new Tried(trial.variant(), answers.get(i)));
      }
    }

    List<Tried> of(Property property, int number) {
      return all.get(new Place(property, number));
    }
  }
}
