package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profile;

/** Every check that a run judges under a profile, but for the generated ones. */
public final class Catalogue {
  private Catalogue() {}

  /**
   * The same, each written scenario on those platforms of its families that a port plays; the
   * matrix and the boundaries have checks for every platform.
   *
   * @param hosting the platforms that the port plays
   */
  public static ImmutableList<Check> checks(Profile profile, Hosting hosting) {
    return checks(profile).stream()
        .map(hosting::inFamilies)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The checks in the order of the report: the rules' own, situations, the profile's own, the
   * platform matrix, the boundaries.
   */
  public static ImmutableList<Check> checks(Profile profile) {
    ImmutableList.Builder<Check> all = ImmutableList.builder();
    RuleExamples.all().forEach(example -> all.add(example.check()));
    Situations.all().forEach(example -> all.add(example.check()));
    ProfileExamples.of(profile).forEach(own -> all.add(own.example().check()));
    return all.addAll(Matrix.checks(profile)).addAll(Boundaries.checks(profile)).build();
  }
}
