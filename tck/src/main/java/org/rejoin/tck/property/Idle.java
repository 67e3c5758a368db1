package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/**
 * One advance of time or hundreds give the same. A port runs whole scenarios, so its clock can't be
 * moved from outside; the nearest that a script can do is a step that does nothing, at which a port
 * has to stop on its way: a drop of a user that is cut off already, or a restore of one that is
 * not. Such steps come each second, less often in hours, and at each deadline that may fall, a
 * millisecond before it and one after it.
 */
final class Idle extends Comparing {
  private static final long EVERY_MILLIS = 1_000;

  /** In a scenario that is longer than so many seconds they come less often. */
  private static final long MOST = 10_000;

  Idle() {
    super("idle", "Steps that do nothing change nothing, however many there are.", Rule.DRV_03);
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    return ImmutableList.of(
        ImmutableVariant.builder()
            .how("with steps between that do nothing")
            .otherwise("without them")
            .scenario(Remade.of(base, "/idle", steps(base, setting.profile()), base.untilMillis()))
            .build());
  }

  private static ImmutableList<Step> steps(Scenario base, Profile profile) {
    Map<UserId, Link> links = new HashMap<>();
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    int next = 0;
    int turn = 0;
    for (long atMillis : instants(base, profile)) {
      while (next < base.steps().size() && at(base, next) <= atMillis) {
        Step step = base.steps().get(next);
        Link before = links.getOrDefault(step.uid(), Link.OUT);
        links.put(step.uid(), before.after(step.action(), step.direction()));
        steps.add(step);
        next++;
      }
      Participant who = base.participants().get(turn % base.participants().size());
      boolean cut = links.getOrDefault(who.uid(), Link.OUT).isCut();
      steps.add(Step.of(atMillis, cut ? Action.DROP : Action.RESTORE, who.uid()));
      turn++;
    }
    return steps.addAll(base.steps().subList(next, base.steps().size())).build();
  }

  private static ImmutableSortedSet<Long> instants(Scenario base, Profile profile) {
    TreeSet<Long> instants = new TreeSet<>();
    long everyMillis = Math.max(EVERY_MILLIS, base.untilMillis() / MOST);
    for (long atMillis = 0; atMillis <= base.untilMillis(); atMillis += everyMillis) {
      instants.add(atMillis);
    }
    for (Step step : base.steps()) {
      for (Threshold threshold : profile.thresholds()) {
        long deadlineMillis = step.atMillis() + threshold.millis();
        instants.add(deadlineMillis - 1);
        instants.add(deadlineMillis);
        instants.add(deadlineMillis + 1);
      }
    }
    instants.tailSet(base.untilMillis(), false).clear();
    return ImmutableSortedSet.copyOf(instants);
  }

  private static long at(Scenario scenario, int step) {
    Step next = scenario.steps().get(step);
    return next.atMillis();
  }
}
