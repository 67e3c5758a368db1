package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;

/** What one observer is told of one other user, told anew, with the choices that a port has. */
final class Story {
  private static final long NEVER = Long.MAX_VALUE;

  private final UserId observer;
  private final UserId user;
  private final Family family;
  private final Profile profile;
  private final long windowMillis;
  private final boolean ownClock;
  private final boolean announcesSilent;
  private final ImmutableList.Builder<TracedCallback> told = ImmutableList.builder();

  private boolean present;
  private boolean heard;
  private boolean hears;
  private long dueMillis = NEVER;
  private long hearsSinceMillis;

  Story(
      Scenario scenario,
      Profile profile,
      UserId observer,
      UserId user,
      boolean ownClock,
      boolean announcesSilent) {
    People people = new People(scenario);
    this.observer = observer;
    this.user = user;
    this.family = people.family(observer);
    this.profile = profile;
    this.windowMillis = profile.windowMillis(family, scenario.mode());
    this.ownClock = ownClock && family != Family.WEB;
    this.announcesSilent = announcesSilent;
  }

  ImmutableList<TracedCallback> tell(Moments moments, long untilMillis) {
    for (int i = 0; i < moments.steps().size(); i++) {
      Step step = moments.steps().get(i);
      fallBefore(step.atMillis());
      Moments.Where before = moments.after(i - 1, observer);
      Moments.Where now = moments.after(i, observer);
      Moments.Where they = moments.after(i, user);
      if (!hears && now.hears()) {
        hearsSinceMillis = step.atMillis();
      }
      hears = now.hears();
      if (before.session() != now.session() || now.channel().isEmpty()) {
        begin(
            now,
            they.isHeardBy(now),
            moments.isSilentMember(i, now.channel(), user),
            step.atMillis());
      } else {
        goOn(step, they.isHeardBy(now), step.uid().equals(user) && moments.isGoodbye(step));
      }
    }
    fallBefore(untilMillis + 1);
    return told.build();
  }

  private void begin(Moments.Where now, boolean isHeard, boolean isSilentMember, long nowMillis) {
    present = false;
    dueMillis = NEVER;
    heard = isHeard;
    if (now.channel().isPresent() && (heard || (announcesSilent && isSilentMember))) {
      say(Event.Kind.USER_JOINED, nowMillis);
      dueMillis = heard ? NEVER : nowMillis + windowMillis;
    }
  }

  private void goOn(Step step, boolean isHeard, boolean isGoodbye) {
    boolean was = heard;
    heard = isHeard;
    if (was && !heard) {
      if (isGoodbye) {
        say(Event.Kind.USER_QUIT, step.atMillis());
      } else {
        dueMillis = step.atMillis() + windowMillis;
      }
    } else if (!was && heard) {
      dueMillis = NEVER;
      if (!present) {
        say(Event.Kind.USER_JOINED, step.atMillis());
      }
    }
  }

  private void fallBefore(long millis) {
    if (present && dueMillis != NEVER && (ownClock || hears)) {
      long atMillis = ownClock ? dueMillis : Math.max(dueMillis, hearsSinceMillis);
      if (atMillis < millis) {
        say(Event.Kind.USER_DROPPED, atMillis);
        dueMillis = NEVER;
      }
    }
  }

  private void say(Event.Kind kind, long atMillis) {
    present = kind == Event.Kind.USER_JOINED;
    CallbackKey key = new CallbackKey(family, kind);
    String name =
        profile
            .names()
            .getOrDefault(
                key, CallbackNames.table().getOrDefault(key, CallbackSignature.SILENT).name());
    Optional<Reason> reason =
        switch (kind) {
          case USER_QUIT -> Optional.of(Reason.QUIT);
          case USER_DROPPED -> Optional.of(Reason.DROPPED);
          case USER_JOINED, INTERRUPTED, LOST, REJOINED -> Optional.empty();
        };
    told.add(new TracedCallback(atMillis, observer, new Callback(name, Optional.of(user), reason)));
  }
}
