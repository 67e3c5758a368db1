package org.rejoin.tck.defective;

import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;

/**
 * Something that an app is about to be told.
 *
 * @param atMillis when
 * @param me whose app
 * @param kind what
 * @param about whom it is about
 */
record Said(long atMillis, Person me, Event.Kind kind, UserId about) {

  boolean on(Platform platform) {
    return me.platform == platform;
  }

  boolean on(Family family) {
    return me.family == family;
  }

  boolean is(Event.Kind one) {
    return kind == one;
  }

  /** Whether it says that somebody is gone. */
  boolean isGone() {
    return kind == Event.Kind.USER_DROPPED || kind == Event.Kind.USER_QUIT;
  }

  /** Whether it says that somebody is there. */
  boolean isBack() {
    return kind == Event.Kind.USER_JOINED;
  }

  Said at(long millis) {
    return new Said(millis, me, kind, about);
  }

  Said as(Event.Kind other) {
    return new Said(atMillis, me, other, about);
  }

  Said about(UserId other) {
    return new Said(atMillis, me, kind, other);
  }
}
