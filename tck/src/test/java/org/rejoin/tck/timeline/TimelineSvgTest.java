package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture as a document: well formed, complete, harmless, the same every time. */
class TimelineSvgTest {

  @ParameterizedTest
  @EnumSource
  void everyCallbackIsLabelledOnce(SvgSize size) {
    Timeline timeline = Samples.failing();
    Multiset<String> labels = HashMultiset.create();
    for (Element text : elements(parse(TimelineSvg.render(timeline, "t", size)), "text")) {
      labels.add(text.getFirstChild().getTextContent());
    }
    Multiset<String> expected = HashMultiset.create();
    timeline
        .lanes()
        .forEach(lane -> lane.callbacks().forEach(callback -> expected.add(callback.label())));
    expected
        .entrySet()
        .forEach(entry -> assertEquals(entry.getCount(), labels.count(entry.getElement())));
  }

  /** Above a lane as below it, what comes first of one instant is on top. */
  @ParameterizedTest
  @EnumSource
  void stepsOfOneInstantAreReadDownwardsInTheirOrder(SvgSize size) {
    Scenario scenario =
        Samples.joined("", Platform.ANDROID)
            .addSteps(Samples.step(5_000, Action.DROP, 1), Samples.step(5_000, Action.RESTORE, 1))
            .addSteps(Samples.step(5_000, Action.LEAVE, 1))
            .untilMillis(10_000)
            .build();
    Timeline timeline = Samples.ofReference(scenario);
    List<String> downwards =
        elements(parse(TimelineSvg.render(timeline, "t", size)), "text").stream()
            .filter(text -> text.getAttribute("class").startsWith("label"))
            .filter(text -> List.of("drop", "restore", "leave").contains(text.getTextContent()))
            .sorted(Comparator.comparingDouble(text -> Double.parseDouble(text.getAttribute("y"))))
            .map(Element::getTextContent)
            .toList();
    assertEquals(List.of("drop", "restore", "leave"), downwards);
  }

  @Test
  void differencesAreSaidInWordsAndShapesNotInColourAlone() {
    String svg = TimelineSvg.render(Samples.failing(), "t", SvgSize.WIDE);
    assertTrue(svg.contains("25 s, unexpected</tspan>"));
    assertTrue(svg.contains("15 s, missing</tspan>"));
    assertTrue(svg.contains("<circle class=\"missing\""));
    assertTrue(svg.contains("<path class=\"unexpected\""));
  }

  @Test
  void itSaysWhatItShowsToThoseWhoDoNotSeeIt() {
    Document svg = parse(TimelineSvg.render(Samples.failing(), "t", SvgSize.WIDE));
    assertEquals("img", svg.getDocumentElement().getAttribute("role"));
    assertEquals("t-title t-desc", svg.getDocumentElement().getAttribute("aria-labelledby"));
    assertEquals("Timeline of dropped for 27 s", elements(svg, "title").get(0).getTextContent());
    String description = elements(svg, "desc").get(0).getTextContent();
    assertTrue(description.contains("cut off from 5 s to 32 s"), description);
    assertTrue(description.contains("stream-removed(1) due at 15 s, missing."), description);
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextIsOnlyEverText(SvgSize size) {
    String source = TimelineSvg.render(Samples.hostile(), "t", size);
    Document svg = parse(source);
    assertEquals(List.of(), elements(svg, "script"));
    assertEquals(List.of(), elements(svg, "b"));
    assertFalse(source.contains("onload=\""));
    assertTrue(source.length() < 40_000, "a port can't make pictures huge: " + source.length());
    assertFalse(Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n]]").matcher(source).find());
  }

  @Test
  void tensOfThousandsOfCallbacksStayAPicture() {
    List<TracedCallback> flood = new ArrayList<>();
    IntStream.range(0, 40_000).forEach(i -> flood.add(Samples.callback(i / 9, 1, "onFlood", 2)));
    Timeline timeline =
        Timeline.of(
            Samples.joined("", Platform.WEB).untilMillis(9_000).build(),
            new Trace(ImmutableList.copyOf(flood), ImmutableList.of()),
            ImmutableList.of(),
            Samples.DEFAULT);
    String svg = TimelineSvg.render(timeline, "t", SvgSize.WIDE);
    assertTrue(svg.contains(">and 39901 more<"));
    assertTrue(svg.length() < 100_000, "length " + svg.length());
    assertTrue(TimelineText.render(timeline, 80, false).endsWith("and 39601 more\n"));
  }

  @Test
  void theSameTimelineIsTheSameText() {
    assertEquals(
        TimelineSvg.inline(Samples.ofReference(Samples.overlapping()), "t"),
        TimelineSvg.inline(Samples.ofReference(Samples.overlapping()), "t"));
  }

  @Test
  void picturesOfOnePageShareNoIds() {
    Timeline timeline = Samples.ofReference(Samples.killedWhileCutOff());
    Document page =
        parse(
            "<div>"
                + TimelineSvg.inline(timeline, "first")
                + TimelineSvg.inline(timeline, "second")
                + "</div>");
    List<String> ids = new ArrayList<>();
    for (Element element : elements(page, "*")) {
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
    }
    assertEquals(12, ids.size(), ids::toString);
    assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
  }

  @Test
  void itNeedsNothingFromElsewhere() {
    String svg = TimelineSvg.render(Samples.ofReference(Samples.overlapping()), "t", SvgSize.WIDE);
    assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"));
    assertFalse(svg.contains("@import") || svg.contains("@font-face") || svg.contains("href"));
    assertTrue(svg.contains("@media screen and (prefers-color-scheme:dark)"));
    assertTrue(TimelineSvg.css().contains("@media print"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "a b", "a\"", "é"})
  void anIdThatIsNoneIsRefused(String id) {
    Timeline timeline = Samples.failing();
    assertThrows(IllegalArgumentException.class, () -> TimelineSvg.inline(timeline, id));
  }

  @Test
  void aScenarioInWhichNothingHappensHasAPicture() {
    Timeline timeline =
        Timeline.of(
            Samples.joined("", Platform.WEB).untilMillis(0).build(),
            new Trace(ImmutableList.of(), ImmutableList.of()),
            ImmutableList.of(),
            Samples.DEFAULT);
    assertDoesNotThrow(() -> parse(TimelineSvg.render(timeline, "t", SvgSize.NARROW)));
    assertTrue(TimelineText.render(timeline, 80, false).contains("1 web"));
  }

  private static Document parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
