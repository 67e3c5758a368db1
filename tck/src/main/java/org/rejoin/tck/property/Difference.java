package org.rejoin.tck.property;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * A property does not hold.
 *
 * @param message the first difference, in a sentence
 * @param expected what would have held, in the scenario that the property was held on
 * @param seen what was seen instead, in the same scenario's times and uids, whatever variant showed
 *     it
 */
public record Difference(String message, ImmutableList<TracedCallback> expected, Trace seen) {

  /** What would have held, with what was seen of it; the rules are the property's. */
  public ImmutableList<Expectation> expectations(ImmutableSet<Rule> rules) {
    Multiset<TracedCallback> left = HashMultiset.create(seen.callbacks());
    return expected.stream()
        .map(told -> expectation(told, rules, left.remove(told)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Expectation expectation(
      TracedCallback told, ImmutableSet<Rule> rules, boolean met) {
    Expectation due =
        new Expectation(
            Expectation.Level.REQUIRED, told.atMillis(), told.uid(), told.callback(), rules);
    return met ? due.metBy(told, true) : due;
  }

  /** Something was told that must not be; all the rest is as it may be. */
  static Difference surplus(String message, Trace seen, TracedCallback wrong) {
    List<TracedCallback> rest = new ArrayList<>(seen.callbacks());
    rest.remove(rest.lastIndexOf(wrong));
    return new Difference(message, ImmutableList.copyOf(rest), seen);
  }
}
