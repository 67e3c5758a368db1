package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted of recordings without a bound on what they hold. */
class TotalsTest {
  @Test
  void aHundredIgnoredNamesAreCountedEachAndTheRestTogether() {
    Totals totals = new Totals();
    for (int name = 0; name < 102; name++) {
      totals.addIgnored("on" + name, "because");
    }
    totals.addIgnored("on0", "because");
    totals.addIgnored("on0", "for another reason");
    List<IgnoredCallback> ignored = totals.ignored();
    assertEquals(101, ignored.size());
    assertEquals(new IgnoredCallback("on0", "because", 2), ignored.get(0));
    assertEquals(new IgnoredCallback("on99", "because", 1), ignored.get(99));
    assertEquals(
        new IgnoredCallback("others", "there are too many names to keep them", 3),
        ignored.get(100));
  }
}
