package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.run.Plan;

/** The order in which a run reports its checks. */
final class CheckOrder {
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * The order under a profile.
   *
   * @param profile its id; of one that this kit does not have the order is that of the ids
   */
  CheckOrder(String profile) {
    Profiles.ofId(profile)
        .ifPresent(it -> plan(it).ids().forEach(id -> places.put(id, places.size())));
  }

  private static Plan plan(Profile profile) {
    ImmutableSet<Platform> every = ImmutableSet.copyOf(Platform.values());
    return Plan.of(profile, 1, 0).with(Exhaustive.of(profile, every, every));
  }

  /**
   * Of items of a report that are about a check each: those written down, those of pairs, then the
   * generated ones by their numbers, then the properties.
   */
  Comparator<JsonNode> items() {
    return Comparator.<JsonNode>comparingInt(item -> group(item.path("origin").asText()))
        .thenComparingLong(item -> item.path("number").asLong())
        .thenComparing(item -> item.path("check").asText(), ids());
  }

  private static int group(String origin) {
    return switch (origin) {
      case "generated" -> 1;
      case "property" -> 2;
      default -> 0;
    };
  }

  /** Of ids of checks that are not generated. */
  Comparator<String> ids() {
    return Comparator.<String>comparingInt(id -> places.getOrDefault(id, Integer.MAX_VALUE))
        .thenComparing(Comparator.naturalOrder());
  }
}
