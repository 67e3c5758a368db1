package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Shard;

/**
 * The checks of {@code --exhaustive}, as a run judges them. They count as one check: a defect that
 * names it is held to all of them, a correct port to a share, and on a real clock there are none.
 */
public final class ExhaustiveSuite implements Suite {
  /** The one check that all of them are. */
  static final String EXHAUSTIVE = "exhaustive";

  /** All of them take three seconds a port; no pattern in their order repeats after a prime. */
  private static final Shard SHARE = new Shard(1, 17);

  /** Of later profiles there are none: the states are the same with other numbers. */
  @Override
  public ImmutableSet<String> checks(Profile profile) {
    return profile.equals(Profiles.AGORA_2019_05) ? ImmutableSet.of(EXHAUSTIVE) : ImmutableSet.of();
  }

  @Override
  public boolean isFor(Defect defect, Claims claims) {
    return claims.killers().getOrDefault(defect.id(), ImmutableMap.of()).containsKey(EXHAUSTIVE);
  }

  @Override
  public Found found(Supplier<Port> ports, Profile profile) {
    return found(ports, profile, Shard.WHOLE);
  }

  @Override
  public Found foundOfCorrect(Variant variant) {
    return found(variant.ports(), variant.profile(), SHARE);
  }

  private static Found found(Supplier<Port> ports, Profile profile, Shard share) {
    try (Port port = ports.get()) {
      Hello hello = port.hello();
      if (hello.clock() == Hello.Clock.REAL) {
        return new Found(ImmutableMap.of(), Blame.NONE);
      }
      ImmutableRunOrder order =
          ImmutableRunOrder.builder()
              .plan(
                  Plan.of(ImmutableList.of(), profile, 1)
                      .with(Exhaustive.of(profile, hello.platforms(), hello.othersPlatforms())))
              .selection(ImmutableSelection.builder().shard(share).build())
              .build();
      RunResult result = new ConformanceRun(port, profile).run(order);
      return new Found(
          result.failures().stream()
              .limit(1)
              .collect(
                  ImmutableMap.toImmutableMap(failure -> EXHAUSTIVE, failure -> failure.message())),
          Blame.of(result));
    }
  }
}
