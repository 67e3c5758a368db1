package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Expectation.Level;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Status;

/**
 * Pairs what was seen with what was expected. A picture's pairing, not a verdict: it knows names,
 * peers and times, and leaves order and reasons to the oracle.
 */
final class Matching {
  private static final int LABEL_COLUMNS = 64;

  private final Profile profile;
  private final long toleranceMillis;
  private final ImmutableMap<UserId, Family> families;

  Matching(Scenario scenario, Profile profile, long toleranceMillis) {
    this.profile = profile;
    this.toleranceMillis = toleranceMillis;
    this.families =
        scenario.participants().stream()
            .collect(ImmutableMap.toImmutableMap(Participant::uid, who -> who.platform().family()));
  }

  /** Every user's marks, in time order. */
  ImmutableListMultimap<UserId, CallbackMark> marks(
      ImmutableList<TracedCallback> seen, ImmutableList<Expectation> expected) {
    ImmutableListMultimap.Builder<UserId, CallbackMark> all = ImmutableListMultimap.builder();
    for (UserId user : families.keySet()) {
      List<Expectation> open =
          new ArrayList<>(expected.stream().filter(it -> it.uid().equals(user)).toList());
      List<CallbackMark> marks = new ArrayList<>();
      for (TracedCallback callback : seen) {
        if (callback.uid().equals(user)) {
          marks.add(mark(callback, open));
        }
      }
      open.stream()
          .filter(it -> it.level() == Level.REQUIRED)
          .map(this::missing)
          .forEach(marks::add);
      marks.sort(Comparator.comparingLong(CallbackMark::atMillis));
      all.putAll(user, marks);
    }
    return all.build();
  }

  private CallbackMark mark(TracedCallback seen, List<Expectation> open) {
    Optional<Expectation> match =
        open.stream()
            .filter(expectation -> fits(expectation, seen))
            .min(
                Comparator.comparing(Expectation::level)
                    .thenComparingLong(it -> Math.abs(it.atMillis() - seen.atMillis())));
    match.ifPresent(open::remove);
    Status status = match.map(expectation -> status(expectation.level())).orElse(Status.UNEXPECTED);
    return new CallbackMark(
        seen.atMillis(),
        label(seen.callback()),
        seen.callback().reason(),
        status,
        match.map(Expectation::rules).orElse(ImmutableSet.of()));
  }

  private static Status status(Level level) {
    return switch (level) {
      case REQUIRED -> Status.AS_EXPECTED;
      case PERMITTED -> Status.PERMITTED;
    };
  }

  private CallbackMark missing(Expectation expectation) {
    return new CallbackMark(
        expectation.atMillis(),
        label(expectation.callback()),
        expectation.callback().reason(),
        Status.MISSING,
        expectation.rules());
  }

  private boolean fits(Expectation expectation, TracedCallback seen) {
    return Math.abs(expectation.atMillis() - seen.atMillis()) <= toleranceMillis
        && expectation.peer().equals(seen.callback().peer())
        && (expectation.callback().name().equals(seen.callback().name())
            || areAliases(seen.uid(), expectation.callback().name(), seen.callback().name()));
  }

  /** Whether both names stand for the same event: the name in force and its alias (D-38). */
  private boolean areAliases(UserId user, String expected, String seen) {
    return CallbackNames.table().keySet().stream()
        .filter(key -> key.family() == families.get(user))
        .anyMatch(
            key -> nameInForce(key).equals(expected) && profile.aliases().containsEntry(key, seen));
  }

  private String nameInForce(CallbackKey key) {
    CallbackSignature byDefault = CallbackNames.table().get(key);
    return profile.names().getOrDefault(key, byDefault == null ? "" : byDefault.name());
  }

  private static String label(Callback callback) {
    String name = SafeText.clean(callback.name(), LABEL_COLUMNS);
    return callback.peer().map(peer -> name + "(" + peer + ")").orElse(name);
  }
}
