package org.rejoin.tck.stage;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/**
 * What a run can't judge on a port that hosts one client, since the kit plays all the rest: the one
 * place that names it, for runs and documents.
 */
public final class ClientViewLimits {
  private static final String GOODBYE =
      "the kit says the goodbye of others: judged is what the client makes of it, not that it says"
          + " one itself";

  private static final ImmutableMap<Rule, String> UNSEEN =
      ImmutableMap.of(Rule.KILL_10, "channels are the server's, and the kit plays the server");

  private static final ImmutableMap<Rule, String> HALF_SEEN =
      ImmutableMap.of(
          Rule.KILL_01, GOODBYE,
          Rule.KILL_02, GOODBYE,
          Rule.KILL_03, GOODBYE,
          Rule.DRV_06, GOODBYE);

  private static final ImmutableSet<Feature> UNSEEN_FEATURES =
      ImmutableSet.of(Feature.CHANNEL_LIFECYCLE);

  private ClientViewLimits() {}

  /** The rules that can't be judged at all, in the order of the rules. */
  public static ImmutableSet<Rule> unseen() {
    return UNSEEN.keySet();
  }

  /** The features that such a port can't show, whatever it declares. */
  public static ImmutableSet<Feature> unseenFeatures() {
    return UNSEEN_FEATURES;
  }

  /** The rules of which the observer's half is judged and the other half is the kit's. */
  public static ImmutableSet<Rule> halfSeen() {
    return HALF_SEEN.keySet();
  }

  /** Why a rule can't be judged, or only half; empty if it can. */
  public static Optional<String> reason(Rule rule) {
    return Optional.ofNullable(UNSEEN.getOrDefault(rule, HALF_SEEN.get(rule)));
  }
}
