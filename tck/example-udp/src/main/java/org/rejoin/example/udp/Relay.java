package org.rejoin.example.udp;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;

/**
 * The server of one scenario, and the network between it and the clients: one UDP socket on
 * loopback, used by one thread.
 *
 * <p>At every tick each client is sent one packet that names the users of its channel heard since
 * the tick before. A client that comes back is sent one at once, which names everybody who is
 * there: had it to hear of one after the other, it would hold the later ones gone, since its window
 * for them ended while it was away (D-09).
 */
final class Relay implements AutoCloseable {
  /**
   * Who was heard within so many ticks is there; fewer would mistake a busy machine for silence.
   */
  private static final int TICKS_OF_PRESENCE = 10;

  private final DatagramChannel socket;
  private final Selector selector;
  private final long tickNanos;
  private final RelayChannels channels;
  private final ByteBuffer buffer = ByteBuffer.allocate(Packet.MAX_BYTES);
  private final Map<Long, RelaySession> sessions = new LinkedHashMap<>();

  private long lastTickNanos;
  private long nextTickNanos;

  private Relay(DatagramChannel socket, Selector selector, long tickNanos, RelayChannels channels) {
    this.socket = socket;
    this.selector = selector;
    this.tickNanos = tickNanos;
    this.channels = channels;
    this.lastTickNanos = System.nanoTime();
    this.nextTickNanos = lastTickNanos + tickNanos;
  }

  /**
   * Opens its socket.
   *
   * @param tickNanos how far ticks are apart
   * @param channels is told who is in which channel
   */
  static Relay open(long tickNanos, RelayChannels channels) throws IOException {
    Selector selector = Selector.open();
    DatagramChannel socket = DatagramChannel.open(StandardProtocolFamily.INET);
    socket.bind(Loopback.anyPort());
    socket.configureBlocking(false);
    socket.register(selector, SelectionKey.OP_READ);
    return new Relay(socket, selector, tickNanos, channels);
  }

  /** Where it listens, on loopback. */
  int port() {
    return socket.socket().getLocalPort();
  }

  /** A user enters a channel; packets of any session that it had before mean nothing now. */
  void join(long session, UserId user, String channel) {
    sessions.values().removeIf(earlier -> earlier.user.equals(user));
    sessions.put(session, new RelaySession(session, user, channel));
  }

  /** A user's network is cut. */
  void drop(UserId user, Direction direction) {
    session(user).ifPresent(session -> session.drop(direction));
  }

  /** A user's network works again. */
  void restore(UserId user) throws IOException {
    Optional<RelaySession> session = session(user);
    if (session.isPresent() && session.get().restore()) {
      tick(session.get(), System.nanoTime() - TICKS_OF_PRESENCE * tickNanos);
    }
  }

  /** Carries packets until an instant; none if it has passed. */
  void serveUntil(long nanos) throws IOException {
    for (long now = System.nanoTime(); now - nanos < 0; now = System.nanoTime()) {
      if (now - nextTickNanos >= 0) {
        tickAll(now);
      }
      long restNanos = Math.min(nanos, nextTickNanos) - now;
      selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(restNanos)));
      selector.selectedKeys().clear();
      receiveAll();
    }
  }

  private void tickAll(long nowNanos) throws IOException {
    for (RelaySession session : sessions.values()) {
      tick(session, lastTickNanos);
    }
    lastTickNanos = nowNanos;
    // Ticks that a busy machine missed are not made up for: they would say nothing new.
    nextTickNanos = nowNanos + tickNanos;
    channels.advance();
  }

  private void tick(RelaySession to, long sinceNanos) throws IOException {
    ImmutableList.Builder<UserId> heard = ImmutableList.builder();
    for (RelaySession other : sessions.values()) {
      if (other.isWith(to) && other.isHeardSince(sinceNanos)) {
        heard.add(other.user);
      }
    }
    send(to, Packet.Kind.TICK, heard.build());
  }

  private void receiveAll() throws IOException {
    for (SocketAddress from = receive(); from != null; from = receive()) {
      Optional<Packet> packet = Packet.decode(buffer.flip());
      if (packet.isPresent()) {
        take(packet.get(), from);
      }
    }
  }

  private SocketAddress receive() throws IOException {
    return socket.receive(buffer.clear());
  }

  private void take(Packet packet, SocketAddress from) throws IOException {
    RelaySession session = sessions.get(packet.session());
    if (session == null || !session.letsOut()) {
      return;
    }
    channels.heard(session.channel, session.user);
    switch (packet.kind()) {
      case HEARTBEAT -> session.heard(from, System.nanoTime());
      case GOODBYE -> {
        sessions.remove(session.number);
        for (RelaySession other : sessions.values()) {
          if (other.isWith(session)) {
            send(other, Packet.Kind.LEFT, ImmutableList.of(session.user));
          }
        }
      }
      case TICK, LEFT -> {
        // Only the relay sends these.
      }
    }
  }

  private void send(RelaySession to, Packet.Kind kind, ImmutableList<UserId> users)
      throws IOException {
    Optional<SocketAddress> where = to.reachable();
    if (where.isPresent()) {
      socket.send(new Packet(kind, to.number, users).encode(), where.get());
    }
  }

  private Optional<RelaySession> session(UserId user) {
    return sessions.values().stream().filter(session -> session.user.equals(user)).findFirst();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    socket.close();
  }
}
