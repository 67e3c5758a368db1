package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.presence.Course.Change;
import org.rejoin.tck.presence.PeerState;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.presence.UserState;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.timeline.Timeline.CallbackMark;
import org.rejoin.tck.timeline.Timeline.Deadline;
import org.rejoin.tck.timeline.Timeline.Lane;
import org.rejoin.tck.timeline.Timeline.Span;
import org.rejoin.tck.timeline.Timeline.StepMark;

/**
 * The lanes of a picture: where everybody was, and which constants ran out. They say nothing of
 * what an app must be told; that is the oracle's alone.
 */
final class Lanes {
  private final Scenario scenario;
  private final Profile profile;
  private final Course course;
  private final Map<UserId, Track> tracks = new LinkedHashMap<>();
  private int steps;

  /** One user's lane in the making. */
  private static final class Track {
    final UserId uid;
    final Platform platform;
    UserState state;
    final Map<UserId, PeerState> others = new LinkedHashMap<>();
    final List<StepMark> steps = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();

    Track(Participant who, UserState state) {
      this.uid = who.uid();
      this.platform = who.platform();
      this.state = state;
    }
  }

  private Lanes(Scenario scenario, Trace seen, Profile profile) {
    this.scenario = scenario;
    this.profile = profile;
    ImmutableList<ConnectAttempt> attempts =
        seen.server().stream()
            .flatMap(event -> event instanceof ConnectAttempt one ? Stream.of(one) : Stream.of())
            .sorted(Comparator.comparingLong(ConnectAttempt::atMillis))
            .collect(ImmutableList.toImmutableList());
    this.course = Course.of(scenario, profile, attempts);
    UserState atFirst = new StepReading(profile, scenario.servers()).atFirst();
    scenario.participants().forEach(who -> tracks.put(who.uid(), new Track(who, atFirst)));
  }

  static ImmutableList<Lane> of(
      Scenario scenario,
      Trace seen,
      ImmutableListMultimap<UserId, CallbackMark> callbacks,
      Profile profile) {
    return new Lanes(scenario, seen, profile).draw(callbacks);
  }

  private ImmutableList<Lane> draw(ImmutableListMultimap<UserId, CallbackMark> callbacks) {
    for (Change change : course.changes()) {
      goOnTo(change.atMillis());
      Optional.ofNullable(tracks.get(change.uid())).ifPresent(track -> apply(change, track));
    }
    goOnTo(LongMath.saturatedAdd(scenario.untilMillis(), 1));
    tracks
        .values()
        .forEach(track -> outage(track, LongMath.saturatedAdd(scenario.untilMillis(), 1)));
    ImmutableListMultimap<UserId, Course.Stretch> stretches = course.stretches();
    ImmutableList.Builder<Lane> lanes = ImmutableList.builder();
    tracks.forEach(
        (uid, track) ->
            lanes.add(
                new Lane(
                    uid,
                    track.platform,
                    stretches.get(uid).stream()
                        .map(Lanes::span)
                        .collect(ImmutableList.toImmutableList()),
                    ImmutableList.copyOf(track.steps),
                    ImmutableList.sortedCopyOf(
                        Comparator.comparingLong(Deadline::atMillis), track.deadlines),
                    callbacks.get(uid))));
    return lanes.build();
  }

  private static Span span(Course.Stretch stretch) {
    UserState state = stretch.state();
    return new Span(
        state.link(),
        stretch.fromMillis(),
        stretch.toMillis(),
        state.isInSession() ? state.session() : 0);
  }

