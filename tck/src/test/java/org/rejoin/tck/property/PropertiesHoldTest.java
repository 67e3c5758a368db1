package org.rejoin.tck.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Scenario;

/** No port that conforms is blamed, whatever it chooses; and the sample shows what it is about. */
class PropertiesHoldTest {
  @Test
  void theReferenceHasEveryPropertyUnderEveryProfile() {
    Profiles.ALL.forEach(profile -> assertHolds(new ReferencePort(), profile, 1));
  }

  @Test
  void aPortThatChoosesOtherwiseHasEveryProperty() {
    for (Profile profile : Profiles.ALL) {
      assertConformsAndHolds(new Choices.ToldAnew(true, false), profile);
      assertConformsAndHolds(new Choices.ToldAnew(false, true), profile);
      assertConformsAndHolds(new Choices.OtherNames(), profile);
      assertConformsAndHolds(new Choices.Less(Feature.CHANNELS, Feature.ONE_WAY_LOSS), profile);
    }
  }

  @Test
  void everyPropertyHasSomethingToHoldOnAndItsRulesAreMet() {
    Held.all(new ReferencePort(), Profiles.AGORA_2019_05, 1)
        .forEach(
            (id, finding) ->
                assertTrue(
                    finding instanceof Finding.Holds holds && holds.exercised().size() >= 50,
                    id + ": " + finding));
  }

  @Test
  void whatThePortDoesNotOfferIsNotInTheSample() {
    ImmutableMap<String, Finding> findings =
        Held.all(
            new Choices.Less(Feature.KILL, Feature.LEAVE, Feature.CHANNELS, Feature.ONE_WAY_LOSS),
            Profiles.AGORA_2019_05,
            1);
    assertEquals(
        ImmutableMap.of(
            "property/silence",
            new Finding.NothingToSee(
                    "no scenario of the sample that the port can run has what it is about", false)
                .toString()),
        Held.broken(findings));
  }

  @Test
  void anyTraceIsHandled() {
    ImmutableMap<String, Finding> findings = Held.all(new Noise(), Profiles.AGORA_2019_05, 1);
    // What differs each time says nothing of contexts.
    findings.forEach(
        (id, finding) ->
            assertEquals(
                !id.equals("property/context"),
                finding instanceof Finding.Broken,
                id + ": " + finding));
  }

  /**
   * On half of the sample, which is enough for every choice to show; of it what is too short for
   * anybody to give up, since these ports never do (D-13).
   */
  private static void assertConformsAndHolds(Port port, Profile profile) {
    long shorter = profile.giveUpAfterMillis().orElse(Long.MAX_VALUE);
    ImmutableList<Scenario> half =
        sample(port, profile, 2).stream()
            .filter(scenario -> scenario.untilMillis() < shorter)
            .limit(Sample.SIZE / 2)
            .collect(ImmutableList.toImmutableList());
    String name = port.getClass().getSimpleName() + ", " + profile.id();
    assertEquals(
        ImmutableList.of(), Held.refused(half, port, profile), name + " is no port that conforms");
    assertEquals(ImmutableMap.of(), Held.broken(Held.on(half, port, profile)), name);
  }

  private static void assertHolds(Port port, Profile profile, long seed) {
    assertEquals(
        ImmutableMap.of(),
        Held.broken(Held.on(sample(port, profile, seed), port, profile)),
        profile.id() + ", seed " + seed);
  }

  private static ImmutableList<Scenario> sample(Port port, Profile profile, long seed) {
    return Sample.of(seed, Setting.of(port.hello(), profile, ImmutableSet.of()));
  }
}
