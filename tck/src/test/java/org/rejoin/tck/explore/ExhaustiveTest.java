package org.rejoin.tck.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.explore.Coverage.Pairs;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;

/** There is a scenario for every reachable pair of two users, and it says what it does. */
class ExhaustiveTest {
  private static final ImmutableSet<Platform> EVERY = ImmutableSet.copyOf(Platform.values());
  private static final ImmutableSet<UserId> JUDGED = ImmutableSet.of(UserId.of(1));
  private static final Exhaustive ALL = Exhaustive.of(Profiles.AGORA_2019_05, EVERY, EVERY);

  /** The shipped ones, and such as have a live window on the other side of another threshold. */
  static List<Profile> profiles() {
    ImmutableProfile text = ImmutableProfile.copyOf(Profiles.AGORA_2019_05);
    return ImmutableList.<Profile>builder()
        .addAll(Profiles.ALL)
        .add(text.withId("live-30s").withLiveGoneAfterMillis(30_000))
        .add(text.withId("live-8s").withLiveGoneAfterMillis(8_000))
        .build();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void togetherTheyExerciseEveryPairOfTheFirstUser(Profile profile) {
    Exhaustive all = Exhaustive.of(profile, EVERY, EVERY);
    Coverage coverage = new Coverage(profile);
    IntStream.range(0, all.size())
        .forEach(index -> coverage.add(all.check(index).scenario(), JUDGED));
    Pairs pairs = coverage.count(EVERY, EVERY).two();
    assertEquals(pairs.reachable(), OptionalInt.of(pairs.exercised()));
  }

  @Test
  void aPortOfOneFamilyIsDrivenThroughAllThatItsUsersCanComeTo() {
    for (Platform platform : List.of(Platform.MACOS, Platform.WEB)) {
      ImmutableSet<Platform> one = ImmutableSet.of(platform);
      Exhaustive all = Exhaustive.of(Profiles.AGORA_2019_05, one, one);
      Coverage coverage = new Coverage(Profiles.AGORA_2019_05);
      for (int index = 0; index < all.size(); index++) {
        Scenario scenario = all.check(index).scenario();
        if (scenario.participants().stream().allMatch(who -> who.platform() == platform)) {
          coverage.add(scenario, JUDGED);
        }
      }
      Pairs pairs = coverage.count(one, one).two();
      assertEquals(pairs.reachable(), OptionalInt.of(pairs.exercised()), platform.id());
    }
  }

  @Test
  void idsAreTheSameForEveryPortAndNeverGivenTwice() {
    Set<String> ids = new HashSet<>();
    ImmutableSet<Platform> web = ImmutableSet.of(Platform.WEB);
    Exhaustive ofWeb = Exhaustive.of(Profiles.AGORA_2019_05, web, web);
    assertEquals(ALL.size(), ofWeb.size());
    for (int index = 0; index < ALL.size(); index++) {
      assertTrue(ids.add(ALL.id(index)), ALL.id(index));
      assertEquals(ALL.id(index), ofWeb.id(index));
      assertEquals(ALL.id(index), ALL.check(index).id());
    }
  }

  @Test
  void aLiveWindowOfItsOwnHasChecksOfItsOwn() {
    Profile profile =
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLiveGoneAfterMillis(30_000);
    Exhaustive all = Exhaustive.of(profile, EVERY, EVERY);
    ImmutableSet<String> ids =
        IntStream.range(0, all.size()).mapToObj(all::id).collect(ImmutableSet.toImmutableSet());
    assertEquals(all.size(), ids.size());
    assertTrue(ids.containsAll(IntStream.range(0, ALL.size()).mapToObj(ALL::id).toList()));
    for (int index = 0; index < all.size(); index++) {
      assertEquals(
          all.id(index).contains("/live") ? Mode.LIVE : Mode.COMMUNICATION,
          all.check(index).scenario().mode(),
          all.id(index));
    }
    assertEquals(Set.of("awl", "apple"), familiesIn(ids, "/live"));
  }

  private static Set<String> familiesIn(Set<String> ids, String part) {
    return ids.stream()
        .filter(id -> id.contains(part))
        .map(id -> id.split("/", -1)[1])
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  void thresholdsWithHardlyACommonStepAreRefusedInWords() {
    Profile odd = ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withGoneAfterMillis(20_001);
    assertEquals(
        "Thresholds[interruptedMillis=4000, lostMillis=10000, windowMillis=20001]: their widest"
            + " common step is 1 ms, too short to try every instant",
        assertThrows(IllegalArgumentException.class, () -> Exhaustive.of(odd, EVERY, EVERY))
            .getMessage());
  }

  @Test
  void aCheckIsTheShortestWayTheInputRestAndEverybodysReturn() {
    assertEquals(
        "{\"name\":\"exhaustive/web/connected/cut-silent/kill\","
            + "\"participants\":[{\"uid\":1,\"platform\":\"web\"},{\"uid\":2,\"platform\":\"PEER\"}],"
            + "\"steps\":[{\"at\":0,\"do\":\"join\",\"uid\":1},{\"at\":0,\"do\":\"join\",\"uid\":2},"
            + "{\"at\":0,\"do\":\"drop\",\"uid\":2},{\"at\":0,\"do\":\"kill\",\"uid\":1},"
            + "{\"at\":21000,\"do\":\"restart\",\"uid\":1},"
            + "{\"at\":21000,\"do\":\"restore\",\"uid\":2}],"
            + "\"until\":22000}",
        json("exhaustive/web/connected/cut-silent/kill"));
  }

  @Test
  void anInputAtAThresholdComesAMillisecondEarlyAndLateToo() {
    String id = "exhaustive/awl/cut-at-lost/out-unknown/restore";
    assertTrue(json(id).contains("{\"at\":10000,\"do\":\"restore\",\"uid\":1}"), json(id));
    assertTrue(json(id + "/early").contains("{\"at\":9999,\"do\":\"restore\",\"uid\":1}"));
    assertTrue(json(id + "/late").contains("{\"at\":10001,\"do\":\"restore\",\"uid\":1}"));
  }

  private static String json(String id) {
    int index =
        IntStream.range(0, ALL.size())
            .filter(at -> ALL.id(at).equals(id))
            .findFirst()
            .orElseThrow();
    Check check = ALL.check(index);
    return ScenarioJson.toJson(check.scenario())
        .toString()
        .replace(check.scenario().participants().get(1).platform().id(), "PEER");
  }
}
