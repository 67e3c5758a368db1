package org.rejoin.tck.scenario;

import java.util.Optional;
import org.rejoin.api.UserId;

/**
 * One stimulus of a scenario.
 *
 * @param atMillis when, in milliseconds from the scenario's start
 * @param action what is done
 * @param uid to whom
 * @param channel which channel a join or restart enters
 * @param direction which way a drop cuts
 * @param context the circumstances of a kill, where they are given
 * @param server the server that accepts from a restore on, in scenarios that name servers
 * @param peer the remote user, for the actions about one
 */
public record Step(
    long atMillis,
    Action action,
    UserId uid,
    String channel,
    Direction direction,
    Optional<KillContext> context,
    Optional<String> server,
    Optional<UserId> peer) {

  /** The channel that is meant where none is named. */
  public static final String MAIN_CHANNEL = "main";

  /** A step with nothing but the default details. */
  public static Step of(long atMillis, Action action, UserId uid) {
    return new Step(
        atMillis,
        action,
        uid,
        MAIN_CHANNEL,
        Direction.BOTH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same step into another channel. */
  public Step withChannel(String other) {
    return new Step(atMillis, action, uid, other, direction, context, server, peer);
  }

  /** The same step with another direction. */
  public Step withDirection(Direction other) {
    return new Step(atMillis, action, uid, channel, other, context, server, peer);
  }

  /** The same step, with nothing known of the circumstances of a kill if it closed a page. */
  Step withoutPage() {
    boolean closesPage =
        context.filter(why -> why.how() == KillContext.How.PAGE_CLOSED).isPresent();
    return closesPage
        ? new Step(atMillis, action, uid, channel, direction, Optional.empty(), server, peer)
        : this;
  }

  /** The same step with the circumstances of a kill. */
  public Step withContext(KillContext other) {
    return new Step(atMillis, action, uid, channel, direction, Optional.of(other), server, peer);
  }

  /** The same step with the server that accepts. */
  public Step withServer(String other) {
    return new Step(atMillis, action, uid, channel, direction, context, Optional.of(other), peer);
  }

  /** The same step about a remote user. */
  public Step withPeer(UserId other) {
    return new Step(atMillis, action, uid, channel, direction, context, server, Optional.of(other));
  }

  /** The same step, done to another user. */
  public Step withUid(UserId other) {
    return new Step(atMillis, action, other, channel, direction, context, server, peer);
  }

  /** The same step at another time. */
  public Step withAtMillis(long other) {
    return new Step(other, action, uid, channel, direction, context, server, peer);
  }
}
