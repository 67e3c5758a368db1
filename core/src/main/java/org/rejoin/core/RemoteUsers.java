package org.rejoin.core;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;
import org.rejoin.api.Event;
import org.rejoin.api.UserId;

/**
 * The remote users of one session, by index: what the app holds of each, and when the window of
 * each that is silent ends.
 */
final class RemoteUsers {

  /** A remote user's standing. */
  private enum Standing {
    /** Never heard in this session. */
    UNKNOWN(0),
    /** Present, and heard at every instant: its stream is on. */
    HEARD(1),
    /** Present, and last heard at a known instant. */
    SILENT(2),
    /** The app was told that it is gone. */
    GONE(3);

    private static final ImmutableList<Standing> BY_CODE = ImmutableList.copyOf(values());

    private final byte code;

    Standing(int code) {
      this.code = (byte) code;
    }
  }

  private final long windowMillis;
  private final Outbox out;
  private final UserIndex users = new UserIndex();
  private final Deadlines deadlines = new Deadlines(users);

  /** By user index, as codes: of a byte that changes no garbage collector has to be told. */
  private byte[] standings = new byte[0];

  RemoteUsers(long windowMillis, Outbox out) {
    this.windowMillis = windowMillis;
    this.out = out;
  }

  /** The index of a user, handed out at its first mention. */
  int indexOf(UserId user) {
    int index = users.indexOf(user);
    if (index >= standings.length) {
      standings = Arrays.copyOf(standings, Math.max(8, standings.length * 2));
      deadlines.grow(standings.length);
    }
    return index;
  }

  /**
   * Whether a packet of this user would only store its time: only a silent one has a deadline, and
   * asking for that touches nothing but what is then stored.
   */
  boolean isSilent(int index) {
    return deadlines.get(index) != Client.NEVER;
  }

  /** The packet of a silent user whose window has not ended. */
  void touch(int index, long nowMillis) {
    deadlines.putOff(index, nowMillis + windowMillis);
  }

  /** One packet at one instant. */
  void packet(int index, long nowMillis) {
    Objects.checkIndex(index, users.size());
    if (!is(index, Standing.HEARD)) {
      heardLast(index, nowMillis);
    }
  }

  /** From now on every instant is heard. */
  void heard(int index, long nowMillis) {
    become(Standing.HEARD, index, nowMillis);
  }

  /** The last instant heard is the present one. */
  void silent(int index, long nowMillis) {
    if (is(index, Standing.HEARD)) {
      heardLast(index, nowMillis);
    }
  }

  private void heardLast(int index, long nowMillis) {
    become(Standing.SILENT, index, nowMillis);
    deadlines.set(index, nowMillis + windowMillis);
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
    return deadlines.firstMillis();
  }

  /** Holds everybody gone whose window ended at {@link #deadline()}, by their uids. */
  void fall(long dueMillis) {
    for (int index : deadlines.takeFirst()) {
      become(Standing.GONE, index, dueMillis);
      out.add(Event.Kind.USER_DROPPED, users.user(index), dueMillis);
    }
  }

  /** A new session remembers nothing; indexes stay as they are. */
  void forgetAll() {
    Arrays.fill(standings, Standing.UNKNOWN.code);
    deadlines.clearAll();
  }

  /** See {@link Client#snapshot}: a window that has ended waits for proof, however long. */
  String snapshot(long atMillis) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < users.size(); index++) {
      text.append(", ")
          .append(users.user(index))
          .append(' ')
          .append(Standing.BY_CODE.get(standings[index]));
      if (isSilent(index)) {
        text.append(' ').append(Math.max(0, deadlines.get(index) - atMillis));
      }
    }
    return text.toString();
  }

  private boolean is(int index, Standing standing) {
    return standings[index] == standing.code;
  }

  private boolean isPresent(int index) {
    return is(index, Standing.HEARD) || is(index, Standing.SILENT);
  }

  /** The one door: every change of standing, and what the app is told when somebody is there. */
  private void become(Standing next, int index, long nowMillis) {
    boolean wasPresent = isPresent(index);
    standings[index] = next.code;
    deadlines.clear(index);
    if (!wasPresent && isPresent(index)) {
      out.add(Event.Kind.USER_JOINED, users.user(index), nowMillis);
    }
  }
}
