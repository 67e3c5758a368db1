package org.rejoin.tck.timeline;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.timeline.SvgSheet.Look;
import org.rejoin.tck.timeline.SvgSheet.Mark;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Deadline;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.ServerMark;
import org.rejoin.tck.timeline.Timeline.Status;
import org.rejoin.tck.timeline.Timeline.StepMark;

/** Gives every mark of a timeline its place from left to right, its words and its look. */
final class SvgMarks {
  private final Timeline timeline;
  private final SvgSize size;

  SvgMarks(Timeline timeline, SvgSize size) {
    this.timeline = timeline;
    this.size = size;
  }

  /** Steps and deadlines: what happens to a user. */
  ImmutableList<Mark> above(Lane lane) {
    ImmutableList.Builder<Mark> marks = ImmutableList.builder();
    lane.steps().forEach(step -> marks.add(of(step)));
    lane.deadlines().forEach(deadline -> marks.add(of(deadline, lane)));
    return marks.build();
  }

  /** Callbacks: what its app is told. */
  ImmutableList<Mark> below(Lane lane) {
    return lane.callbacks().stream().map(this::of).collect(ImmutableList.toImmutableList());
  }

  /** What servers saw; nothing inside a broken stretch, and one line a unit. */
  ImmutableList<Mark> server() {
    return timeline.server().stream().map(this::of).collect(ImmutableList.toImmutableList());
  }

  private Mark of(StepMark step) {
    Look look = step.effective() ? Look.STEP : Look.IDLE_STEP;
    String hint = TimeText.exact(step.atMillis()) + " " + step.label();
    return new Mark(look, at(step.atMillis()), step.label(), Words.remark(step), hint);
  }

  private Mark of(Deadline deadline, Lane lane) {
    String hint =
        TimeText.exact(deadline.atMillis())
            + " silence of "
            + deadline.about()
            + " has lasted "
            + deadline.label();
    String remark = Words.remark(deadline, lane);
    return new Mark(Look.DEADLINE, at(deadline.atMillis()), deadline.label(), remark, hint);
  }

  private Mark of(CallbackMark mark) {
    String rules = Joiner.on(", ").join(mark.rules().stream().map(Rule::id).toList());
    String remark = Words.remark(mark);
    String hint = TimeText.exact(mark.atMillis()) + " " + mark.status().word();
    return new Mark(
        look(mark.status()),
        at(mark.atMillis()),
        mark.label(),
        TimeText.brief(mark.atMillis()) + (remark.isEmpty() ? "" : ", " + remark),
        rules.isEmpty() ? hint : hint + ", " + rules);
  }

  private Mark of(ServerMark mark) {
    ImmutableList<Double> at =
        mark.atMillis().stream()
            .filter(millis -> !timeline.axis().isBroken(millis))
            .map(millis -> Math.rint(x(millis)))
            .distinct()
            .collect(ImmutableList.toImmutableList());
    String times = Words.times(mark);
    return new Mark(Look.SERVER, at, mark.label(), times, times);
  }

  private ImmutableList<Double> at(long millis) {
    return ImmutableList.of(x(millis));
  }

  private double x(long millis) {
    return size.x(timeline.axis().position(millis));
  }

  static Look look(Status status) {
    return switch (status) {
      case AS_EXPECTED -> Look.AS_EXPECTED;
      case PERMITTED -> Look.PERMITTED;
      case WRONG_ORDER -> Look.WRONG_ORDER;
      case UNEXPECTED -> Look.UNEXPECTED;
      case MISSING -> Look.MISSING;
    };
  }

  static Look look(Link link) {
    return switch (link) {
      case OUT -> Look.OUT;
      case CONNECTED -> Look.IN_CHANNEL;
      case CUT -> Look.CUT_OFF;
      case UPLINK_CUT -> Look.CUT_UPLINK;
      case DOWNLINK_CUT -> Look.CUT_DOWNLINK;
      case KILLED -> Look.DEAD;
    };
  }
}
