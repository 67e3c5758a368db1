package org.rejoin.tck.timeline;

import com.google.common.collect.Sets;
import com.google.common.math.LongMath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.timeline.Timeline.State;

/**
 * Applies a scenario's steps for the picture: who is where, who hears whom, which constants run
 * out. Of every instant all steps come before any deadline (D-03); steps that change nothing are
 * noted as such.
 *
 * <p>It says nothing of what an app must be told; that is the oracle's alone.
 */
final class Replay {
  private final Scenario scenario;
  private final Trace seen;
  private final Constants constants;
  private final Map<UserId, Track> tracks = new LinkedHashMap<>();

  Replay(Scenario scenario, Trace seen, Profile profile) {
    this.scenario = scenario;
    this.seen = seen;
    this.constants = new Constants(profile, scenario.mode());
    scenario.participants().forEach(who -> tracks.put(who.uid(), new Track(who)));
  }

  Collection<Track> run() {
    for (Step step : scenario.steps()) {
      advanceBefore(step.atMillis());
      Optional.ofNullable(tracks.get(step.uid())).ifPresent(track -> apply(step, track));
    }
    advanceBefore(LongMath.saturatedAdd(scenario.untilMillis(), 1));
    tracks.values().forEach(track -> track.end(track.state(), scenario.untilMillis()));
    return tracks.values();
  }

  private void apply(Step step, Track track) {
    long now = step.atMillis();
    boolean effective =
        switch (step.action()) {
          case JOIN, RESTART -> true;
          case DROP -> track.state() == State.IN_CHANNEL;
          case RESTORE -> track.isInSession() && track.state() != State.IN_CHANNEL;
          case LEAVE -> track.isInSession();
          case KILL -> track.state() != State.DEAD;
          case PEER_HEARD, PEER_SILENT, PEER_LEFT -> track.listensIn().isPresent();
        };
    track.mark(step, effective);
    if (!effective) {
      return;
    }
    switch (step.action()) {
      case JOIN, RESTART -> {
        track.begin(step.channel(), now);
        track.server = scenario.servers().stream().findFirst().orElse("");
      }
      case DROP -> drop(step, track);
      case RESTORE -> restore(step, track);
      case LEAVE, KILL -> track.end(Track.afterEnd(step.action()), now);
      case PEER_HEARD -> hear(track, step.peer().orElseThrow());
      case PEER_SILENT -> miss(track, step.peer().orElseThrow(), now, true);
      case PEER_LEFT -> miss(track, step.peer().orElseThrow(), now, false);
    }
    listen(now, saysGoodbye(step, track) ? Optional.of(step.uid()) : Optional.empty());
  }

  private void drop(Step step, Track track) {
    track.cut(step.direction(), step.atMillis());
    if (track.isDeaf()) {
      track.pending.addAll(constants.outage(track, step.atMillis()));
    }
  }

  /** Back at once; where servers are named and it has left its own, with the accepted attempt. */
  private void restore(Step step, Track track) {
    String accepting = step.server().orElse(track.server);
    boolean atOnce =
        !track.isDeaf()
            || step.server().isEmpty()
            || (accepting.equals(track.server) && !constants.isInterrupted(track, step.atMillis()));
    track.pending.removeIf(due -> due.kind() == Due.Kind.RECONNECT);
    if (atOnce) {
      track.restore(step.atMillis());
      return;
    }
    track.server = accepting;
    seen.server().stream()
        .filter(event -> event.atMillis() >= step.atMillis())
        .filter(
            event ->
                event instanceof ConnectAttempt attempt
                    && attempt.uid().equals(track.uid())
                    && attempt.server().equals(accepting))
        .findFirst()
        .ifPresent(
            event ->
                track.pending.add(new Due(event.atMillis(), Due.Kind.RECONNECT, "", track.uid())));
  }

  /** Whether a step's user gets out a last word (KILL-01, DRV-06); only those who hear it do. */
  private static boolean saysGoodbye(Step step, Track track) {
    return step.action() == Action.LEAVE
        || (step.action() == Action.KILL && track.platform().family() == Family.APPLE);
  }

  /** Holds whom everybody hears to where everybody is now. */
  private void listen(long now, Optional<UserId> goodbye) {
    for (Track observer : tracks.values()) {
      for (UserId user : Sets.union(tracks.keySet(), observer.heard).immutableCopy()) {
        boolean was = observer.heard.contains(user);
        boolean is = !user.equals(observer.uid()) && canHear(observer, user);
        if (is && !was) {
          hear(observer, user);
        } else if (was && !is) {
          miss(observer, user, now, !goodbye.equals(Optional.of(user)));
        }
      }
    }
  }

  /** A user without a lane is played by the kit, and heard until a step says otherwise. */
  private boolean canHear(Track observer, UserId user) {
    Track other = tracks.get(user);
    return observer.listensIn().isPresent()
        && (other == null || other.audibleIn().equals(observer.listensIn()));
  }

  private static void hear(Track observer, UserId user) {
    observer.heard.add(user);
    observer.pending.removeIf(due -> due.about().equals(user));
    observer.overdue.removeIf(due -> due.about().equals(user));
  }

  private void miss(Track observer, UserId user, long now, boolean silently) {
    if (observer.heard.remove(user) && silently) {
      observer.pending.add(constants.window(observer, user, now));
    }
  }

  private void advanceBefore(long limitMillis) {
    tracks.values().forEach(track -> track.reconcile(limitMillis));
    while (true) {
      Optional<Due> next =
          tracks.values().stream().flatMap(track -> track.pending.stream()).min(Due.ORDER);
      if (next.isEmpty() || next.get().atMillis() >= limitMillis) {
        return;
      }
      Due due = next.get();
      for (Track track : tracks.values()) {
        if (track.pending.remove(due)) {
          fall(due, track);
        }
      }
    }
  }

  private void fall(Due due, Track track) {
    switch (due.kind()) {
      case RECONNECT -> {
        track.restore(due.atMillis());
        listen(due.atMillis(), Optional.empty());
      }
      case OWN -> track.fell(due);
      case GIVE_UP -> {
        track.fell(due);
        track.end(State.OUT, due.atMillis());
        listen(due.atMillis(), Optional.empty());
      }
      case WINDOW -> {
        if (track.isDeaf()) {
          track.overdue.add(due);
        } else {
          track.fell(due);
        }
      }
    }
  }
}
