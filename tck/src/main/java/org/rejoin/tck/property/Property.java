package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * Something that holds between the traces of one scenario and of its variants, or in the trace of
 * one. Immutable, and total: any trace that keeps to {@link org.rejoin.tck.scenario.TraceRules} is
 * handled.
 */
public abstract class Property {
  private static final String PREFIX = "property/";

  private final String name;
  private final String sentence;
  private final ImmutableSet<Rule> rules;

  Property(String name, String sentence, Rule... rules) {
    this.name = name;
    this.sentence = sentence;
    this.rules = ImmutableSet.copyOf(rules);
  }

  /** Its stable name among all checks, such as {@code property/shift}. */
  public final String id() {
    return PREFIX + name;
  }

  /** It as a check, with a scenario to look at. */
  public final Check check(Scenario scenario) {
    return new Check(id(), sentence, scenario, new Origin.OfProperty(rules));
  }

  /** What holds, in one sentence. */
  public final String sentence() {
    return sentence;
  }

  /** The rules that it follows from, and that a port breaks which does not have it. */
  public final ImmutableSet<Rule> rules() {
    return rules;
  }

  /** Whether a scenario has what it is about. */
  abstract boolean suits(Scenario base, Setting setting);

  /**
   * What is run beside the scenario itself.
   *
   * @param base the scenario
   * @param number its place in the sample, so that variants can vary too
   */
  abstract ImmutableList<Variant> variants(Scenario base, int number, Setting setting);

  /**
   * The first difference from what holds.
   *
   * @param base the scenario
   * @param trace what was seen in it
   * @param variants what else was run, those last that were run alone
   * @param traces what was seen in each of these
   */
  abstract Optional<Difference> difference(
      Scenario base,
      Trace trace,
      ImmutableList<Variant> variants,
      ImmutableList<Trace> traces,
      Setting setting);

  /** Of its rules, those whose precondition was met. */
  final ImmutableSet<Rule> exercised(Scenario base, Trace trace, Setting setting) {
    return rules.stream()
        .filter(rule -> Preconditions.isMet(rule, base, trace, setting))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public final String toString() {
    return id();
  }
}
