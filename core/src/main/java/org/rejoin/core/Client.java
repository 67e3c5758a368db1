package org.rejoin.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/**
 * One user's SDK: what it hears goes in, what it concludes comes out.
 *
 * <p>Each call first lets everything fall that was due <em>before</em> {@code nowMillis}, then
 * applies its input; what is due at {@code nowMillis} itself falls only when {@link #advanceTo}
 * reaches it. So all inputs of an instant come before any deadline of it (D-03), and one late call
 * gives the same events as thousands of early ones.
 *
 * <p>Presence can be told in two ways, mixed at will: as streams that are on or off ({@link
 * Input}), or packet by packet ({@link #serverPacket}, {@link #packet(int, long)}). A packet proves
 * the link as well; a user's stream says nothing of the link, and nothing at all while it is down.
 *
 * <p>About others the client concludes nothing while it is cut off itself. A user's window that
 * ends at {@code d} is judged when data of the server arrives that is as late as {@code d}, and the
 * event is then due at {@code d} or at that data's arrival, whichever is later (D-09, D-10).
 *
 * <p>Not safe for several threads at once. Every method throws {@link IllegalArgumentException} if
 * time runs backwards or past half of {@link #NEVER}, or if the user is not of the kind's side.
 */
public final class Client {

  /** What {@link #nextDeadline()} says when nothing is due at any time. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The last instant of any time line: no deadline that counts from it is {@link #NEVER}. */
  private static final long LAST = NEVER / 2;

  private final UserId local;
  private final LocalLink link;
  private final RemoteUsers remotes;
  private final Outbox out = new Outbox();

  private long nowMillis = Long.MIN_VALUE;

  /** Up to here a packet of a user that is held present is two stores and nothing else. */
  private long quietUntilMillis = Long.MIN_VALUE;

  /**
   * A client that has joined nothing yet.
   *
   * @param local its user
   * @param family its platform's family, which sets the window for others
   * @param mode what the channel is used for
   * @param profile the constants in force
   */
  public Client(UserId local, Family family, Mode mode, Profile profile) {
    this.local = local;
    this.link = new LocalLink(local, profile, out);
    this.remotes = new RemoteUsers(profile.windowMillis(family, mode), out);
  }

  /**
   * Takes one input.
   *
   * @param input what was heard or told
   * @param nowMillis when
   * @return what is concluded from it, and what was due before it, in order
   */
  public ImmutableList<Event> accept(Input input, long nowMillis) {
    fallBefore(nowMillis);
    apply(input);
    return settle();
  }

  /**
   * Lets everything fall that is due up to and including an instant.
   *
   * @param nowMillis the instant
   * @return what was concluded, in order
   */
  public ImmutableList<Event> advanceTo(long nowMillis) {
    fallBefore(nowMillis);
    fallThrough(nowMillis);
    return settle();
  }

  /** When the next conclusion is due if nothing more is heard; {@link #NEVER} if none is. */
  public long nextDeadline() {
    return Math.min(link.deadline(), remoteDue());
  }

  /** Takes one packet of the server that is about nobody, at an instant. */
  public ImmutableList<Event> serverPacket(long nowMillis) {
    fallBefore(nowMillis);
    link.heard(nowMillis);
    return settle();
  }

  /** Takes one packet of a remote user, at an instant. It proves the link as well. */
  public ImmutableList<Event> packet(UserId user, long nowMillis) {
    return packet(indexOf(user), nowMillis);
  }

  /**
   * The same by the dense index of {@link #indexOf}, for those who handle many packets: within the
   * windows it allocates nothing.
   *
   * @throws IndexOutOfBoundsException if no user has this index
   */
  public ImmutableList<Event> packet(int index, long nowMillis) {
    if (nowMillis <= quietUntilMillis && nowMillis >= this.nowMillis && remotes.isSilent(index)) {
      this.nowMillis = nowMillis;
      link.touch(nowMillis);
      remotes.touch(index, nowMillis);
      return ImmutableList.of();
    }
    fallBefore(nowMillis);
    if (link.isInSession()) {
      link.heard(nowMillis);
      remotes.packet(index, nowMillis);
    }
    return settle();
  }

  /**
   * The index of a remote user, handed out at its first mention; it holds as long as the client.
   */
  public int indexOf(UserId user) {
    checkRemote(user);
    return remotes.indexOf(user);
  }

  private void checkRemote(UserId user) {
    checkArgument(!user.equals(local), "user %s is the local user", user);
  }

  /** Whether a session is open: joined, and neither ended nor given up since. */
  public boolean isInSession() {
    return link.isInSession();
  }

  /**
   * All that the future depends on, in words: two clients of a kind that say the same behave alike
   * from here on. For those who explore every state (time is told as what is left of it).
   *
   * @param atMillis as of which instant; nothing may be due before it
   */
  public String snapshot(long atMillis) {
    return link.snapshot(atMillis) + remotes.snapshot(atMillis);
  }

  private void apply(Input input) {
    switch (input.kind()) {
      case JOIN, END, LINK_UP, LINK_DOWN -> {
        checkArgument(
            input.user().equals(local),
            "%s is about the local user %s, not about user %s",
            input.kind(),
            local,
            input.user());
        applyToLink(input.kind());
      }
      case USER_HEARD, USER_SILENT, USER_LEFT -> {
        checkRemote(input.user());
        if (link.canHearOthers()) {
          applyToRemote(input.kind(), indexOf(input.user()));
        }
      }
    }
  }

  private void applyToLink(Input.Kind kind) {
    switch (kind) {
      case JOIN -> {
        remotes.forgetAll();
        link.join(nowMillis);
      }
      case END -> {
        remotes.forgetAll();
        link.end();
      }
      case LINK_UP -> link.up(nowMillis);
      case LINK_DOWN -> {
        link.down(nowMillis);
        remotes.allSilent(nowMillis);
      }
      default -> throw new AssertionError(kind);
    }
  }

  private void applyToRemote(Input.Kind kind, int index) {
    switch (kind) {
      case USER_HEARD -> remotes.heard(index, nowMillis);
      case USER_SILENT -> remotes.silent(index, nowMillis);
      case USER_LEFT -> remotes.left(index, nowMillis);
      default -> throw new AssertionError(kind);
    }
  }

  private void fallBefore(long limitMillis) {
    checkArgument(
        limitMillis >= nowMillis, "time runs backwards: %s after %s", limitMillis, nowMillis);
    checkArgument(limitMillis <= LAST, "time must be at most %s, was %s", LAST, limitMillis);
    if (limitMillis > nowMillis) {
      fallThrough(limitMillis - 1);
      nowMillis = limitMillis;
    }
  }

  private void fallThrough(long limitMillis) {
    long remoteDue = remoteDue();
    while (Math.min(link.deadline(), remoteDue) <= limitMillis) {
      // What is concluded of others was proven by data, and the link's own deadline comes after all
      // data that there was.
      if (remoteDue == NEVER) {
        link.fall();
      } else {
        remotes.fall(remoteDue);
      }
      remoteDue = remoteDue();
    }
  }

  private long remoteDue() {
    return link.provenAt(remotes.deadline());
  }

  private ImmutableList<Event> settle() {
    quietUntilMillis =
        link.isPacketDriven() ? Math.min(link.deadline(), remotes.deadline()) : Long.MIN_VALUE;
    return out.drain();
  }
}
