package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rejoin.api.Family;
import org.rejoin.api.Reason;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.LabelRows.Spot;
import org.rejoin.tck.timeline.LabelRows.Wish;
import org.rejoin.tck.timeline.SvgSheet.Row;
import org.rejoin.tck.timeline.SvgSheet.Tag;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.Span;

/** What holds for the picture of any scenario. */
class TimelinePropertyTest {
  private static final Generator GENERATOR = new Generator(Samples.DEFAULT, 5);

  private record Box(double left, double top, double right, double bottom, String text) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  @Property(tries = 300)
  void noTwoLabelsOverlapAndNoneLeavesThePicture(
      @ForAll("scenarios") Scenario scenario, @ForAll Random mistakes, @ForAll SvgSize size) {
    Timeline timeline = Samples.judged(scenario, spoilt(scenario, mistakes));
    SvgSheet sheet = SvgLayout.of(timeline, size);
    List<Box> boxes = boxes(sheet);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertTrue(box.left >= 0 && box.right <= size.width(), box::toString);
      assertTrue(box.top >= 0 && box.bottom <= sheet.height(), box::toString);
      for (Box other : boxes.subList(0, i)) {
        assertFalse(box.overlaps(other), () -> box + " overlaps " + other);
      }
    }
  }

  @Property(tries = 300)
  void spansFollowOneAnotherFromStartToEnd(@ForAll("scenarios") Scenario scenario) {
    for (Lane lane : Samples.ofReference(scenario).lanes()) {
      long reached = 0;
      for (Span span : lane.spans()) {
        assertEquals(reached, span.fromMillis());
        assertTrue(span.toMillis() > span.fromMillis());
        reached = span.toMillis();
      }
      assertEquals(scenario.untilMillis(), reached);
    }
  }

  @Property(tries = 500)
  void theReferenceSaysInterruptedAndLostExactlyAtTheDeadlinesDrawn(
      @ForAll("scenarios") Scenario scenario) {
    for (Lane lane : Samples.ofReference(scenario).lanes()) {
      List<Long> told =
          lane.callbacks().stream()
              .filter(it -> it.label().matches(".*(Interrupted|Lost)"))
              .map(Timeline.CallbackMark::atMillis)
              .toList();
      List<Long> drawn =
          lane.deadlines().stream()
              .filter(it -> it.about().equals(lane.uid()))
              .map(Timeline.Deadline::atMillis)
              .toList();
      assertEquals(drawn, told);
      assertTrue(drawn.isEmpty() || lane.platform().family() != Family.WEB);
    }
  }

  @Property(tries = 500)
  void whoeverIsGoneWithoutAWordWasSilentUntilADeadlineThatIsDrawn(
      @ForAll("scenarios") Scenario scenario) {
    for (Lane lane : Samples.ofReference(scenario).lanes()) {
      lane.callbacks().stream()
          .filter(
              it ->
                  it.label().startsWith("stream-removed")
                      || it.reason().filter(Reason.DROPPED::equals).isPresent())
          .forEach(
              gone ->
                  assertTrue(
                      lane.deadlines().stream()
                          .anyMatch(
                              it ->
                                  gone.label().endsWith("(" + it.about() + ")")
                                      && it.atMillis() <= gone.atMillis()),
                      gone::toString));
    }
  }

  @Property(tries = 300)
  void linesOfTheTerminalKeepToItsWidth(@ForAll("scenarios") Scenario scenario) {
    TimelineText.render(Samples.ofReference(scenario), 80, false)
        .lines()
        .forEach(line -> assertTrue(DisplayWidth.of(line) <= 80, line));
  }

  @Property(tries = 300)
  void labelsOfARowKeepTheirDistance(@ForAll("wishes") List<Wish> wishes) {
    ImmutableList<Spot> spots = new LabelRows(0, 400, 10, 5).place(wishes);
    for (int i = 0; i < spots.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (spots.get(i).row() == spots.get(j).row()) {
          double apart =
              Math.max(
                  spots.get(i).left() - spots.get(j).left() - wishes.get(j).width(),
                  spots.get(j).left() - spots.get(i).left() - wishes.get(i).width());
          assertTrue(apart >= 5 - 1e-9, spots::toString);
        }
      }
    }
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .map(index -> GENERATOR.generate(7, index))
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Arbitraries.integers()
        .between(5, 395)
        .flatMap(anchor -> Arbitraries.integers().between(15, 400).map(w -> new Wish(anchor, w)))
        .list()
        .ofMaxSize(30);
  }

  /** The reference's trace with some callbacks left out and some late. */
  private static Trace spoilt(Scenario scenario, Random mistakes) {
    Trace good = Samples.referenceTrace(scenario);
    List<TracedCallback> callbacks = new ArrayList<>();
    for (TracedCallback it : good.callbacks()) {
      long late = Math.min(scenario.untilMillis(), it.atMillis() + mistakes.nextInt(3_000));
      switch (mistakes.nextInt(4)) {
        case 0 -> callbacks.add(new TracedCallback(late, it.uid(), it.callback()));
        case 1, 2 -> callbacks.add(it);
        default -> {}
      }
    }
    return new Trace(ImmutableList.copyOf(callbacks), good.server());
  }

  private static List<Box> boxes(SvgSheet sheet) {
    List<Box> boxes = new ArrayList<>();
    for (Row row : sheet.rows()) {
      row.above().forEach(tag -> boxes.add(box(tag, sheet.baseAbove(row, tag), sheet)));
      row.below().forEach(tag -> boxes.add(box(tag, sheet.baseBelow(row, tag), sheet)));
    }
    return boxes;
  }

  private static Box box(Tag tag, double baseline, SvgSheet sheet) {
    double top = baseline - 0.8 * sheet.size().font();
    double bottom = baseline + 0.2 * sheet.size().font();
    double left = tag.spot().left();
    return new Box(left, top, left + tag.width(), bottom, tag.mark().text());
  }
}
