package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.CallbackNames;

/** The one copy of the rules is whole, and its numbers and names are the text's. */
class RuleTest {

  @Test
  void thereAre39EachWithASentenceAndALine() {
    assertEquals(39, Rule.values().length);
    for (Rule rule : Rule.values()) {
      assertTrue(rule.sentence().endsWith("."), rule.id());
      assertTrue(!rule.lines().isEmpty(), rule.id());
    }
  }

  @Test
  void everyLineIsChineseWithItsEnglishAndIsUsed() {
    for (SeedLine line : SeedLine.values()) {
      assertTrue(
          line.chinese().codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF), line.name());
      assertTrue(line.english().codePoints().allMatch(c -> c < 0x80), line.name());
      assertTrue(
          Arrays.stream(Rule.values()).anyMatch(rule -> rule.lines().contains(line)), line.name());
    }
  }

  @Test
  void everyPublishedNameStandsInARule() {
    for (Family family : Family.values()) {
      for (Event.Kind kind : Event.Kind.values()) {
        CallbackSignature row =
            CallbackNames.table()
                .getOrDefault(new CallbackKey(family, kind), CallbackSignature.SILENT);
        assertTrue(
            row.isSilent()
                || Arrays.stream(Rule.values())
                    .anyMatch(rule -> rule.sentence().contains("`" + row.name() + "`")),
            row.name());
      }
    }
  }

  @Test
  void everyNumberInARuleStandsInItsLines() {
    Pattern seconds = Pattern.compile("(\\d+) ?s(?:econds)?\\b");
    for (Rule rule : Rule.values()) {
      String lines = rule.lines().stream().map(SeedLine::english).toList().toString();
      Set<String> published = numbers(seconds, lines);
      assertTrue(
          published.containsAll(numbers(seconds, rule.sentence())),
          rule.id() + ": " + rule.sentence());
    }
  }

  @Test
  void theDefaultProfileHasTheConstantsOfTheText() {
    Profile profile = Profiles.AGORA_2019_05;
    assertEquals(profile.interruptedAfterMillis(), millis(SeedLine.SILENT_4S));
    assertEquals(profile.lostAfterMillis(), millis(SeedLine.WITHIN_10S));
    assertEquals(profile.goneAfterMillis(), millis(SeedLine.AWL_GONE));
    assertEquals(profile.goneAfterMillis(), millis(SeedLine.APPLE_GONE));
    assertEquals(profile.goneAfterMillis(), millis(SeedLine.KILLED_BACK));
    assertEquals(profile.webGoneAfterMillis(), millis(SeedLine.WEB_GONE));
    assertEquals(profile.webGoneAfterMillis(), millis(SeedLine.KILLED_BACK_WEB));
    assertEquals(profile.channelDestroyedAfterMillis(), millis(SeedLine.LAST_USER));
  }

  @Test
  void rulesAreFoundById() {
    assertEquals(Optional.of(Rule.NET_10), Rule.ofId("net-10"));
    assertEquals(Optional.empty(), Rule.ofId("NET-99"));
  }

  private static Set<String> numbers(Pattern seconds, String text) {
    return seconds.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /** The one number of a line, which the text gives in seconds. */
  private static long millis(SeedLine line) {
    return Long.parseLong(line.chinese().replaceAll("\\D", "")) * 1_000;
  }
}
