package org.rejoin.core.realtime;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Event;
import org.rejoin.api.EventListener;
import org.rejoin.api.Input;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/**
 * The client and its way back as one machine: whatever is concluded steers the attempts, and an
 * attempt comes out only if it still makes sense after that.
 *
 * <p>Guarded by the client's lock.
 */
final class Machine {
  private final UserId local;
  private final Client client;
  private final Optional<WayBack> wayBack;
  private final EventListener out;

  Machine(UserId local, Client client, Optional<WayBack> wayBack, EventListener out) {
    this.local = local;
    this.client = client;
    this.wayBack = wayBack;
    this.out = out;
  }

  boolean isInSession() {
    return client.isInSession();
  }

  long nextDeadline() {
    return Math.min(client.nextDeadline(), wayBack.map(WayBack::nextDeadline).orElse(Client.NEVER));
  }

  /** Lets fall what is due up to and including an instant, even if inputs were stamped later. */
  void advanceTo(long nowMillis) {
    boolean due = client.nextDeadline() <= nowMillis;
    settle(due ? client.advanceTo(nowMillis) : ImmutableList.of(), nowMillis);
  }

  void join(long nowMillis) {
    accept(Input.Kind.JOIN, nowMillis);
    wayBack.ifPresent(WayBack::join);
  }

  void leave(long nowMillis) {
    accept(Input.Kind.END, nowMillis);
  }

  /** Something happens to the session or the link. */
  void accept(Input.Kind kind, long nowMillis) {
    accept(kind, local, nowMillis);
  }

  void accept(Input.Kind kind, UserId about, long nowMillis) {
    settle(client.accept(new Input(kind, about), nowMillis), nowMillis);
  }

  void serverPacket(long nowMillis) {
    settle(client.serverPacket(nowMillis), nowMillis);
  }

  void packet(UserId user, long nowMillis) {
    settle(client.packet(user, nowMillis), nowMillis);
  }

  /** A server accepted; that it did is data of a server. Outside a session it means nothing. */
  void connected(String server, long nowMillis) {
    serverPacket(nowMillis);
    if (client.isInSession()) {
      wayBack.ifPresent(loop -> loop.connected(server));
    }
  }

  private void settle(ImmutableList<Event> events, long nowMillis) {
    for (Event event : events) {
      wayBack.ifPresent(loop -> loop.follow(event));
      out.onEvent(event);
    }
    // Left or given up (D-13): there is nothing to come back to.
    if (!client.isInSession()) {
      wayBack.ifPresent(WayBack::stop);
    }
    wayBack.ifPresent(loop -> loop.advanceTo(nowMillis));
  }
}
