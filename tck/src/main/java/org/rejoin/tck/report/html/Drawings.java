package org.rejoin.tck.report.html;

import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import org.rejoin.api.Profile;
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
    if (!hasTrace(failure)) {
      return p("There is no trace to draw: the port gave none that could be judged.")
          .withClass("note");
    }
    if (isTooMuch(failure)) {
      return p("Not drawn: the port reported " + Bits.number(callbacks(failure)) + " callbacks.")
          .withClass("note");
    }
    drawn++;
    String svg = TimelineSvg.inline(timeline(failure), "failure-" + drawn);
    characters += svg.length();
    return figure(rawHtml(svg));
  }

  /** Whether the port gave anything that could be looked at. */
  static boolean hasTrace(Failure failure) {
    return !failure.expected().isEmpty() || callbacks(failure) > 0;
  }

  private static boolean isTooMuch(Failure failure) {
    return callbacks(failure) > MOST_CALLBACKS;
  }

  private static int callbacks(Failure failure) {
    return failure.seen().callbacks().size() + failure.seen().server().size();
  }

  /** The constants that every picture is drawn by. */
  Profile profile() {
    return result.profile();
  }

  private Timeline timeline(Failure failure) {
    return Timeline.of(
        failure.check().scenario(), failure.seen(), failure.expected(), result.profile());
  }
}
