package org.rejoin.tck.defective;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/**
 * The rules that failures are blamed on; all others stay green.
 *
 * @param first those that some failure's first difference breaks
 * @param further those that only later differences break
 */
public record Blame(ImmutableSet<Rule> first, ImmutableSet<Rule> further) {
  /** No rule. */
  public static final Blame NONE = new Blame(ImmutableSet.of(), ImmutableSet.of());

  private static final Splitter BLANKS = Splitter.on(' ').omitEmptyStrings();

  /**
   * What a run blames.
   *
   * @throws IllegalStateException if it blames a rule that was not exercised: that is a defect of
   *     the kit
   */
  static Blame of(RunResult result) {
    Set<Rule> broken =
        Sets.filter(
            result.rules().keySet(),
            rule -> result.rules().getOrDefault(rule, Verdict.PASS).isFailure());
    for (Rule rule : Sets.difference(broken, result.exercised().elementSet())) {
      throw new IllegalStateException(
          rule.id() + " is blamed and was not exercised: " + result.failures());
    }
    return NONE.and(
        new Blame(
            result.failures().stream()
                .map(Failure::rules)
                .flatMap(ImmutableSet::stream)
                .collect(Sets.toImmutableEnumSet()),
            Sets.immutableEnumSet(broken)));
  }

  /** The rules by their ids, with blanks between them. */
  static Blame of(String first, String further) {
    return new Blame(rules(first), rules(further));
  }

  private static ImmutableSet<Rule> rules(String ids) {
    return BLANKS
        .splitToStream(ids)
        .map(id -> Rule.ofId(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id)))
        .collect(Sets.toImmutableEnumSet());
  }

  /** These and others. */
  Blame and(Blame other) {
    ImmutableSet<Rule> firsts = Sets.immutableEnumSet(Sets.union(first, other.first));
    return new Blame(
        firsts, Sets.immutableEnumSet(Sets.difference(Sets.union(further, other.further), firsts)));
  }

  @Override
  public String toString() {
    return ids(first) + (further.isEmpty() ? "" : ", and later " + ids(further));
  }

  private static String ids(ImmutableSet<Rule> rules) {
    return rules.isEmpty()
        ? "no rule"
        : rules.stream().map(Rule::id).collect(Collectors.joining(" "));
  }
}
