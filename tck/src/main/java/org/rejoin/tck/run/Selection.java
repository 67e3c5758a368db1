package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.EnumSet;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Participant;

/** Which checks of a plan a run judges; the others are not selected. */
@Value.Immutable
public interface Selection {
  /** Only what one of these matches; all, if there are none. */
  ImmutableList<Glob> only();

  /** Nothing that one of these matches. */
  ImmutableList<Glob> skip();

  /** Only checks whose users are all on these platforms; all platforms, if there are none. */
  ImmutableSet<Platform> platforms();

  /** Of what is left, this share. */
  @Value.Default
  default Shard shard() {
    return Shard.WHOLE;
  }

  /** All checks of every plan. */
  static Selection all() {
    return ImmutableSelection.builder().build();
  }

  /** The first glob that matches none of the plan's checks. */
  default Optional<Glob> unmatched(ImmutableList<Plan> plans) {
    return ImmutableList.<Glob>builder().addAll(only()).addAll(skip()).build().stream()
        .filter(glob -> plans.stream().flatMap(Plan::ids).noneMatch(glob::mayMatch))
        .findFirst();
  }

  /** The indexes of the selected checks, in order. */
  default ImmutableIntArray of(Plan plan) {
    ImmutableIntArray.Builder indexes = ImmutableIntArray.builder();
    int position = 0;
    for (int index = 0; index < plan.size(); index++) {
      if (matches(plan.id(index)) && plays(plan, index)) {
        if (shard().has(position)) {
          indexes.add(index);
        }
        position++;
      }
    }
    return indexes.build();
  }

  private boolean matches(String id) {
    return (only().isEmpty() || only().stream().anyMatch(glob -> glob.matches(id)))
        && skip().stream().noneMatch(glob -> glob.matches(id));
  }

  private boolean plays(Plan plan, int index) {
    // A property's sample is made for the platforms.
    return platforms().isEmpty()
        || plan.property(index).isPresent()
        || platforms().containsAll(platformsOf(plan.check(index)));
  }

  /** The platforms of a check's users. */
  static ImmutableSet<Platform> platformsOf(Check check) {
    EnumSet<Platform> platforms = EnumSet.noneOf(Platform.class);
    for (Participant who : check.scenario().participants()) {
      platforms.add(who.platform());
    }
    return Sets.immutableEnumSet(platforms);
  }
}
