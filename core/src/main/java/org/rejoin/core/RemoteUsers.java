package org.rejoin.core;

import java.util.Arrays;
import java.util.Objects;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/**
 * The remote users of one session, as a table of arrays: what the app holds of each, and when each
 * was last heard.
 *
 * <p>A packet only stores a time. A silent user has one check in a heap, which is armed anew from
 * the time last heard when it comes up too early, and dropped when it comes up for one that is not
 * silent any more, so that packets cost no timer work.
 */
final class RemoteUsers {

  /** A remote user's standing. */
  private enum Standing {
    /** Never heard in this session. */
    UNKNOWN,
    /** Present, and heard at every instant: its stream is on. */
    HEARD,
    /** Present, and last heard at a known instant. */
    SILENT,
    /** The app was told that it is gone. */
    GONE
  }

  private final long windowMillis;
  private final Outbox out;
  private final UserIndex users = new UserIndex();
  private final Checks checks = new Checks(users);

  private Standing[] standings = new Standing[0];
  private long[] lastHeardMillis = new long[0];

  RemoteUsers(long windowMillis, Outbox out) {
    this.windowMillis = windowMillis;
    this.out = out;
  }

  /** The index of a user, handed out at its first mention. */
  int indexOf(UserId user) {
    int index = users.indexOf(user);
    if (index >= standings.length) {
      int before = standings.length;
      standings = Arrays.copyOf(standings, Math.max(8, before * 2));
      Arrays.fill(standings, before, standings.length, Standing.UNKNOWN);
      lastHeardMillis = Arrays.copyOf(lastHeardMillis, standings.length);
    }
    return index;
  }

  /** Whether a packet of this user would only store its time. */
  boolean isSilent(int index) {
    return standings[index] == Standing.SILENT;
  }

  /** The packet of a silent user whose window has not ended. */
  void touch(int index, long nowMillis) {
    lastHeardMillis[index] = nowMillis;
  }

  /** One packet at one instant. */
  void packet(int index, long nowMillis) {
    Objects.checkIndex(index, users.size());
    if (standings[index] != Standing.HEARD) {
      heardLast(index, nowMillis);
    }
  }

  /** From now on every instant is heard. */
  void heard(int index, long nowMillis) {
    become(Standing.HEARD, index, nowMillis);
  }

  /** The last instant heard is the present one. */
  void silent(int index, long nowMillis) {
    if (standings[index] == Standing.HEARD) {
      heardLast(index, nowMillis);
    }
  }

  private void heardLast(int index, long nowMillis) {
    lastHeardMillis[index] = nowMillis;
    become(Standing.SILENT, index, nowMillis);
    checks.arm(index, nowMillis + windowMillis);
  }

  /** Every stream goes silent at once. */
  void allSilent(long nowMillis) {
    for (int index = 0; index < users.size(); index++) {
      silent(index, nowMillis);
    }
  }

  /** A goodbye; from somebody who is not held present it says nothing new (DRV-04). */
  void left(int index, long nowMillis) {
    if (isPresent(index)) {
      become(Standing.GONE, index, nowMillis);
      out.add(Event.Kind.USER_QUIT, users.user(index), nowMillis);
    }
  }

  /** When the window of the user that is silent for longest ends; {@link Client#NEVER} if none. */
  long deadline() {
    while (!checks.isEmpty()) {
      int index = checks.first();
      if (standings[index] != Standing.SILENT) {
        checks.removeFirst();
      } else if (lastHeardMillis[index] + windowMillis > checks.firstAtMillis()) {
        checks.rearmFirst(lastHeardMillis[index] + windowMillis);
      } else {
        return checks.firstAtMillis();
      }
    }
    return Client.NEVER;
  }

  /** Holds the user of {@link #deadline()} gone; its check goes when that is asked again. */
  void fall(long dueMillis) {
    int index = checks.first();
    become(Standing.GONE, index, dueMillis);
    out.add(Event.Kind.USER_DROPPED, users.user(index), dueMillis);
  }

  /** A new session remembers nothing; indexes stay as they are. */
  void forgetAll() {
    Arrays.fill(standings, Standing.UNKNOWN);
  }

  /** See {@link Client#snapshot}: a window that has ended waits for proof, however long. */
  String snapshot(long atMillis) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < users.size(); index++) {
      text.append(", ").append(users.user(index)).append(' ').append(standings[index]);
      if (standings[index] == Standing.SILENT) {
        text.append(' ').append(Math.max(0, lastHeardMillis[index] + windowMillis - atMillis));
      }
    }
    return text.toString();
  }

  private boolean isPresent(int index) {
    return standings[index] == Standing.HEARD || standings[index] == Standing.SILENT;
  }

  /** The one door: every change of standing, and what the app is told when somebody is there. */
  private void become(Standing next, int index, long nowMillis) {
    boolean wasPresent = isPresent(index);
    standings[index] = next;
    if (!wasPresent && isPresent(index)) {
      out.add(Event.Kind.USER_JOINED, users.user(index), nowMillis);
    }
  }
}
