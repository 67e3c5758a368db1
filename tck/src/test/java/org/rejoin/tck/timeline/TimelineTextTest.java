package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/** The picture in a terminal, compared with ones that were looked at: {@code *.txt} beside it. */
class TimelineTextTest {

  @Test
  void anOutageWithTwoObserversLooksLikeThis() throws IOException {
    assertLooksLike("dropped.txt", Samples.ofReference(Samples.droppedFor12s()));
  }

  @Test
  void aKillWhileCutOffLooksLikeThis() throws IOException {
    assertLooksLike("killed.txt", Samples.ofReference(Samples.killedWhileCutOff()));
  }

  @Test
  void overlappingAndOneWayOutagesLookLikeThis() throws IOException {
    assertLooksLike("overlapping.txt", Samples.ofReference(Samples.overlapping()));
  }

  @Test
  void aLongOutageIsBrokenOut() throws IOException {
    assertLooksLike("long.txt", Samples.ofReference(Samples.cutOffFor25Minutes()));
  }

  @Test
  void whatIsMissingAndUnexpectedLooksLikeThis() throws IOException {
    assertLooksLike("failing.txt", Samples.failing());
  }

  @Test
  void asciiAloneLooksLikeThis() throws IOException {
    String text = TimelineText.renderAscii(Samples.failing(), 72, false);
    assertEquals(golden("failing-ascii.txt"), text);
    String hostile = TimelineText.renderAscii(Samples.hostile(), 72, false);
    assertTrue(CharMatcher.ascii().matchesAllOf(hostile), hostile);
  }

  @Test
  void hostileTextMovesNoCursorAndWrapsNoLine() {
    String text = TimelineText.render(Samples.hostile(), 60, false);
    assertEquals("", CharMatcher.javaIsoControl().retainFrom(text).replace("\n", ""));
    assertFalse(text.contains("\u202E") || text.contains("\u2028"));
    text.lines().forEach(line -> assertTrue(DisplayWidth.of(line) <= 60, line));
  }

  @Test
  void colourIsAddedOnlyWhenAskedForAndChangesNothingElse() {
    String plain = TimelineText.render(Samples.failing(), 80, false);
    String coloured = TimelineText.render(Samples.failing(), 80, true);
    assertFalse(plain.contains("\u001B"));
    assertTrue(coloured.contains("\u001B[1;31m✗"));
    assertEquals(plain, coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  @Test
  void remarksStayInTheirColumnBesideWideCharacters() {
    Trace trace =
        new Trace(
            ImmutableList.of(
                Samples.callback(1_000, 1, "频道已断开", 2), Samples.callback(2_000, 1, "plain", 2)),
            ImmutableList.of());
    Scenario scenario = Samples.joined("", Platform.WEB).untilMillis(9_000).build();
    Timeline timeline = Timeline.of(scenario, trace, ImmutableList.of(), Samples.DEFAULT);
    List<Integer> columns =
        TimelineText.render(timeline, 60, false)
            .lines()
            .filter(line -> line.endsWith("  unexpected"))
            .map(DisplayWidth::of)
            .toList();
    assertEquals(2, columns.size());
    assertEquals(columns.get(0), columns.get(1));
  }

  @Test
  void aTerminalTooNarrowStillGetsAPicture() {
    String text = TimelineText.render(Samples.ofReference(Samples.overlapping()), 1, false);
    assertEquals(text, TimelineText.render(Samples.ofReference(Samples.overlapping()), 48, false));
  }

  @Test
  void anOutageShorterThanAColumnShows() {
    Timeline timeline =
        Samples.ofReference(
            Samples.joined("", Platform.WEB)
                .addSteps(Samples.step(10_000, Action.DROP, 1))
                .addSteps(Samples.step(10_001, Action.RESTORE, 1))
                .untilMillis(20_000)
                .build());
    assertTrue(TimelineText.render(timeline, 60, false).contains("━░━"));
  }

  private static void assertLooksLike(String file, Timeline timeline) throws IOException {
    assertEquals(golden(file), TimelineText.render(timeline, 80, false));
  }

  private static String golden(String file) throws IOException {
    return Resources.toString(
        Resources.getResource(TimelineTextTest.class, file), StandardCharsets.UTF_8);
  }
}
