package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Profile;
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
    ImmutableSet<Feature> all = ImmutableSet.copyOf(Feature.values());
    return Timeline.of(
        scenario, trace, new Oracle(profile, all).judge(scenario, trace).expected(), profile);
  }
}
