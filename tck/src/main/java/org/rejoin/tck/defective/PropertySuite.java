package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;

/**
 * The properties, as a run holds them on their sample. They are tried on the defects that name one
 * of them: most show in single scenarios, and there the other checks find them sooner.
 */
public final class PropertySuite implements Suite {
  private final long seed;

  /** The properties on the sample of a seed. */
  public PropertySuite(long seed) {
    this.seed = seed;
  }

  /** Of later profiles there are none: what holds between traces is the same under each. */
  @Override
  public ImmutableSet<String> checks(Profile profile) {
    return profile.equals(Profiles.AGORA_2019_05) ? Properties.IDS : ImmutableSet.of();
  }

  @Override
  public boolean isFor(Defect defect, Claims claims) {
    return claims.killers().getOrDefault(defect.id(), ImmutableMap.of()).keySet().stream()
        .anyMatch(Properties.IDS::contains);
  }

  @Override
  public Found found(Supplier<Port> ports, Profile profile) {
    if (checks(profile).isEmpty()) {
      return new Found(ImmutableMap.of(), Blame.NONE);
    }
    try (Port port = ports.get()) {
      ImmutableRunOrder order =
          ImmutableRunOrder.builder()
              .plan(Plan.of(profile, seed, 0))
              .selection(ImmutableSelection.builder().addOnly(new Glob("property/*")).build())
              .build();
      RunResult result = new ConformanceRun(port, profile).run(order);
      return new Found(
          result.failures().stream()
              .collect(
                  ImmutableMap.toImmutableMap(
                      failure -> failure.check().id(), failure -> failure.message())),
          Blame.of(result));
    }
  }
}
