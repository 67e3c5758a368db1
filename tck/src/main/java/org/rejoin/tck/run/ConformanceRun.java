package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;

/**
 * Runs checks on a port, has each judged, and adds up. One run, one thread; an interrupt of that
 * thread ends the run, with what it has found.
 */
public final class ConformanceRun {
  private static final int SLICE = 1_000;

  /** No more than is in flight anyway. */
  private static final int SMALL_SLICE = 64;

  private final Port port;
  private final Profile profile;
  private final Tally tally;

  /** Why no more is judged; empty while it is. */
  private String stopped = "";

  /** A run that has judged nothing yet. */
  public ConformanceRun(Port port, Profile profile) {
    this.port = port;
    this.profile = profile;
    this.tally = new Tally(port.hello());
  }

  /**
   * Judges these checks.
   *
   * @param checks what to judge, in the order of the report
   * @param seed the seed of the generated ones among them, for the report
   */
  public RunResult run(ImmutableList<Check> checks, long seed) {
    return run(ImmutableRunOrder.builder().plan(Plan.of(checks, profile, seed)).build());
  }

  /** Judges what the order says, slice by slice, so that memory does not grow with the checks. */
  public RunResult run(RunOrder order) {
    Worker worker = new Worker(port, profile, new Judge(port.hello(), profile));
    ImmutableIntArray selected = order.selection().of(order.plan());
    tally.addNotSelected(order.plan().size() - selected.length());
    int slice = order.failFast() ? SMALL_SLICE : SLICE;
    for (int from = 0; from < selected.length(); from += slice) {
      ImmutableIntArray part = selected.subArray(from, Math.min(from + slice, selected.length()));
      if (stopped.isEmpty() && Thread.currentThread().isInterrupted()) {
        stopped = "interrupted";
      }
      work(part, order, worker);
    }
    return result(order, worker.defects(), Thread.interrupted());
  }

  private void work(ImmutableIntArray part, RunOrder order, Worker worker) {
    ImmutableList<Check> checks =
        part.stream().mapToObj(order.plan()::check).collect(ImmutableList.toImmutableList());
    ImmutableList<Outcome> outcomes = stopped.isEmpty() ? worker.work(checks) : ImmutableList.of();
    for (int i = 0; i < part.length(); i++) {
      Outcome outcome =
          stopped.isEmpty() ? outcomes.get(i) : Outcome.without(Verdict.NOT_EXERCISED, stopped);
      tally.add(part.get(i), checks.get(i), outcome);
      if (order.failFast() && outcome.isFailure()) {
        stopped = "--fail-fast: a check before it failed";
      }
    }
  }

  private RunResult result(RunOrder order, ImmutableList<Defect> defects, boolean interrupted) {
    return ImmutableRunResult.builder()
        .port(port.hello())
        .profile(profile)
        .seed(order.plan().seed())
        .counts(tally.counts())
        .rules(tally.rules())
        .exercised(tally.exercised())
        .declined(tally.declined())
        .failures(tally.failures())
        .unsupported(tally.reasons(Verdict.UNSUPPORTED))
        .notJudged(tally.reasons(Verdict.NOT_EXERCISED))
        .warnings(port.warnings())
        .defects(defects)
        .isInterrupted(interrupted)
        .build();
  }
}
