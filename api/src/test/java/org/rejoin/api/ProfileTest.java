package org.rejoin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The constants of the text, and the checks that every profile passes. */
class ProfileTest {

  @Test
  void theDefaultHasTheFiveConstantsOfTheText() {
    Profile profile = Profiles.AGORA_2019_05;
    assertEquals(4_000, profile.interruptedAfterMillis());
    assertEquals(10_000, profile.lostAfterMillis());
    assertEquals(20_000, profile.goneAfterMillis());
    assertEquals(10_000, profile.webGoneAfterMillis());
    assertEquals(10_000, profile.channelDestroyedAfterMillis());
    assertEquals(LostOrigin.LAST_DATA, profile.lostOrigin());
    assertEquals(true, profile.giveUpAfterMillis().isEmpty());
  }

  @Test
  void lostIsCountedFromItsOrigin() {
    assertEquals(10_000, Profiles.AGORA_2019_05.lostSinceLastDataMillis());
    assertEquals(15_000, Profiles.AGORA_2020_TIMELINE.lostSinceLastDataMillis());
    assertEquals(14_000, Profiles.AGORA_CURRENT.lostSinceLastDataMillis());
  }

  @Test
  void everyConstantIsAThreshold() {
    assertEquals(
        "[interrupted 4000, lost 14000, give-up 1200000, gone 20000, live-gone 30000,"
            + " web-gone 10000, channel 10000]",
        text(ImmutableProfile.copyOf(Profiles.AGORA_CURRENT).withLiveGoneAfterMillis(30_000)));
  }

  private static String text(Profile profile) {
    return profile.thresholds().stream()
        .map(threshold -> threshold.name() + " " + threshold.millis())
        .toList()
        .toString();
  }

  @Test
  void theLongestIsThatOfWhatIsToldAndNotGivingUp() {
    ImmutableProfile profile = ImmutableProfile.copyOf(Profiles.AGORA_CURRENT);
    assertEquals(20_000, profile.longestMillis());
    assertEquals(30_000, profile.withLiveGoneAfterMillis(30_000).longestMillis());
    assertEquals(31_000, profile.withWebGoneAfterMillis(31_000).longestMillis());
    assertEquals(32_000, profile.withChannelDestroyedAfterMillis(32_000).longestMillis());
    assertEquals(37_000, profile.withLostAfterMillis(33_000).longestMillis());
  }

  @Test
  void theWindowIsTheObservers() {
    Profile live = ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLiveGoneAfterMillis(30_000);
    assertEquals(20_000, live.windowMillis(Family.AWL, Mode.COMMUNICATION));
    assertEquals(30_000, live.windowMillis(Family.APPLE, Mode.LIVE));
    assertEquals(10_000, live.windowMillis(Family.WEB, Mode.LIVE));
    assertEquals(20_000, Profiles.AGORA_2019_05.windowMillis(Family.AWL, Mode.LIVE));
  }

  @Test
  void profilesAreFoundById() {
    assertEquals(
        List.of("agora-2019-05", "agora-2020-timeline", "agora-current"),
        Profiles.ALL.stream().map(Profile::id).toList());
    assertEquals(Optional.of(Profiles.AGORA_CURRENT), Profiles.ofId("agora-current"));
    assertEquals(Optional.empty(), Profiles.ofId("agora"));
  }

  @Test
  void constantsOutOfOrderAreRefusedByName() {
    assertEquals(
        "profile x: webGoneAfterMillis must be positive, was 0",
        refusal(profile -> profile.withWebGoneAfterMillis(0)));
    assertEquals(
        "profile x: lost (3000 ms after the last data) must come after interrupted (4000 ms)",
        refusal(profile -> profile.withLostAfterMillis(3_000)));
    assertEquals(
        "profile x: giveUpAfterMillis must come after lost (10000 ms after the last data)",
        refusal(profile -> profile.withGiveUpAfterMillis(10_000)));
    assertEquals("profile: id must not be empty", refusal(profile -> profile.withId("")));
  }

  @Test
  void platformsAndUidsAreFoundAndRefused() {
    assertEquals(Optional.of(Platform.MACOS), Platform.ofId("macos"));
    assertEquals(Optional.empty(), Platform.ofId("MacOS"));
    assertEquals(
        "uid must be 1 to 4294967295, was 0",
        assertThrows(IllegalArgumentException.class, () -> UserId.of(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> UserId.of(4_294_967_296L));
    assertEquals("4294967295", UserId.of(4_294_967_295L).toString());
  }

  private static String refusal(UnaryOperator<ImmutableProfile> change) {
    ImmutableProfile sound = ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withId("x");
    return String.valueOf(
        assertThrows(IllegalStateException.class, () -> change.apply(sound)).getMessage());
  }
}
