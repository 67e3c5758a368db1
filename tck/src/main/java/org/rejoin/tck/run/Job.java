package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.rejoin.tck.explore.Coverage;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.scenario.Check;

/**
 * What one run does with its checks, from the slice to the tally. What failed on a real clock is
 * put aside until it can be judged alone. Safe for several threads, but for settling.
 */
final class Job {
  private final RunOrder order;
  private final boolean realClock;
  private final Tally tally;
  private final Coverage coverage;
  private final Map<Integer, Outcome> aside = new ConcurrentSkipListMap<>();

  Job(RunOrder order, boolean realClock, Tally tally, Coverage coverage) {
    this.order = order;
    this.realClock = realClock;
    this.tally = tally;
    this.coverage = coverage;
  }

  /**
   * The checks of these indexes with the longest first. Whoever takes one as soon as there is room
   * for it is then done with all at most one scenario later than at best; the other way round the
   * longest would be left over, alone.
   */
  ImmutableIntArray longestFirst(ImmutableIntArray indexes, Examiner examiner) {
    record Length(int index, long millis) {}
    List<Length> lengths = new ArrayList<>();
    indexes.forEach(
        index -> {
          Check check = examiner.fitted(order.plan().check(index));
          boolean runs = examiner.ruledOut(check).isEmpty();
          lengths.add(new Length(index, runs ? check.scenario().untilMillis() : 0));
        });
    lengths.sort(Comparator.comparingLong(Length::millis).reversed());
    return ImmutableIntArray.copyOf(lengths.stream().mapToInt(Length::index));
  }

  /** Judges slice after slice until there is none. */
  void work(Slices slices, Examiner examiner) {
    for (Optional<ImmutableIntArray> next = slices.next(); next.isPresent(); next = slices.next()) {
      if (Thread.currentThread().isInterrupted()) {
        slices.stop(Slices.INTERRUPTED);
      }
      work(next.get(), slices, examiner);
    }
  }

  private void work(ImmutableIntArray slice, Slices slices, Examiner examiner) {
    ImmutableList<Check> checks =
        slice.stream()
            .mapToObj(order.plan()::check)
            .map(examiner::fitted)
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Outcome> outcomes =
        isStopped(slices) ? ImmutableList.of() : outcomes(slice, checks, examiner);
    for (int i = 0; i < slice.length(); i++) {
      boolean judged = !outcomes.isEmpty() && !(order.failFast() && isStopped(slices));
      Outcome outcome = judged ? outcomes.get(i) : Outcome.notRun(slices.stopped());
      if (!examiner.isToBeSettled(outcome)) {
        add(slice.get(i), checks.get(i), outcome, slices, examiner);
      } else if (order.failFast()) {
        Outcome settled = again(examiner, checks.get(i), outcome, slices);
        add(slice.get(i), checks.get(i), settled, slices, examiner);
      } else {
        aside.put(slice.get(i), outcome);
      }
    }
  }

  /** Properties are held all at once, after the checks of their slice. */
  private ImmutableList<Outcome> outcomes(
      ImmutableIntArray slice, ImmutableList<Check> checks, Examiner examiner) {
    ImmutableList<Property> held =
        slice.stream()
            .mapToObj(order.plan()::property)
            .flatMap(Optional::stream)
            .collect(ImmutableList.toImmutableList());
    int first = slice.length() - held.size();
    if (held.isEmpty() || realClock) {
      return examiner.together(checks);
    }
    return ImmutableList.<Outcome>builder()
        .addAll(examiner.together(checks.subList(0, first)))
        .addAll(examiner.hold(held))
        .build();
  }

  private Outcome again(Examiner examiner, Check check, Outcome first, Slices slices) {
    if (Thread.currentThread().isInterrupted()) {
      slices.stop(Slices.INTERRUPTED);
    }
    return isStopped(slices)
        ? first.undecided("failed among others, and was not judged alone: " + slices.stopped())
        : examiner.settle(check, first);
  }

  private void add(int index, Check check, Outcome outcome, Slices slices, Examiner examiner) {
    boolean seen = outcome.seen().isPresent() || outcome.verdict() == Verdict.FAIL;
    boolean isProperty = order.plan().property(index).isPresent();
    if (seen && !isProperty && coverage.counts(check.scenario())) {
      coverage.add(check.scenario(), examiner.judge().judged(check));
    }
    Outcome settled = tally.add(index, check, outcome);
    order.progress().done(1);
    if (settled.isFailure() && order.failFast()) {
      slices.stop("--fail-fast: a check before it failed");
    }
  }

  /** Judges again what was put aside, one check after the other, in the order of the report. */
  void settle(Slices slices, Examiner examiner) {
    aside.forEach(
        (index, outcome) -> {
          Check check = examiner.fitted(order.plan().check(index));
          add(index, check, again(examiner, check, outcome, slices), slices, examiner);
        });
  }

  private static boolean isStopped(Slices slices) {
    return !slices.stopped().isEmpty();
  }
}
