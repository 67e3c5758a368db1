package org.rejoin.tck.property;

import java.util.Locale;
import org.rejoin.api.Event;

/** What a callback says, in the words of the grammar. */
enum Word {
  INTERRUPTED,
  LOST,
  REJOINED,
  GONE,
  BACK;

  static Word of(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> INTERRUPTED;
      case LOST -> LOST;
      case REJOINED -> REJOINED;
      case USER_DROPPED, USER_QUIT -> GONE;
      case USER_JOINED -> BACK;
    };
  }

  /** Whether it is about another user. */
  boolean isRemote() {
    return switch (this) {
      case INTERRUPTED, LOST, REJOINED -> false;
      case GONE, BACK -> true;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
