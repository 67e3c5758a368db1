package org.rejoin.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/**
 * The server's side of one channel: who is in it, and when it is destroyed (KILL-10).
 *
 * <p>It is destroyed 10 s after the last user became absent, whatever the cause: a server can't
 * tell silence apart (D-28). Who comes back by then finds the same channel (D-29).
 *
 * <p>As with {@link Client}, every call first lets fall what was due before its time, and what is
 * due at that time itself falls only in {@link #advanceTo}. Not safe for several threads at once;
 * throws {@link IllegalArgumentException} if time runs backwards.
 */
public final class Channel {
  private final long destroyedAfterMillis;
  private final TreeSet<UserId> present = new TreeSet<>();

  private long nowMillis = Long.MIN_VALUE;
  private long deadlineMillis = Client.NEVER;

  /** A channel that nobody has joined. */
  public Channel(Profile profile) {
    this.destroyedAfterMillis = profile.channelDestroyedAfterMillis();
  }

  /** The users that the server hears. */
  public ImmutableSortedSet<UserId> users() {
    return ImmutableSortedSet.copyOf(present);
  }

  /** When the channel is destroyed if nobody comes; {@link Client#NEVER} if it won't be. */
  public long nextDeadline() {
    return deadlineMillis;
  }

  /** The server hears a user. Returns when the channel before this one was destroyed, if it was. */
  public OptionalLong present(UserId user, long nowMillis) {
    OptionalLong destroyed = fall(nowMillis - 1);
    moveTo(nowMillis);
    present.add(user);
    deadlineMillis = Client.NEVER;
    return destroyed;
  }

  /** The server no longer hears a user: it left, was killed or is silent. Returns the same. */
  public OptionalLong absent(UserId user, long nowMillis) {
    OptionalLong destroyed = fall(nowMillis - 1);
    moveTo(nowMillis);
    if (present.remove(user) && present.isEmpty()) {
      deadlineMillis = nowMillis + destroyedAfterMillis;
    }
    return destroyed;
  }

  /** When the channel was destroyed, if that fell due up to and including an instant. */
  public OptionalLong advanceTo(long nowMillis) {
    moveTo(nowMillis);
    return fall(nowMillis);
  }

  private void moveTo(long millis) {
    checkArgument(millis >= nowMillis, "time runs backwards: %s after %s", millis, nowMillis);
    nowMillis = millis;
  }

  private OptionalLong fall(long limitMillis) {
    if (deadlineMillis > limitMillis || deadlineMillis == Client.NEVER) {
      return OptionalLong.empty();
    }
    OptionalLong destroyed = OptionalLong.of(deadlineMillis);
    deadlineMillis = Client.NEVER;
    return destroyed;
  }
}
