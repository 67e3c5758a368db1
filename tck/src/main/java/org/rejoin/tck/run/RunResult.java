package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Profile;
import org.rejoin.tck.explore.Coverage;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.spec.Rule;

/** What a conformance run found. */
@Value.Immutable
public interface RunResult {
  /** Who was judged. */
  Hello port();

  /** The constants and names in force. */
  Profile profile();

  /** The seed of the generated scenarios. */
  long seed();

  /** Which share of the selected checks was run. */
  @Value.Default
  default Shard shard() {
    return Shard.WHOLE;
  }

  /** How many checks ended how, every verdict named. */
  ImmutableMap<Verdict, Integer> counts();

  /**
   * The verdict of every rule: not passed as soon as any difference in a check breaks it, be it not
   * the first one; inconclusive if a check of its own failed by other rules alone.
   */
  ImmutableMap<Rule, Verdict> rules();

  /** How often each rule's precondition was met. */
  ImmutableMultiset<Rule> exercised();

  /** Which pairs of state and input were exercised; empty if there were no scenarios to count. */
  Optional<Coverage.Count> coverage();

  /** The same as a text, so that shards add up; empty if this is no shard. */
  Optional<String> met();

  /** Of the counts, those of checks of such pairs; empty unless every pair was driven. */
  ImmutableMultiset<Verdict> exhaustive();

  /** Pairs that could have been exercised and were not; empty unless they were asked for. */
  ImmutableList<String> missed();

  /** Rules of which the port would not run a check though its hello promises it. */
  ImmutableSet<Rule> declined();

  /** Every selected check that is written down, with its ending, in the order of the checks. */
  ImmutableList<Ending> written();

  /**
   * The checks that were not passed, in the order of the checks; of more than 12,000 the first
   * ones.
   */
  ImmutableList<Failure> failures();

  /**
   * The checks that failed as the list of known failures says, in the order of the checks; of more
   * than 12,000 the first ones.
   */
  ImmutableList<KnownFailure> knownFailures();

  /** Entries of that list that do not hold any more, in the order of the checks. */
  ImmutableList<Stale> stale();

  /** Why checks are unsupported, each reason with the number of checks. */
  ImmutableSortedMap<String, Integer> unsupported();

  /** Why checks were never run, each reason with the number of checks. */
  ImmutableSortedMap<String, Integer> notJudged();

  /** What there is to say because the port's clock is real; empty if it is virtual. */
  Optional<OnRealClock> onRealClock();

  /** What the user should know of the port beside that. */
  ImmutableList<String> warnings();

  /** Where the kit itself failed. */
  ImmutableList<Defect> defects();

  /** Whether the run was ended before its time. */
  boolean isInterrupted();

  /** How many checks were not passed, listed or not. */
  default int failed() {
    return counts().entrySet().stream()
        .filter(count -> count.getKey().isFailure())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many checks a run without flags has. */
  @Value.Default
  default int wholeRun() {
    return counts().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How much was judged. */
  @Value.Default
  default Scope scope() {
    return Scope.of(counts(), wholeRun());
  }

  /** Why it is incomplete, where the rest of the result does not tell; a sentence each. */
  Optional<ImmutableList<String>> gaps();

  /** Why the run is incomplete, a sentence each; empty if it is complete. */
  default ImmutableList<String> incompleteBecause() {
    return gaps()
        .orElseGet(
            () ->
                new Completeness(
                        isInterrupted(),
                        port().features(),
                        counts(),
                        rules(),
                        declined(),
                        notJudged(),
                        onRealClock().map(OnRealClock::undecided).orElse(ImmutableList.of()),
                        written().stream()
                            .filter(ending -> ending.verdict() == Verdict.INCONCLUSIVE)
                            .map(ending -> ending.check().id() + " " + ending.reason())
                            .collect(ImmutableList.toImmutableList()))
                    .gaps());
  }

  /** What it comes to. */
  default Conclusion conclusion() {
    return Conclusion.of(
        isInterrupted(),
        !defects().isEmpty(),
        !failures().isEmpty() || !stale().isEmpty(),
        !incompleteBecause().isEmpty(),
        scope());
  }

  /** The number of its exit code. */
  default int exitCode() {
    return conclusion().exit().number();
  }
}
