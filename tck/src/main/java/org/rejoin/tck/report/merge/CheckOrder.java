package org.rejoin.tck.report.merge;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.run.Plan;

/** The order in which a run reports its checks, by their ids. */
final class CheckOrder {
  private final String generated;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * The order under a profile.
   *
   * @param profile its id; of one that this kit does not have the order is that of the ids
   * @param seed where generated checks begin
   */
  CheckOrder(String profile, long seed) {
    this.generated = Plan.GENERATED + seed + "/";
    Profiles.ofId(profile)
        .ifPresent(it -> plan(it, seed).ids().forEach(id -> places.put(id, places.size())));
  }

  private static Plan plan(Profile profile, long seed) {
    ImmutableSet<Platform> every = ImmutableSet.copyOf(Platform.values());
    return Plan.of(profile, seed, 0).with(Exhaustive.of(profile, every, every));
  }

  /**
   * Those written down, those of pairs, then the generated ones by their numbers, then the
   * properties.
   */
  Comparator<String> byPlace() {
    return Comparator.<String>comparingInt(CheckOrder::group)
        .thenComparingLong(this::place)
        .thenComparing(Comparator.naturalOrder());
  }

  private static int group(String id) {
    return Plan.isGenerated(id) ? 1 : id.startsWith(Property.PREFIX) ? 2 : 0;
  }

  private long place(String id) {
    if (id.startsWith(generated)) {
      return Optional.ofNullable(Longs.tryParse(id.substring(generated.length())))
          .orElse(Long.MAX_VALUE);
    }
    return places.getOrDefault(id, Integer.MAX_VALUE);
  }
}
