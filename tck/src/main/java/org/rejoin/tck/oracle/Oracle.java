package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** Judges what was seen in a scenario against the text. */
public final class Oracle {

  private Oracle() {}

  /**
   * Judges a whole trace.
   *
   * @param scenario what was done
   * @param trace what was seen
   * @param profile the constants and names in force
   * @param features what the port declared
   */
  public static Judgement judge(
      Scenario scenario, Trace trace, Profile profile, ImmutableSet<Feature> features) {
    return new Judgement(ImmutableList.of(), ImmutableList.of(), ImmutableMultiset.of());
  }
}
