package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.explore.Coverage;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;

/**
 * Runs checks on a port, or on several of a kind at once, has each judged, and adds up. Used once.
 * An interrupt of the thread that runs it ends the run, with what it has found.
 */
public final class ConformanceRun {
  private static final int SLICE = 1_000;

  /** No more than is in flight anyway. */
  private static final int SMALL_SLICE = 64;

  /** So that no port is done long before the others. */
  private static final int SLICES_A_PORT = 8;

  private final ImmutableList<Port> ports;
  private final Profile profile;

  /** A run on one port. */
  public ConformanceRun(Port port, Profile profile) {
    this(ImmutableList.of(port), profile);
  }

  /** A run on several ports of a kind, each on a thread of its own; at least one. */
  public ConformanceRun(ImmutableList<? extends Port> ports, Profile profile) {
    this.ports = ImmutableList.copyOf(ports);
    this.profile = profile;
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

  /**
   * Judges what the order says, slice by slice, so that memory does not grow with the checks. On a
   * real clock a run of many is out of the question, and each port gets one slice for all of it:
   * between two slices a port has nothing to do until its last scenario is over.
   */
  public RunResult run(RunOrder order) {
    Hello hello = ports.get(0).hello();
    ImmutableIntArray selected = order.selection().of(order.plan());
    Tally tally = new Tally(order.known());
    tally.addNotSelected(order.plan().size() - selected.length());
    order.progress().begin(Progress.CHECKS, selected.length());
    Coverage coverage = new Coverage(profile);
    boolean realClock = hello.clock() == Hello.Clock.REAL;
    Job job = new Job(order, realClock, tally, coverage);
    ImmutableList<Examiner> examiners =
        ports.stream()
            // What comes after the first failure is known only if nothing runs beside it.
            .limit(order.failFast() ? 1 : ports.size())
            .map(port -> examiner(port, order))
            .collect(ImmutableList.toImmutableList());
    Examiner first = examiners.get(0);
    Slices slices =
        realClock && !order.failFast()
            ? Slices.dealt(job.longestFirst(selected, first), ports.size())
            : Slices.of(selected, sliceSize(order, selected.length()));
    boolean interrupted =
        Crew.work(
            examiners.stream()
                .<Runnable>map(examiner -> () -> job.work(slices, examiner))
                .collect(ImmutableList.toImmutableList()));
    if (interrupted) {
      slices.stop(Slices.INTERRUPTED);
      job.work(slices, first);
    }
    // Alone is alone: no other port is at work any more.
    interrupted |= Crew.work(ImmutableList.of(() -> job.settle(slices, first)));
    order.progress().end();
    return result(order, tally, coverage, examiners, interrupted);
  }

  private Examiner examiner(Port port, RunOrder order) {
    return new Examiner(
        port, profile, order.tolerance(), order.plan().seed(), order.selection().platforms());
  }

  private int sliceSize(RunOrder order, int selected) {
    if (order.failFast()) {
      return SMALL_SLICE;
    }
    return ports.size() == 1
        ? SLICE
        : Math.min(SLICE, 1 + selected / (ports.size() * SLICES_A_PORT));
  }

  private RunResult result(
      RunOrder order,
      Tally tally,
      Coverage coverage,
      List<Examiner> examiners,
      boolean interrupted) {
    Hello hello = ports.get(0).hello();
    return ImmutableRunResult.builder()
        .port(hello)
        .profile(profile)
        .seed(order.plan().seed())
        .shard(order.selection().shard())
        .wholeRun(order.wholeRun())
        .counts(tally.counts())
        .rules(tally.rules())
        .exercised(tally.exercised())
        .coverage(coverage.count(hello.platforms(), hello.othersPlatforms()))
        .met(
            order.selection().shard().equals(Shard.WHOLE)
                ? Optional.empty()
                : Optional.of(coverage.met()))
        .missed(
            order.missed()
                ? coverage.missed(hello.platforms(), hello.othersPlatforms())
                : ImmutableList.of())
        .exhaustive(tally.exhaustive())
        .declined(tally.declined())
        .written(tally.written())
        .failures(tally.failures())
        .knownFailures(tally.knownFailures())
        .stale(tally.stale())
        .unsupported(tally.reasons(Verdict.UNSUPPORTED))
        .notJudged(tally.reasons(Verdict.NOT_EXERCISED))
        .onRealClock(
            examiners
                .get(0)
                .time()
                .map(
                    time ->
                        examiners
                            .get(0)
                            .retrial()
                            .result(
                                time.tolerance(), tally.count(NotJudged.Kind.NEEDS_VIRTUAL_CLOCK))))
        .warnings(
            ports.stream()
                .flatMap(port -> port.warnings().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList()))
        .defects(
            examiners.stream()
                .flatMap(examiner -> examiner.defects().stream())
                .collect(ImmutableList.toImmutableList()))
        .isInterrupted(interrupted)
        .build();
  }
}