  private void apply(Change change, Track track) {
    UserState before = track.state;
    boolean heard = before.link().hears();
    if (change.isMove()) {
      boolean givesUp = change.step().isEmpty() && !change.after().isInSession();
      outage(track, givesUp ? change.atMillis() + 1 : change.atMillis());
    }
    change
        .step()
        .ifPresent(
            step ->
                mark(step, track, change.isEffective() || (heard && step.action().isAboutPeer())));
    track.state = change.after();
    if (before.session() != track.state.session() || !track.state.isInSession()) {
      track.others.clear();
    }
    if (heard) {
      change.step().ifPresent(step -> aboutPeer(step, track));
    }
    boolean goodbye =
        change
            .step()
            .filter(step -> StepReading.saysGoodbye(step.action(), track.platform))
            .isPresent();
    listen(change.atMillis(), goodbye ? Optional.of(change.uid()) : Optional.empty());
  }

  private void mark(Step step, Track track, boolean effective) {
    track.steps.add(
        new StepMark(step.atMillis(), steps++, step.action(), StepText.of(step), effective));
  }

  private static void aboutPeer(Step step, Track track) {
    step.peer()
        .ifPresent(
            peer ->
                track.others.merge(
                    peer,
                    PeerState.UNKNOWN.after(step.action() == Action.PEER_HEARD, false, 0),
                    (was, unused) ->
                        was.after(
                            step.action() == Action.PEER_HEARD,
                            step.action() == Action.PEER_LEFT,
                            step.atMillis())));
  }

  /** Holds whom everybody hears to where everybody is now. */
  private void listen(long nowMillis, Optional<UserId> goodbye) {
    tracks.forEach(
        (uid, observer) -> {
          for (Participant who : scenario.participants()) {
            if (!who.uid().equals(uid)) {
              observer.others.putIfAbsent(who.uid(), PeerState.UNKNOWN);
            }
          }
          observer.others.replaceAll(
              (user, hearing) ->
                  hearing.after(
                      hears(observer, user, hearing),
                      goodbye.equals(Optional.of(user)),
                      nowMillis));
        });
  }

  /** A user without a lane is played by the kit, and heard until a step says otherwise. */
  private boolean hears(Track observer, UserId user, PeerState hearing) {
    return Optional.ofNullable(tracks.get(user))
        .map(other -> observer.state.hears(other.state))
        .orElseGet(() -> observer.state.link().hears() && hearing.isHeard());
  }

  /** The windows that ended before an instant. */
  private void goOnTo(long limitMillis) {
    for (Track observer : tracks.values()) {
      long window = profile.windowMillis(observer.platform.family(), scenario.mode());
      observer.others.replaceAll(
          (user, hearing) -> {
            PeerState now = hearing.before(limitMillis, observer.state.link().hears(), window);
            if (!now.equals(hearing)) {
              observer.deadlines.add(
                  new Deadline(
                      LongMath.saturatedAdd(hearing.sinceMillis(), window),
                      TimeText.brief(window),
                      user));
            }
            return now;
          });
    }
  }

  /** What a user's own outage came to before an instant; Web says nothing of its own. */
  private void outage(Track track, long limitMillis) {
    if (!track.state.link().isDeaf()) {
      return;
    }
    switch (track.platform.family()) {
      case AWL, APPLE -> {
        long interrupted = profile.interruptedAfterMillis();
        outage(track, limitMillis, interrupted, TimeText.brief(interrupted));
        outage(track, limitMillis, profile.lostSinceLastDataMillis(), lost());
      }
      case WEB -> {
        // Nothing falls due on it.
      }
    }
    profile
        .giveUpAfterMillis()
        .ifPresent(after -> outage(track, limitMillis, after, TimeText.brief(after)));
  }

  private void outage(Track track, long limitMillis, long afterMillis, String label) {
    long dueMillis = LongMath.saturatedAdd(track.state.sinceMillis(), afterMillis);
    if (dueMillis < limitMillis) {
      track.deadlines.add(new Deadline(dueMillis, label, track.uid));
    }
  }

  private String lost() {
    String constant = TimeText.brief(profile.lostAfterMillis());
    return switch (profile.lostOrigin()) {
      case LAST_DATA -> constant;
      case INTERRUPTED -> TimeText.brief(profile.interruptedAfterMillis()) + " + " + constant;
    };
  }
}
