package org.rejoin.core;

import org.rejoin.api.Event;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/** The local user's own link: how long the server has been silent, and what that means. */
final class LocalLink {

  /** The local user's standing. Each but the first two and the last is an outage getting older. */
  private enum State {
    /** In no channel. */
    OUT,
    /** In a channel, the server not silent for long. */
    CONNECTED,
    /** Silent for 4 s (NET-01). */
    INTERRUPTED,
    /** Silent for 10 s (NET-05). */
    LOST,
    /** Silent for so long that the profile has it stop trying (D-13); only a join helps. */
    GIVEN_UP
  }

  /** The last instant heard while the stream is on: every instant is one. */
  private static final long ALWAYS = Long.MAX_VALUE;

  private final UserId user;
  private final Outbox out;
  private final long interruptedAfterMillis;
  private final long lostAfterMillis;
  private final long giveUpAfterMillis;

  private State state = State.OUT;
  private long lastHeardMillis;

  /** The first instant heard after the last gap, as far as somebody's window ended in that gap. */
  private long heardFromMillis;

  /**
   * Whether the link is known to be down: then what was heard at its last instant proves nothing.
   */
  private boolean down;

  LocalLink(UserId user, Profile profile, Outbox out) {
    this.user = user;
    this.out = out;
    this.interruptedAfterMillis = profile.interruptedAfterMillis();
    this.lostAfterMillis = profile.lostSinceLastDataMillis();
    this.giveUpAfterMillis = profile.giveUpAfterMillis().orElse(Client.NEVER);
  }

  void join(long nowMillis) {
    end();
    become(State.CONNECTED, nowMillis);
    lastHeardMillis = nowMillis;
    heardFromMillis = nowMillis;
    down = false;
  }

  void end() {
    become(State.OUT, 0);
  }

  /** From now on every instant is heard. */
  void up(long nowMillis) {
    if (isInSession()) {
      heard(nowMillis);
      lastHeardMillis = ALWAYS;
    }
  }

  /** From now on nothing is heard; a stream was heard up to the present instant. */
  void down(long nowMillis) {
    if (isInSession() && !down) {
      down = true;
      lastHeardMillis = Math.min(lastHeardMillis, nowMillis);
    }
  }

  /** One packet at one instant. */
  void heard(long nowMillis) {
    if (isInSession() && lastHeardMillis != ALWAYS) {
      lastHeardMillis = nowMillis;
      heardFromMillis = nowMillis;
      down = false;
      become(State.CONNECTED, nowMillis);
    }
  }

  /** The same as {@link #heard} where nothing can follow from it. */
  void touch(long nowMillis) {
    lastHeardMillis = nowMillis;
  }

  boolean isInSession() {
    return state != State.OUT && state != State.GIVEN_UP;
  }

  /** Whether news of others can reach the client: in a session, and not known to be down. */
  boolean canHearOthers() {
    return isInSession() && !down;
  }

  /** Whether all is well and presence is told by packets, not by a stream. */
  boolean isPacketDriven() {
    return state == State.CONNECTED && lastHeardMillis != ALWAYS && !down;
  }

  /** When the next state is due if the server stays silent. */
  long deadline() {
    return lastHeardMillis == ALWAYS
        ? Client.NEVER
        : switch (state) {
          case OUT, GIVEN_UP -> Client.NEVER;
          case CONNECTED -> lastHeardMillis + interruptedAfterMillis;
          case INTERRUPTED -> lastHeardMillis + lostAfterMillis;
          case LOST ->
              giveUpAfterMillis == Client.NEVER
                  ? Client.NEVER
                  : lastHeardMillis + giveUpAfterMillis;
        };
  }

  /** Enters the state that is due. */
  void fall() {
    become(
        switch (state) {
          case CONNECTED -> State.INTERRUPTED;
          case INTERRUPTED -> State.LOST;
          case LOST -> State.GIVEN_UP;
          case OUT, GIVEN_UP -> throw new IllegalStateException("nothing is due: " + state);
        },
        deadline());
  }

  /**
   * When something about others that ended at an instant may be concluded (D-09): at the first data
   * of the server as late as that instant, or never as things stand.
   */
  long provenAt(long instantMillis) {
    return down || instantMillis > lastHeardMillis
        ? Client.NEVER
        : Math.max(instantMillis, heardFromMillis);
  }

  /** See {@link Client#snapshot}: of an outage only what is left until its next state counts. */
  String snapshot(long atMillis) {
    String next = deadline() == Client.NEVER ? "" : " " + (deadline() - atMillis);
    return state + (isInSession() && down ? " down" : "") + next;
  }

  /** The one door: every change of state, and what the app is told of it. */
  private void become(State next, long dueMillis) {
    switch (next) {
      case INTERRUPTED -> out.add(Event.Kind.INTERRUPTED, user, dueMillis);
      case LOST -> out.add(Event.Kind.LOST, user, dueMillis);
      case CONNECTED -> {
        if (state == State.INTERRUPTED || state == State.LOST) {
          out.add(Event.Kind.REJOINED, user, dueMillis);
        }
      }
      case OUT, GIVEN_UP -> {
        // The one is the app's own doing, the other has no callback in the text.
      }
    }
    state = next;
  }
}
