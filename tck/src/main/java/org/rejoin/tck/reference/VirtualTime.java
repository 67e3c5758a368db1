package org.rejoin.tck.reference;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Jumps from instant to instant of a scenario; at each, all steps come before any deadline. */
final class VirtualTime {

  /** What lives in it. */
  interface Living {
    /** When the next thing is due if no step comes. */
    long nextDeadline();

    /** Does a step; nothing that was due before it is open. */
    void apply(Step step);

    /** Lets everything fall that is due now. */
    void letFall(long nowMillis);
  }

  private VirtualTime() {}

  /** Goes through a scenario, up to and including its end (D-03). */
  static void goThrough(Scenario scenario, Living living) {
    ImmutableList<Step> steps = scenario.steps();
    int next = 0;
    while (true) {
      long deadlineMillis = living.nextDeadline();
      long nowMillis =
          next < steps.size()
              ? Math.min(steps.get(next).atMillis(), deadlineMillis)
              : deadlineMillis;
      if (nowMillis > scenario.untilMillis()) {
        return;
      }
      while (next < steps.size() && steps.get(next).atMillis() == nowMillis) {
        living.apply(steps.get(next));
        next++;
      }
      living.letFall(nowMillis);
    }
  }
}
