package org.rejoin.tck.report;

import java.util.Optional;
import java.util.stream.Collectors;
import org.rejoin.api.Profile;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import org.rejoin.tck.stage.StagedCheck;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.TimelineText;

/**
 * One failure for a terminal: the rule, the text's own line, the sentence, the picture, and the
 * command that runs its scenario again.
 */
public final class FailureText {
  private static final int COLUMNS = 98;

  private FailureText() {}

  /** A failure as a run shows it. */
  public static String of(Failure failure, Profile profile, Show show) {
    return of(failure, profile, show, new Paint(show.colour()));
  }

  static String of(Failure failure, Profile profile, Show show, Paint paint) {
    StringBuilder text = new StringBuilder();
    text.append(verdict(failure.verdict(), paint))
        .append(": ")
        .append(paint.bold(Plain.line(failure.check().id())))
        .append('\n');
    if (isOfProperty(failure)) {
      text.append("  does not hold: ").append(failure.check().about()).append('\n');
    }
    text.append(indent(Plain.text(failure.message())));
    failure.looksLike().ifPresent(it -> text.append("  looks like: ").append(it).append('\n'));
    failure.rules().forEach(rule -> text.append(rule(rule)));
    if (hasPicture(failure)) {
      text.append('\n').append(indent(picture(failure, profile, show)));
    }
    if (failure.verdict().isFailure()) {
      text.append("  replay: ").append(Plain.text(replay(failure, profile, show))).append('\n');
    }
    show.views().apply(failure.check()).forEach(view -> text.append(view(view)));
    origin(failure).ifPresent(origin -> text.append(origin(origin, failure, show)));
    if (show.verbose() && !isOfProperty(failure)) {
      text.append("  as a test of its own, for a class that extends ReconnectionTck:\n")
          .append(indent(Snippet.of(failure.check().scenario())));
    }
    return text.toString();
  }

  private static String view(StagedCheck view) {
    return "  what the port got of it, as user "
        + view.user()
        + ":\n"
        + indent(ScenarioJson.toJson(view.scenario()).toString());
  }

  private static String verdict(Verdict verdict, Paint paint) {
    return switch (verdict) {
      case FAIL, HANG, CRASH, PROTOCOL_ERROR -> paint.bad(verdict.id());
      case PASS -> paint.good(verdict.id());
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING ->
          paint.warn(verdict.id());
    };
  }

  /** Whether it takes more than its one scenario to see it. */
  private static boolean isOfProperty(Failure failure) {
    return failure.check().origin() instanceof Origin.OfProperty;
  }

  private static String replay(Failure failure, Profile profile, Show show) {
    Optional<Check> one = Optional.of(failure.check()).filter(unused -> !isOfProperty(failure));
    return one.flatMap(check -> show.replay().map(replay -> replay.apply(check)))
        .or(
            () ->
                one.flatMap(check -> Replays.token(check, profile)).map(show.invocation()::replay))
        .orElseGet(() -> show.invocation().check(failure.check()));
  }

  /** What the scenario of a failure was made of, in a line; empty if it is as it was found. */
  public static Optional<String> origin(Failure failure) {
    return failure
        .before()
        .map(
            before -> {
              Scenario whole = before.check().scenario();
              String message = firstLine(before);
              return "made smaller, from "
                  + Counts.of(whole.participants().size(), "user")
                  + " and "
                  + Counts.of(whole.steps().size(), "step")
                  + (message.equals(firstLine(failure)) ? "" : ", where " + message);
            });
  }

  private static String origin(String origin, Failure failure, Show show) {
    return "  "
        + origin
        + "\n  the whole check: "
        + Plain.text(show.invocation().check(failure.check()))
        + "\n";
  }

  private static String firstLine(Failure failure) {
    return Plain.line(failure.message().lines().findFirst().orElse(""));
  }

  private static String rule(Rule rule) {
    StringBuilder text = new StringBuilder();
    text.append("  ").append(rule.id()).append(": ").append(rule.sentence()).append('\n');
    for (SeedLine line : rule.lines()) {
      text.append("    ").append(line.chinese()).append('\n');
      text.append("    ").append(line.english()).append('\n');
    }
    return text.toString();
  }

  private static boolean hasPicture(Failure failure) {
    return failure.verdict().isFailure() || failure.verdict() == Verdict.PASS;
  }

  private static String picture(Failure failure, Profile profile, Show show) {
    Timeline timeline =
        Timeline.of(failure.check().scenario(), failure.seen(), failure.expected(), profile);
    return TimelineText.render(timeline, COLUMNS, show.colour());
  }

  private static String indent(String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }
}
