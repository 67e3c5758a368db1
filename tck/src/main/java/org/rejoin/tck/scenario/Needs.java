package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;

/** Which features a port needs to run a scenario. */
public final class Needs {
  private Needs() {}

  /** The features that the scenario's steps call for. */
  public static ImmutableSet<Feature> of(Scenario scenario) {
    EnumSet<Feature> needs = EnumSet.noneOf(Feature.class);
    if (!scenario.servers().isEmpty()) {
      needs.add(Feature.ATTEMPTS);
    }
    for (Step step : scenario.steps()) {
      switch (step.action()) {
        case LEAVE -> needs.add(Feature.LEAVE);
        case KILL, RESTART -> needs.add(Feature.KILL);
        case JOIN, DROP, RESTORE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
          // Every port can do these.
        }
      }
      if (step.direction() != Direction.BOTH) {
        needs.add(Feature.ONE_WAY_LOSS);
      }
      if (!step.channel().equals(Step.MAIN_CHANNEL)) {
        needs.add(Feature.CHANNELS);
      }
    }
    return Sets.immutableEnumSet(needs);
  }
}
