package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TraceRules;

/**
 * All that a port has to run so that some properties can be held, and what came of it. A scenario
 * of the sample is run once for all of them.
 *
 * <p>One scenario that gets no trace costs one finding: it is laid at the door of the property
 * whose variant it is, or else of the first one that is held on it, and the others leave it out.
 * Not safe for several threads.
 */
public final class Trials {
  private final ImmutableList<Property> properties;
  private final Setting setting;
  private final List<Member> members = new ArrayList<>();
  private final List<Scenario> together = new ArrayList<>();
  private final List<Scenario> alone = new ArrayList<>();
  private final Set<Place> blamed = new HashSet<>();

  /** Where a scenario is among those to run. */
  private record Place(boolean alone, int index) {}

  /** One scenario of the sample, what is run for it, and where each is. */
  private record Member(
      Scenario base,
      Place place,
      Map<Property, ImmutableList<Variant>> variants,
      Map<Property, ImmutableList<Place>> places) {}

  /**
   * Trials.
   *
   * @param properties what is to be held
   * @param sample on what
   * @param setting the port's
   */
  public Trials(
      ImmutableList<Property> properties, ImmutableList<Scenario> sample, Setting setting) {
    this.properties = properties;
    this.setting = setting;
    for (int number = 0; number < sample.size(); number++) {
      add(sample.get(number), number);
    }
  }

  private void add(Scenario base, int number) {
    Member member = new Member(base, place(base, false), new HashMap<>(), new HashMap<>());
    for (Property property : properties) {
      if (property.suits(base, setting)) {
        ImmutableList<Variant> variants = property.variants(base, number, setting);
        member.variants().put(property, variants);
        member
            .places()
            .put(
                property,
                variants.stream()
                    .map(variant -> place(variant.scenario(), variant.alone()))
                    .collect(ImmutableList.toImmutableList()));
      }
    }
    members.add(member);
  }

  private Place place(Scenario scenario, boolean isAlone) {
    List<Scenario> list = isAlone ? alone : together;
    list.add(scenario);
    return new Place(isAlone, list.size() - 1);
  }

  /** What is run first, in this order, as the port runs scenarios otherwise. */
  public ImmutableList<Scenario> together() {
    return ImmutableList.copyOf(together);
  }

  /** What is run after that, each when the one before it is answered. */
  public ImmutableList<Scenario> alone() {
    return ImmutableList.copyOf(alone).reverse();
  }

  /**
   * What came of it, property by property.
   *
   * @param together the answers to {@link #together()}, in its order
   * @param alone the answers to {@link #alone()}, in its order
   */
  public ImmutableList<Finding> findings(
      ImmutableList<Answer> together, ImmutableList<Answer> alone) {
    blamed.clear();
    Answers answers =
        new Answers(checked(this.together, together), checked(this.alone, alone.reverse()));
    return properties.stream()
        .map(property -> finding(property, answers))
        .collect(ImmutableList.toImmutableList());
  }

  private record Answers(ImmutableList<Answer> together, ImmutableList<Answer> alone) {
    Answer of(Place place) {
      return (place.alone() ? alone : together).get(place.index());
    }
  }

  private static ImmutableList<Answer> checked(List<Scenario> scenarios, List<Answer> answers) {
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

  private Finding finding(Property property, Answers answers) {
    Outcome outcome = new Outcome();
    for (Member member : members) {
      Optional<ImmutableList<Variant>> variants =
          Optional.ofNullable(member.variants().get(property));
      if (variants.isPresent()) {
        look(property, member, variants.get(), answers, outcome);
      }
    }
    return outcome.finding();
  }

  private void look(
      Property property,
      Member member,
      ImmutableList<Variant> variants,
      Answers answers,
      Outcome outcome) {
    List<Trace> traces = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    places.add(member.place());
    places.addAll(member.places().getOrDefault(property, ImmutableList.of()));
    for (int i = 0; i < places.size(); i++) {
      Answer answer = answers.of(places.get(i));
      if (answer instanceof Answer.Ran ran) {
        traces.add(ran.trace());
      } else {
        Scenario scenario = i == 0 ? member.base() : variants.get(i - 1).scenario();
        outcome.unanswered(new Finding.Unanswered(scenario, answer), blamed.add(places.get(i)));
        return;
      }
    }
    Trace trace = traces.get(0);
    outcome.compared(property.exercised(member.base(), trace, setting));
    property
        .difference(
            member.base(),
            trace,
            variants,
            ImmutableList.copyOf(traces.subList(1, traces.size())),
            setting)
        .ifPresent(difference -> outcome.broken(member.base(), difference));
  }
}
