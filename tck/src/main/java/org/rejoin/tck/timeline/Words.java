package org.rejoin.tck.timeline;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.tck.presence.Link;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Deadline;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.ServerMark;
import org.rejoin.tck.timeline.Timeline.Span;
import org.rejoin.tck.timeline.Timeline.Status;
import org.rejoin.tck.timeline.Timeline.StepMark;

/** Says in words what a picture shows, for its labels and for those who don't see it. */
final class Words {

  /** Nobody listens to more callbacks of one user than this. */
  private static final int MOST = 100;

  private Words() {}

  static String of(Link link) {
    return switch (link) {
      case OUT -> "not in channel";
      case CONNECTED -> "in channel";
      case CUT -> "cut off";
      case UPLINK_CUT -> "uplink cut";
      case DOWNLINK_CUT -> "downlink cut";
      case KILLED -> "killed";
    };
  }

  /** What is said of a callback beside its name: the reason, and how it differs. */
  static String remark(CallbackMark mark) {
    return Joiner.on(", ")
        .skipNulls()
        .join(
            mark.reason().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse(null),
            mark.status() == Status.AS_EXPECTED ? null : mark.status().word());
  }

  static String remark(StepMark step) {
    return step.effective() ? "" : "(no effect)";
  }

  /** Whose constant it is, where a lane has more than one silence to tell apart. */
  static String remark(Deadline deadline, Lane lane) {
    boolean several = lane.deadlines().stream().map(Deadline::about).distinct().count() > 1;
    boolean own = deadline.about().equals(lane.uid());
    return several && !own ? "of " + deadline.about() : "";
  }

  /** When a mark was; for several, the first and the last. */
  static String times(ServerMark mark) {
    ImmutableList<Long> times = mark.atMillis();
    String first = TimeText.brief(times.get(0));
    return times.size() == 1 ? first : first + " to " + TimeText.brief(times.get(times.size() - 1));
  }

  /** The whole picture as sentences. */
  static String description(Timeline timeline) {
    StringBuilder text = new StringBuilder();
    for (Lane lane : timeline.lanes()) {
      text.append("User ").append(lane.uid()).append(", ").append(lane.platform().id());
      text.append(": ").append(Joiner.on(", ").join(lane.spans().stream().map(Words::of).toList()));
      text.append(". ");
      for (CallbackMark mark : Iterables.limit(lane.callbacks(), MOST)) {
        text.append(mark.label()).append(mark.status() == Status.MISSING ? " due at " : " at ");
        text.append(TimeText.brief(mark.atMillis()));
        Optional.of(remark(mark))
            .filter(it -> !it.isEmpty())
            .ifPresent(it -> text.append(", " + it));
        text.append(". ");
      }
      if (lane.callbacks().size() > MOST) {
        text.append("And ").append(lane.callbacks().size() - MOST).append(" more. ");
      }
    }
    for (ServerMark mark : Iterables.limit(timeline.server(), MOST)) {
      text.append("Servers: ").append(mark.label()).append(", ").append(times(mark)).append(". ");
    }
    return text.toString().stripTrailing();
  }

  private static String of(Span span) {
    return of(span.link())
        + " from "
        + TimeText.brief(span.fromMillis())
        + " to "
        + TimeText.brief(span.toMillis());
  }
}
