package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;

/** How far what a real clock can't tell reaches, to the millisecond: 300 ms early, 700 ms late. */
class BlursTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Tolerance TOLERANCE = new Tolerance(300, 700);

  /** The longest window of the profile is 20 s. */
  @ParameterizedTest
  @CsvSource({
    "9699, 1, 2, none",
    "9700, 1, 2, TOO_CLOSE",
    "31200, 2, 1, TOO_CLOSE",
    "31201, 1, 2, none",
    "15000, 1, 3, none",
    "15000, 1, , none",
    "15000, , , TOO_CLOSE"
  })
  void twoStepsThatCannotBeToldApartReachFromTheFirstToAWindowAfterTheLast(
      long atMillis, @Nullable Long uid, @Nullable Long peer, String expected) {
    Blurs blurs = Blurs.of(PROFILE, TOLERANCE).orElseThrow();
    blurs.add(step(10_000, Action.DROP, 1));
    blurs.add(step(10_500, Action.DROP, 2));
    assertReaches(expected, blurs, atMillis, uid, peer);
  }

  @Test
  void stepsAreToldApartFromASecondOn() {
    Blurs blurs = Blurs.of(PROFILE, TOLERANCE).orElseThrow();
    blurs.add(step(10_000, Action.DROP, 1));
    blurs.add(step(11_000, Action.DROP, 2));
    assertReaches("none", blurs, 15_000, 1L, 2L);
    blurs.add(step(11_999, Action.RESTORE, 2));
    assertReaches("TOO_CLOSE", blurs, 15_000, 2L, null);
  }

  /** Of a thousand that are kept the first is forgotten: then all differences are in doubt. */
  @ParameterizedTest
  @CsvSource({"1000, 21200, none", "1001, 21200, TOO_CLOSE", "1001, 21201, none"})
  void whatIsForgottenReachesEverybody(int pairs, long atMillis, String expected) {
    Blurs blurs = Blurs.of(PROFILE, TOLERANCE).orElseThrow();
    for (int pair = 0; pair < pairs; pair++) {
      blurs.add(step(pair * 2_000L, Action.DROP, 1));
      blurs.add(step(pair * 2_000L + 500, Action.DROP, 2));
    }
    assertReaches(expected, blurs, atMillis, 3L, 4L);
  }

  @ParameterizedTest
  @CsvSource({"10000, 10999, ATTEMPT", "10000, 11000, none"})
  void anAttemptNearAReturnIsInDoubtWhicheverComesFirst(
      long firstMillis, long secondMillis, String expected) {
    Blurs attemptLast = Blurs.of(PROFILE, TOLERANCE).orElseThrow();
    attemptLast.add(step(firstMillis, Action.RESTORE, 1));
    attemptLast.add(new ConnectAttempt(secondMillis, UserId.of(1), "b"));
    assertReaches(expected, attemptLast, 12_000, 1L, null);
    Blurs attemptFirst = Blurs.of(PROFILE, TOLERANCE).orElseThrow();
    attemptFirst.add(new ConnectAttempt(firstMillis, UserId.of(1), "b"));
    attemptFirst.add(step(secondMillis, Action.RESTORE, 1));
    assertReaches(expected, attemptFirst, 12_000, 1L, null);
  }

  @ParameterizedTest
  @CsvSource({"63999, none", "64000, GIVING_UP", "66000, GIVING_UP", "66001, none"})
  void aStepNearGivingUpIsInDoubt(long restoreMillis, String expected) {
    Profile givesUp = ImmutableProfile.copyOf(PROFILE).withGiveUpAfterMillis(60_000);
    Blurs blurs = Blurs.of(givesUp, TOLERANCE).orElseThrow();
    blurs.add(step(5_000, Action.DROP, 1));
    blurs.add(step(restoreMillis, Action.RESTORE, 1));
    assertReaches(expected, blurs, restoreMillis + 1_000, 1L, null);
  }

  @Test
  void whatIsExactIsNotBlurred() {
    assertEquals(Optional.empty(), Blurs.of(PROFILE, Tolerance.EXACT).map(unused -> "made"));
  }

  private static void assertReaches(
      String expected, Blurs blurs, long atMillis, @Nullable Long uid, @Nullable Long peer) {
    Divergence difference =
        new Divergence(
            atMillis,
            Divergence.Kind.MISSING,
            ImmutableSet.of(),
            "",
            Optional.ofNullable(uid).map(UserId::of),
            Optional.ofNullable(peer).map(UserId::of),
            Optional.empty());
    assertEquals(
        Arrays.stream(Doubt.values()).filter(doubt -> doubt.name().equals(expected)).findFirst(),
        blurs.reaching(difference),
        "a difference at " + atMillis + " of user " + uid + " about user " + peer);
  }

  private static Step step(long atMillis, Action action, long uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }
}
