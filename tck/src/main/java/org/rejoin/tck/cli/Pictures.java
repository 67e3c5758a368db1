package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.timeline.SvgSize;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineSvg;
import org.rejoin.tck.timeline.TimelineText;

/** Timelines as the command shows them: what was seen on the reference, with what was due. */
final class Pictures {
  private static final int COLUMNS = 100;

  private Pictures() {}

  static String text(Scenario scenario, Trace trace, Profile profile) {
    return TimelineText.render(timeline(scenario, trace, profile), COLUMNS, false);
  }

  static String svg(Scenario scenario, Trace trace, Profile profile) {
    return TimelineSvg.render(timeline(scenario, trace, profile), "timeline", SvgSize.WIDE);
  }

  private static Timeline timeline(Scenario scenario, Trace trace, Profile profile) {
    return Timeline.of(scenario, trace, expected(scenario, trace, profile), profile);
  }

  /** Whether a scenario is what one client meets, and no whole channel. */
  static boolean isClientsView(Scenario scenario) {
    return scenario.steps().stream().anyMatch(step -> step.action().isAboutPeer());
  }

  /** What was due; what one client meets is judged as a part of a channel alone, so what came. */
  private static ImmutableList<Expectation> expected(
      Scenario scenario, Trace trace, Profile profile) {
    return isClientsView(scenario)
        ? trace.callbacks().stream()
            .map(
                it ->
                    new Expectation(
                            Expectation.Level.REQUIRED,
                            it.atMillis(),
                            it.uid(),
                            it.callback(),
                            ImmutableSet.of())
                        .metBy(it, true))
            .collect(ImmutableList.toImmutableList())
        : new Oracle(profile, ImmutableSet.copyOf(Feature.values()))
            .judge(scenario, trace)
            .expected();
  }
}
