package org.rejoin.tck.report.html;

import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineSvg;

/** Draws failures, as long as the page stays small. Used by one thread. */
final class Drawings {
  private static final int MOST_CALLBACKS = 200;
  private static final int MOST_CHARACTERS = 800_000;

  private final RunResult result;
  private int drawn;
  private int characters;

  Drawings(RunResult result) {
    this.result = result;
  }

  /** Whether there is room for more. */
  boolean hasRoom() {
    return characters < MOST_CHARACTERS;
  }

  /** The picture of a failure, or why there is none. */
  DomContent of(Failure failure) {
    int callbacks = failure.seen().callbacks().size() + failure.seen().server().size();
    if (failure.expected().isEmpty() && callbacks == 0) {
      return p("There is no trace to draw: the port gave none that could be judged.")
          .withClass("note");
    }
    if (callbacks > MOST_CALLBACKS) {
      return p("Not drawn: the port reported " + Bits.count(callbacks, "callback") + ".")
          .withClass("note");
    }
    drawn++;
    String svg = TimelineSvg.inline(timeline(failure), "failure-" + drawn);
    characters += svg.length();
    return figure(rawHtml(svg));
  }

  Timeline timeline(Failure failure) {
    long tolerance =
        result
            .onRealClock()
            .map(clock -> Math.max(clock.tolerance().earlyMillis(), clock.tolerance().lateMillis()))
            .orElse(0L);
    return Timeline.of(
        failure.check().scenario(),
        failure.seen(),
        failure.expected(),
        result.profile(),
        tolerance);
  }
}
