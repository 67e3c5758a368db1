package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside does no harm, and its width is known. */
class SafeTextTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, '\n', '\r', 0x1B, 0x7F, 0x9B, 0x200B, 0x200F, 0x2028, 0x202E, 0x2066, 0xD800, 0xE000,
        0xFEFF, 0xFFFE, 0xFFFF
      })
  void whatMovesHidesOrIsNoXmlIsReplaced(int point) {
    assertEquals("a\uFFFDb", SafeText.clean("a" + Character.toString(point) + "b"));
  }

  @Test
  void ordinaryTextOfAnyLanguageStays() {
    String text = "onUserOffline(1) 频道 チャンネル é <&>\"'";
    assertEquals(text, SafeText.clean(text));
  }

  @Test
  void aPileOfMarksOnOneLetterIsCut() {
    assertEquals(4, SafeText.clean("e" + "\u0301".repeat(100)).length());
  }

  @Test
  void textIsCutByColumnsNotByCharacters() {
    assertEquals("频道…", SafeText.clean("频道频道", 6));
    assertEquals("频道频道", SafeText.clean("频道频道", 8));
    assertTrue(SafeText.clean("x".repeat(10_000_000), 20).length() <= 20);
  }

  @Test
  void asciiEscapesEverythingElse() {
    assertEquals("a\\u4e2d\\u1f600...", SafeText.ascii("a中😀…"));
  }

  @Test
  void wideCharactersCountTwoAndMarksNone() {
    assertEquals(3, DisplayWidth.of("abc"));
    assertEquals(4, DisplayWidth.of("频道"));
    assertEquals(1, DisplayWidth.of("e\u0301"));
    assertEquals(2, DisplayWidth.of("😀"));
    assertEquals("频道  |", DisplayWidth.padded("频道", 6) + "|");
  }

  @Test
  void timesAreAsShortAsTheyAreExact() {
    assertEquals("9 s", TimeText.brief(9_000));
    assertEquals("9.001 s", TimeText.brief(9_001));
    assertEquals("0.5 s", TimeText.brief(500));
    assertEquals("0 s", TimeText.brief(0));
    assertEquals("100 s", TimeText.brief(100_000));
    assertEquals("1505.020 s", TimeText.exact(1_505_020));
  }
}
