package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.spec.Rule;

/**
 * What a conformance run found.
 *
 * @param port who was judged
 * @param profile the constants and names in force
 * @param seed the seed of the generated scenarios
 * @param counts how many checks ended how, every verdict named
 * @param rules the verdict of every rule
 * @param exercised how often each rule's precondition was met
 * @param failures every check that was not passed, in the order of the checks
 * @param warnings what the user should know of the port beside that
 */
public record RunResult(
    Hello port,
    Profile profile,
    long seed,
    ImmutableMap<Verdict, Integer> counts,
    ImmutableMap<Rule, Verdict> rules,
    ImmutableMultiset<Rule> exercised,
    ImmutableList<Failure> failures,
    ImmutableList<String> warnings) {

  /** The exit code: 1 not conformant, 3 incomplete, 0 conformant. */
  public int exitCode() {
    if (!failures.isEmpty()) {
      return 1;
    }
    boolean incomplete =
        rules.containsValue(Verdict.NOT_EXERCISED)
            || counts.getOrDefault(Verdict.INCONCLUSIVE, 0) > 0;
    return incomplete ? 3 : 0;
  }

  /** The verdict in a word, as reports give it. */
  public String verdict() {
    return switch (exitCode()) {
      case 0 -> "conformant";
      case 1 -> "not-conformant";
      default -> "incomplete";
    };
  }
}
