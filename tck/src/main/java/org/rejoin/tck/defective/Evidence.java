package org.rejoin.tck.defective;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * What a run has seen of a port, which tells the defects that it can't have: those by which a check
 * fails that it passed, or by which one that breaks the same rules does so otherwise or not at all.
 * Of one run; used by one thread.
 */
final class Evidence {
  private static final int MOST_PASSED = 400;
  private static final int OF_A_KIND = 10;

  private final Profile profile;
  private final Hello port;
  private final Tolerance tolerance;
  private final List<Clue> clues = new ArrayList<>();
  private final Multiset<List<Object>> kinds = HashMultiset.create();
  private final Map<Suspicion, Integer> agreeing = new HashMap<>();
  private int passed;

  /** A scenario, and how the port failed in it, if it did. */
  private record Clue(Scenario scenario, Optional<Failure> failure) {}

  /** That the port has a defect, which is why it breaks some rules. */
  private record Suspicion(Defect defect, ImmutableSet<Rule> broken) {}

  Evidence(Profile profile, Hello port, Tolerance tolerance) {
    this.profile = profile;
    this.port = port;
    this.tolerance = tolerance;
  }

  /** The first checks that passed count; there are more than enough. */
  void addPassed(Check check) {
    if (!LooksLike.isLarge(check.scenario()) && passed++ < MOST_PASSED) {
      clues.add(new Clue(check.scenario(), Optional.empty()));
    }
  }

  /** The first that break the same rules in the same way count. */
  void addFailed(Failure failure) {
    Failure found = failure.asFound();
    if (found.kind().isPresent()
        && !LooksLike.isLarge(found.check().scenario())
        && kinds.add(List.of(found.rules(), found.kind()), 1) < OF_A_KIND) {
      clues.add(new Clue(found.check().scenario(), Optional.of(found)));
    }
  }

  /**
   * Whether all that was seen so far speaks for a defect.
   *
   * @param broken the rules that it is to be blamed for: it has to show all that breaks them
   */
  boolean allows(Defect defect, ImmutableSet<Rule> broken) {
    Suspicion suspicion = new Suspicion(defect, broken);
    int next = agreeing.getOrDefault(suspicion, 0);
    while (next < clues.size() && agrees(suspicion, clues.get(next))) {
      next++;
    }
    agreeing.put(suspicion, next);
    return next == clues.size();
  }

  private boolean agrees(Suspicion suspicion, Clue clue) {
    try {
      Trace trace = suspicion.defect.run(clue.scenario, profile);
      ImmutableList<Divergence> differences =
          Readings.judgement(clue.scenario, trace, profile, port, tolerance).divergences();
      return clue.failure
          .map(failure -> agrees(suspicion, trace, differences, failure))
          .orElse(differences.isEmpty());
    } catch (RuntimeException notMadeForThis) {
      return true;
    }
  }

  /** A failure that breaks other rules than the defect does may be for another defect. */
  private boolean agrees(
      Suspicion suspicion, Trace trace, ImmutableList<Divergence> differences, Failure failure) {
    if (differences.isEmpty() || !differences.get(0).rules().equals(failure.rules())) {
      return !suspicion.broken.equals(failure.rules());
    }
    if (tolerance.isExact() && differences.get(0).message().equals(failure.message())) {
      return true;
    }
    Scenario scenario = failure.check().scenario();
    return new Shown(
            scenario, failure.seen(), Spoilt.run(scenario, profile), profile, port, tolerance)
        .is(trace);
  }
}
