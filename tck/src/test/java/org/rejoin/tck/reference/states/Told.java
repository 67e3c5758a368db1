package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;

/**
 * What one app has been told in its session, and the grammar that it holds its callbacks to: local
 * {@code (interrupted lost? rejoined)*}, remote {@code back? (gone back)*}.
 *
 * @param inSession whether there is a session; outside of one nothing may be told
 * @param local what was said of the own link last
 * @param first what was said of the first remote last
 * @param second what was said of the second remote last
 */
record Told(boolean inSession, Local local, Remote first, Remote second) {

  /** What was said of the own link last. */
  enum Local {
    WELL,
    INTERRUPTED,
    LOST
  }

  /** What was said of a remote last. */
  enum Remote {
    NOTHING,
    PRESENT,
    GONE
  }

  /** An event that the grammar does not have at its place. */
  static final class Breach extends Exception {
    private static final long serialVersionUID = 1L;

    Breach(String message) {
      super(message);
    }
  }

  static final Told NOTHING = new Told(false, Local.WELL, Remote.NOTHING, Remote.NOTHING);

  Remote remote(int index) {
    return index == 0 ? first : second;
  }

  /** What is told after an input and what followed from it. */
  Told after(ClientInput input, ImmutableList<Event> events, long nowMillis) throws Breach {
    Told told =
        switch (input) {
          case JOIN -> new Told(true, Local.WELL, Remote.NOTHING, Remote.NOTHING);
          case END -> NOTHING;
          default -> this;
        };
    for (Event event : events) {
      if (event.dueMillis() != nowMillis) {
        long late = nowMillis - event.dueMillis();
        throw new Breach(
            event.kind() + " " + Math.abs(late) + (late > 0 ? " ms late" : " ms early"));
      }
      told = told.after(event);
    }
    return told;
  }

  private Told after(Event event) throws Breach {
    if (!inSession) {
      throw new Breach(event.kind() + " though it is in no session");
    }
    return switch (event.kind()) {
      case INTERRUPTED -> withLocal(event, Local.WELL, Local.INTERRUPTED);
      case LOST -> withLocal(event, Local.INTERRUPTED, Local.LOST);
      case REJOINED -> withLocal(event, local == Local.WELL ? Local.LOST : local, Local.WELL);
      case USER_DROPPED, USER_QUIT -> withRemote(event, Remote.GONE);
      case USER_JOINED -> withRemote(event, Remote.PRESENT);
    };
  }

  private Told withLocal(Event event, Local needed, Local next) throws Breach {
    if (local != needed) {
      throw new Breach(event.kind() + " after " + local);
    }
    return new Told(inSession, next, first, second);
  }

  private Told withRemote(Event event, Remote next) throws Breach {
    int index = Machine.REMOTES.indexOf(event.user());
    Remote before = remote(index);
    boolean allowed =
        switch (next) {
          case PRESENT -> before != Remote.PRESENT;
          case GONE -> before == Remote.PRESENT;
          case NOTHING -> false;
        };
    if (!allowed) {
      throw new Breach(event.kind() + " of user " + event.user() + " after " + before);
    }
    return index == 0
        ? new Told(inSession, local, next, second)
        : new Told(inSession, local, first, next);
  }
}
