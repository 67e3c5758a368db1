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
  private final Optional<RealTime> time;
  private final Judge judge;
  private final PropertyJudge properties;
  private final Tally tally;
  private final Coverage coverage;
  private final Retrial retrial = new Retrial();
  private final Map<Integer, Outcome> aside = new ConcurrentSkipListMap<>();

  Job(
      RunOrder order,
      Optional<RealTime> time,
      Judge judge,
      PropertyJudge properties,
      Tally tally,
      Coverage coverage) {
    this.order = order;
    this.time = time;
    this.judge = judge;
    this.properties = properties;
    this.tally = tally;
    this.coverage = coverage;
  }

  /**
   * The checks of these indexes with the longest first. Whoever takes one as soon as there is room
   * for it is then done with all at most one scenario later than at best; the other way round the
   * longest would be left over, alone.
   */
  ImmutableIntArray longestFirst(ImmutableIntArray indexes) {
    record Length(int index, long millis) {}
    List<Length> lengths = new ArrayList<>();
    indexes.forEach(
        index -> {
          Check check = check(index);
          boolean runs = judge.ruledOut(check).isEmpty();
          lengths.add(new Length(index, runs ? check.scenario().untilMillis() : 0));
        });
    lengths.sort(Comparator.comparingLong(Length::millis).reversed());
    return ImmutableIntArray.copyOf(lengths.stream().mapToInt(Length::index));
  }

  /** Judges slice after slice until there is none. */
  void work(Slices slices, Worker worker) {
    for (Optional<ImmutableIntArray> next = slices.next(); next.isPresent(); next = slices.next()) {
      if (Thread.currentThread().isInterrupted()) {
        slices.stop(Slices.INTERRUPTED);
      }
      work(next.get(), slices, worker);
    }
  }

  private void work(ImmutableIntArray slice, Slices slices, Worker worker) {
    ImmutableList<Check> checks =
        slice.stream().mapToObj(this::check).collect(ImmutableList.toImmutableList());
    ImmutableList<Outcome> outcomes =
        isStopped(slices) ? ImmutableList.of() : outcomes(slice, checks, worker);
    for (int i = 0; i < slice.length(); i++) {
      boolean judged = !outcomes.isEmpty() && !(order.failFast() && isStopped(slices));
      Outcome outcome = judged ? outcomes.get(i) : Outcome.notRun(slices.stopped());
      if (time.isEmpty() || !Retrial.isDue(outcome)) {
        add(slice.get(i), checks.get(i), outcome, slices);
      } else if (order.failFast()) {
        add(slice.get(i), checks.get(i), again(worker, checks.get(i), outcome, slices), slices);
      } else {
        aside.put(slice.get(i), outcome);
      }
    }
  }

  /** Properties are held all at once, after the checks of their slice. */
  private ImmutableList<Outcome> outcomes(
      ImmutableIntArray slice, ImmutableList<Check> checks, Worker worker) {
    ImmutableList<Property> held =
        slice.stream()
            .mapToObj(order.plan()::property)
            .flatMap(Optional::stream)
            .collect(ImmutableList.toImmutableList());
    int first = slice.length() - held.size();
    if (held.isEmpty() || time.isPresent()) {
      return worker.work(checks);
    }
    return ImmutableList.<Outcome>builder()
        .addAll(worker.work(checks.subList(0, first)))
        .addAll(worker.hold(held, properties))
        .build();
  }

  private Outcome again(Worker worker, Check check, Outcome first, Slices slices) {
    if (Thread.currentThread().isInterrupted()) {
      slices.stop(Slices.INTERRUPTED);
    }
    return isStopped(slices)
        ? first.undecided("failed among others, and was not judged alone: " + slices.stopped())
        : retrial.settle(worker, check, first);
  }

  private void add(int index, Check check, Outcome outcome, Slices slices) {
    boolean seen = outcome.verdict() == Verdict.PASS || outcome.verdict() == Verdict.FAIL;
    boolean isProperty = order.plan().property(index).isPresent();
    if (seen && !isProperty && coverage.counts(check.scenario())) {
      coverage.add(check.scenario(), judge.judged(check));
    }
    Outcome settled = tally.add(index, check, outcome);
    order.progress().done(1);
    if (settled.isFailure() && order.failFast()) {
      slices.stop("--fail-fast: a check before it failed");
    }
  }

  /** Judges again what was put aside, one check after the other, in the order of the report. */
  void settle(Slices slices, Worker worker) {
    aside.forEach(
        (index, outcome) -> {
          Check check = check(index);
          add(index, check, again(worker, check, outcome, slices), slices);
        });
  }

  private Check check(int index) {
    Check check = order.plan().check(index);
    return time.map(real -> real.fitted(check)).orElse(check);
  }

  private static boolean isStopped(Slices slices) {
    return !slices.stopped().isEmpty();
  }

  /** What the run has to say of its clock; empty if that is virtual. */
  Optional<OnRealClock> onRealClock() {
    int leftOut = tally.count(NotJudged.Kind.NEEDS_VIRTUAL_CLOCK);
    return time.map(real -> retrial.result(real.tolerance(), leftOut));
  }
}
