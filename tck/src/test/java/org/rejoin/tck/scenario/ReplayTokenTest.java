package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** A token gives the same scenario and profile again, and nothing else is taken for one. */
class ReplayTokenTest {
  /** Written by the first kit that had tokens: it is to be read for ever. */
  private static final String KEPT = "r1fv4FuSMYPobmRIbQ0AwGYwtwMAAA";

  private static final String DAMAGED =
      "the token is damaged; paste the whole word that a failure shows";

  private static final Scenario SCENARIO =
      ImmutableScenario.builder()
          .name("generated/1/17")
          .addParticipants(
              new Participant(UserId.of(1), Platform.ANDROID),
              new Participant(UserId.of(2), Platform.WEB))
          .addSteps(
              Step.of(0, Action.JOIN, UserId.of(1)),
              Step.of(0, Action.JOIN, UserId.of(2)),
              Step.of(5_000, Action.DROP, UserId.of(1)),
              Step.of(17_000, Action.RESTORE, UserId.of(1)))
          .untilMillis(38_000)
          .build();

  @Test
  void everyCheckOfEveryProfileIsTheSameAgainAndShort() {
    for (Profile profile : Profiles.ALL) {
      for (Check check : Catalogue.checks(profile)) {
        ReplayToken token = new ReplayToken(profile, check.scenario());
        String text = token.text();
        assertEquals(token, ReplayToken.read(text), check.id());
        assertTrue(text.matches("r1[A-Za-z0-9_-]+"), text);
        assertTrue(text.length() < 500, () -> check.id() + ": " + text);
      }
    }
  }

  @Property(tries = 500)
  void soIsEveryGeneratedScenario(@ForAll long seed, @ForAll @LongRange(max = 9_999) long index) {
    ReplayToken token =
        new ReplayToken(
            Profiles.AGORA_CURRENT, new Generator(Profiles.AGORA_CURRENT, 6).generate(seed, index));
    assertEquals(token, ReplayToken.read(token.text()));
  }

  @Property(tries = 500)
  void noTokenWithAnotherCharacterGivesAnotherScenario(
      @ForAll @IntRange(max = 200) int place, @ForAll @IntRange(min = 1, max = 63) int change) {
    ReplayToken token = new ReplayToken(Profiles.AGORA_2019_05, SCENARIO);
    String text = token.text();
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int at = 2 + place % (text.length() - 2);
    char other = letters.charAt((letters.indexOf(text.charAt(at)) + change) % letters.length());
    String wrong = text.substring(0, at) + other + text.substring(at + 1);
    try {
      // The end has a few bits that say nothing.
      assertEquals(token, ReplayToken.read(wrong), wrong);
    } catch (InvalidTokenException refused) {
      assertEquals(DAMAGED, refused.getMessage(), wrong);
    }
  }

  @Test
  void aTokenOfTheFirstKitIsReadForEver() {
    assertEquals(new ReplayToken(Profiles.AGORA_2019_05, SCENARIO), ReplayToken.read(KEPT));
  }

  @Test
  void whatIsNoTokenIsToldInALine() {
    String text = new ReplayToken(Profiles.AGORA_2019_05, SCENARIO).text();
    assertRefused(
        "the token does not begin with r1; paste the whole word that a failure shows", "NET-10");
    assertRefused("the token is of another version of the kit; this one reads r1", "r2" + text);
    assertRefused(DAMAGED, "r1");
    assertRefused(DAMAGED, "r1*");
    assertRefused(DAMAGED, text.substring(0, text.length() - 4));
    assertRefused(DAMAGED, text + "AAAA");
    assertRefused("the token is longer than any that the kit gives", "r1" + "A".repeat(1 << 20));
  }

  @Test
  void whatUnfoldsTooFarIsRefused() {
    assertRefused(
        "the token unfolds to more than any scenario of the kit", token(" ".repeat(8 << 20)));
  }

  @Test
  void whatHoldsNoScenarioIsRefused() {
    assertRefused("the token holds no JSON", token("{"));
    assertRefused("the token holds no scenario: scenario: must be an object, was ", token("{}"));
    assertRefused(
        "the token holds no scenario: until: is missing",
        token("{\"scenario\":{\"participants\":[],\"steps\":[]}}"));
    assertRefused(
        "the token is of the profile 'mine', which this kit does not have",
        token("{\"profile\":\"mine\"}"));
  }

  @Test
  void onlyProfilesThatTheProjectShipsHaveTokens() {
    Profile mine = ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withGoneAfterMillis(30_000);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new ReplayToken(mine, SCENARIO).text());
    assertEquals("there is no profile of the project like agora-2019-05", refused.getMessage());
  }

  /** A well-formed token that holds something else; it uses nothing of the dictionary. */
  private static String token(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[1 << 16];
    int length = deflater.deflate(out, 4, out.length - 4);
    deflater.end();
    for (int i = 0; i < 4; i++) {
      out[i] = (byte) (sum.getValue() >> (24 - 8 * i));
    }
    return "r1"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(out, length + 4));
  }

  private static void assertRefused(String message, String text) {
    assertEquals(
        message,
        assertThrows(InvalidTokenException.class, () -> ReplayToken.read(text)).getMessage());
  }
}
