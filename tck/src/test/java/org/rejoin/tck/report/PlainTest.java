package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** A port's words can't move the cursor, colour the screen or turn the text around. */
class PlainTest {

  @Test
  void plainTextStaysAndItsLinesDo() {
    assertEquals("boom at 15.000 s: 断网\nsecond", Plain.text("boom at 15.000 s: 断网\nsecond"));
  }

  @Test
  void controlAndDirectionCharactersAreReplaced() {
    String plain = Plain.text("a\u001b[2Jb\u0007c\u202Ed\uFFFFe\u2028f");
    for (String hostile : new String[] {"\u001b", "\u0007", "\u202E", "\uFFFF", "\u2028"}) {
      assertFalse(plain.contains(hostile), plain);
    }
  }
}
