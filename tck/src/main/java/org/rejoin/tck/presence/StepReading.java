package org.rejoin.tck.presence;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;

/**
 * The meaning of single steps, attempts to connect and giving up for one user, under a profile. A
 * step that can do nothing does nothing. Immutable.
 */
public final class StepReading {
  private final Profile profile;
  private final String firstServer;

  /**
   * A reading.
   *
   * @param profile the constants in force
   * @param servers the servers that users may connect to, the one that they join first; may be
   *     empty
   */
  public StepReading(Profile profile, ImmutableList<String> servers) {
    this.profile = profile;
    this.firstServer = servers.stream().findFirst().orElse("");
  }

  /** A user to whom nothing was done yet. */
  public UserState atFirst() {
    return UserState.atFirst(firstServer);
  }

  /** The user after a step. */
  public UserState after(UserState user, Step step) {
    long nowMillis = step.atMillis();
    return switch (step.action()) {
      case JOIN, RESTART -> user.begun(step.channel(), firstServer, nowMillis);
      case RESTORE -> restored(user, step);
      case LEAVE, KILL -> {
        Link next = user.link().after(step.action(), step.direction());
        yield next == user.link() ? user : user.ended(next, nowMillis);
      }
      case DROP, PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
        Link next = user.link().after(step.action(), step.direction());
        yield next == user.link() ? user : user.linked(next, nowMillis);
      }
    };
  }

  /**
   * Back at once, unless servers are named and it has left its own, or another one accepts: then
   * with the first attempt at that one. A later restore takes the place of an earlier one.
   */
  private UserState restored(UserState user, Step step) {
    if (!user.link().isCut()) {
      return user;
    }
    boolean left = step.atMillis() > user.sinceMillis() + profile.interruptedAfterMillis();
    boolean waits =
        user.link().isDeaf()
            && step.server().isPresent()
            && (left || !step.server().get().equals(user.server()));
    return waits
        ? user.waiting(step.server().orElseThrow())
        : user.linked(Link.CONNECTED, step.atMillis());
  }

  /** The user after an attempt of its to connect, which succeeds if it waits for this server. */
  public UserState after(UserState user, ConnectAttempt attempt) {
    return user.accepting().filter(attempt.server()::equals).isPresent()
        ? user.accepted(attempt.atMillis())
        : user;
  }

  /** When a user stops trying for good unless something is done before (D-13); far if never. */
  public long givesUpMillis(UserState user) {
    return user.link().isDeaf() && profile.giveUpAfterMillis().isPresent()
        ? LongMath.saturatedAdd(user.sinceMillis(), profile.giveUpAfterMillis().getAsLong())
        : Long.MAX_VALUE;
  }

  /** The user once it has given up: its session is over. */
  public UserState givenUp(UserState user, long nowMillis) {
    return user.ended(Link.OUT, nowMillis);
  }

  /** Whether a step has a user of some platform say goodbye, if it is heard (KILL-01, DRV-06). */
  public static boolean saysGoodbye(Action action, Platform platform) {
    return switch (action) {
      case LEAVE -> true;
      case KILL -> quitsWhenKilled(platform.family());
      case JOIN, RESTART, DROP, RESTORE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> false;
    };
  }

  /** Whether a killed process leaves the channel by itself (KILL-01 to KILL-03). */
  public static boolean quitsWhenKilled(Family family) {
    return switch (family) {
      case APPLE -> true;
      case AWL, WEB -> false;
    };
  }
}
