package org.rejoin.tck.run;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.spec.Rule;

/**
 * Adds outcomes up. A generated check that has passed leaves numbers only, and the order of adding
 * leaves no trace. Safe for several threads.
 */
public final class Tally {
  /** More than a run has checks unless it is asked for them. */
  private static final int MOST_FAILURES = 12_000;

  private final ImmutableMap<String, KnownFailing> known;
  private final EnumMultiset<Verdict> counts = EnumMultiset.create(Verdict.class);
  private final EnumMultiset<Rule> exercised = EnumMultiset.create(Rule.class);
  private final EnumMultiset<Verdict> exhaustive = EnumMultiset.create(Verdict.class);
  private final EnumMultiset<NotJudged.Kind> kinds = EnumMultiset.create(NotJudged.Kind.class);
  private final EnumMap<Rule, Verdict> broken = new EnumMap<>(Rule.class);
  private final EnumMap<Rule, EnumSet<Verdict>> own = new EnumMap<>(Rule.class);
  private final EnumSet<Rule> declined = EnumSet.noneOf(Rule.class);
  private final TreeMap<Integer, Ending> written = new TreeMap<>();
  private final Kept<Failure> failures = new Kept<>(MOST_FAILURES);
  private final Kept<KnownFailure> knownFailures = new Kept<>(MOST_FAILURES);
  private final TreeMap<Integer, Stale> stale = new TreeMap<>();
  private final EnumMap<Verdict, TreeMap<String, Integer>> reasons = new EnumMap<>(Verdict.class);

  /**
   * Of one run.
   *
   * @param known checks that are known to fail, by id
   */
  public Tally(ImmutableMap<String, KnownFailing> known) {
    this.known = known;
  }

  /**
   * The one door: a check's outcome, with its place in the report.
   *
   * @return the outcome in the light of what is known to fail
   */
  public synchronized Outcome add(int index, Check check, Outcome raw) {
    Outcome outcome = settled(index, check, raw);
    counts.add(outcome.verdict());
    if (check.origin().isWritten()) {
      written.put(index, new Ending(check, outcome.verdict(), outcome.reason()));
    } else if (check.origin() instanceof Origin.Exhaustive) {
      exhaustive.add(outcome.verdict());
    }
    outcome.exercised().forEachEntry(exercised::add);
    outcome
        .failure()
        .ifPresent(
            failure -> {
              if (outcome.isFailure()) {
                failures.put(index, failure);
              }
            });
    outcome.broken().forEach(rule -> broken.merge(rule, outcome.verdict(), Tally::worse));
    Judge.owner(check)
        .ifPresent(
            rule -> {
              own.computeIfAbsent(rule, unused -> EnumSet.noneOf(Verdict.class))
                  .add(outcome.verdict());
              if (outcome.why().filter(why -> why.kind() == NotJudged.Kind.DECLINED).isPresent()) {
                declined.add(rule);
              }
            });
    outcome
        .why()
        .ifPresent(
            why -> {
              kinds.add(why.kind());
              reasons
                  .computeIfAbsent(outcome.verdict(), unused -> new TreeMap<>())
                  .merge(why.text(), 1, Integer::sum);
            });
    return outcome;
  }

  private Outcome settled(int index, Check check, Outcome raw) {
    Optional<KnownFailing> entry = Optional.ofNullable(known.get(check.id()));
    if (entry.isEmpty()) {
      return raw;
    }
    if (raw.verdict() == Verdict.PASS) {
      stale.put(index, new Stale(check, entry.get(), true));
    }
    if (!raw.isFailure() || raw.failure().isEmpty()) {
      return raw;
    }
    if (!entry.get().fits(raw.failure().get().message())) {
      stale.put(index, new Stale(check, entry.get(), false));
      return raw;
    }
    knownFailures.put(index, new KnownFailure(entry.get(), raw.failure().get()));
    return raw.known();
  }

  /** How many checks were not judged for a reason of this kind. */
  synchronized int count(NotJudged.Kind kind) {
    return kinds.count(kind);
  }

  /** Checks of which no more is known than that they were left out. */
  synchronized void addNotSelected(int checks) {
    counts.add(Verdict.NOT_SELECTED, checks);
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** How many checks ended how, every verdict named. */
  public synchronized ImmutableMap<Verdict, Integer> counts() {
    return Maps.toMap(Arrays.asList(Verdict.values()), counts::count);
  }

  /** How often each rule's precondition was met. */
  public synchronized ImmutableMultiset<Rule> exercised() {
    return ImmutableMultiset.copyOf(exercised);
  }

  synchronized ImmutableMultiset<Verdict> exhaustive() {
    return ImmutableMultiset.copyOf(exhaustive);
  }

  synchronized ImmutableMap<Rule, Verdict> rules() {
    return Maps.toMap(Arrays.asList(Rule.values()), this::verdict);
  }

  /**
   * A rule whose own check failed by other rules alone is neither broken nor shown to hold. A rule
   * is selected, and supported, if one of its own checks is.
   */
  private Verdict verdict(Rule rule) {
    if (broken.containsKey(rule)) {
      return broken.getOrDefault(rule, Verdict.FAIL);
    }
    Set<Verdict> ended = own.getOrDefault(rule, EnumSet.noneOf(Verdict.class));
    if (ended.stream().anyMatch(Verdict::isFailure)) {
      return Verdict.INCONCLUSIVE;
    }
    if (ended.contains(Verdict.KNOWN_FAILING)) {
      return Verdict.KNOWN_FAILING;
    }
    if (exercised.contains(rule)) {
      return Verdict.PASS;
    }
    if (ended.isEmpty()) {
      return Verdict.NOT_SELECTED;
    }
    return ended.equals(EnumSet.of(Verdict.UNSUPPORTED))
        ? Verdict.UNSUPPORTED
        : Verdict.NOT_EXERCISED;
  }

  /** Rules whose own checks the port would not run though its hello promises it. */
  synchronized ImmutableSet<Rule> declined() {
    return Sets.immutableEnumSet(declined);
  }

  synchronized ImmutableList<Ending> written() {
    return ImmutableList.copyOf(written.values());
  }

  synchronized ImmutableList<Failure> failures() {
    return failures.values();
  }

  synchronized ImmutableList<KnownFailure> knownFailures() {
    return knownFailures.values();
  }

  synchronized ImmutableList<Stale> stale() {
    return ImmutableList.copyOf(stale.values());
  }

  /** Why checks have a verdict, each reason with the number of checks. */
  synchronized ImmutableSortedMap<String, Integer> reasons(Verdict verdict) {
    return ImmutableSortedMap.copyOf(reasons.getOrDefault(verdict, new TreeMap<>()));
  }
}
