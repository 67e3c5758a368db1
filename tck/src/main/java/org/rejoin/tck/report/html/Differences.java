package org.rejoin.tck.report.html;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.SafeText;
import org.rejoin.tck.timeline.Timeline;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.Status;

/**
 * Which callbacks of a failure are missing or unexpected, as its picture has it. Immutable.
 *
 * @param missing required, and not seen
 * @param unexpected seen, and neither required nor permitted
 */
record Differences(ImmutableSet<Place> missing, ImmutableSet<Place> unexpected) {
  /** None that are known of. */
  static final Differences NONE = new Differences(ImmutableSet.of(), ImmutableSet.of());

  /**
   * Where a callback stands in the picture.
   *
   * @param uid in whose lane
   * @param atMillis when
   * @param label under which label
   */
  record Place(UserId uid, long atMillis, String label) {}

  static Differences of(Timeline timeline) {
    return new Differences(places(timeline, Status.MISSING), places(timeline, Status.UNEXPECTED));
  }

  private static ImmutableSet<Place> places(Timeline timeline, Status status) {
    ImmutableSet.Builder<Place> places = ImmutableSet.builder();
    for (Lane lane : timeline.lanes()) {
      for (CallbackMark mark : lane.callbacks()) {
        if (mark.status() == status) {
          places.add(new Place(lane.uid(), mark.atMillis(), mark.label()));
        }
      }
    }
    return places.build();
  }

  boolean isMissing(Expectation due) {
    return due.level() == Expectation.Level.REQUIRED
        && missing.contains(new Place(due.uid(), due.atMillis(), label(due.callback())));
  }

  boolean isUnexpected(TracedCallback seen) {
    return unexpected.contains(new Place(seen.uid(), seen.atMillis(), label(seen.callback())));
  }

  /** As timelines label a callback. */
  private static String label(Callback callback) {
    String name = SafeText.clean(callback.name(), 64);
    return callback.peer().map(peer -> name + "(" + peer + ")").orElse(name);
  }
}
