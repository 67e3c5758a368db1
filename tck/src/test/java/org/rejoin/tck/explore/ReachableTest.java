package org.rejoin.tck.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Family;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Reachable.Counts;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;

/** The numbers of pairs that are written down are those that exploring finds. */
class ReachableTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

  @Test
  void theWrittenNumbersAreThoseThatExploringFinds() {
    Reachable.WRITTEN.forEach(
        (thresholds, written) ->
            assertEquals(
                new Counts(
                    explored(Users.TWO, thresholds, Goodbyes.ALWAYS),
                    explored(Users.TWO, thresholds, Goodbyes.EITHER),
                    explored(Users.THREE, thresholds, Goodbyes.EITHER)),
                written,
                thresholds.toString()));
  }

  @Test
  void killsOfOneKindAreAsManyPairsAsKillsOfTheOther() {
    Thresholds thresholds = Thresholds.of(PROFILE, Family.AWL, Mode.COMMUNICATION);
    assertEquals(
        explored(Users.TWO, thresholds, Goodbyes.ALWAYS),
        explored(Users.TWO, thresholds, Goodbyes.NEVER));
  }

  @Test
  void everyShippedProfileIsWrittenDown() {
    for (Profile profile : Profiles.ALL) {
      for (Family family : Family.values()) {
        Thresholds thresholds = Thresholds.of(profile, family, Mode.COMMUNICATION);
        assertTrue(Reachable.WRITTEN.containsKey(thresholds), profile.id());
      }
    }
  }

  @Test
  void thresholdsWithoutACommonStepAreNotExplored() {
    assertEquals(
        OptionalInt.empty(),
        Reachable.pairs(Users.TWO, List.of(new Thresholds(4_001, 10_000, 20_000)), Goodbyes.NEVER));
  }

  @Test
  void thresholdsOfOnesOwnProfileAreExplored() {
    Profile own = ImmutableProfile.copyOf(PROFILE).withInterruptedAfterMillis(6_000);
    Thresholds thresholds = Thresholds.of(own, Family.WEB, Mode.COMMUNICATION);
    assertEquals(
        OptionalInt.of(4_732), Reachable.pairs(Users.TWO, List.of(thresholds), Goodbyes.NEVER));
  }

  @Test
  void noGeneratedScenarioLeadsToWhatTheLatticeDoesNotReach() {
    Generator generator = new Generator(PROFILE, 3);
    for (Family family : List.of(Family.AWL, Family.WEB)) {
      Thresholds thresholds = Thresholds.of(PROFILE, family, Mode.COMMUNICATION);
      for (Users users : Users.values()) {
        BitSet met = met(generator, users, family, thresholds);
        assertTrue(met.cardinality() > 300, () -> users + ": " + met.cardinality());
        for (boolean goodbyes : new boolean[] {false, true}) {
          Lattice lattice = Lattice.explore(users, thresholds, goodbyes);
          met.stream().filter(lattice::isReached).forEach(met::clear);
        }
        assertEquals(new BitSet(), met);
      }
    }
  }

  private static int explored(Users users, Thresholds thresholds, Goodbyes goodbyes) {
    return Reachable.which(users, List.of(thresholds), goodbyes).orElseThrow().cardinality();
  }

  private static BitSet met(
      Generator generator, Users users, Family family, Thresholds thresholds) {
    BitSet met = new BitSet();
    for (long index = 0; index < 3_000; index++) {
      Scenario scenario = generator.generate(3, index);
      ImmutableList<Participant> all = scenario.participants();
      boolean counted = all.size() == users.others() + 1 && new Coverage(PROFILE).counts(scenario);
      for (Participant who : all) {
        if (counted && who.platform().family() == family) {
          new Follower(users, thresholds, met).follow(scenario, who);
        }
      }
    }
    return met;
  }
}
