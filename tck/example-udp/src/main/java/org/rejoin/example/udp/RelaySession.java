package org.rejoin.example.udp;

import java.net.SocketAddress;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;

/** One session as the relay knows it: where its client is, and which way its network is cut. */
final class RelaySession {
  final long number;
  final UserId user;
  final String channel;

  private Optional<SocketAddress> client = Optional.empty();
  private Optional<Direction> cut = Optional.empty();
  private long lastHeardNanos;

  RelaySession(long number, UserId user, String channel) {
    this.number = number;
    this.user = user;
    this.channel = channel;
  }

  /** A heartbeat arrived. */
  void heard(SocketAddress from, long nowNanos) {
    client = Optional.of(from);
    lastHeardNanos = nowNanos;
  }

  /** Whether a heartbeat arrived after an instant. */
  boolean isHeardSince(long nanos) {
    return client.isPresent() && lastHeardNanos - nanos > 0;
  }

  /** Cuts its network; one that is cut already stays as it is. */
  void drop(Direction direction) {
    cut = Optional.of(cut.orElse(direction));
  }

  /** Its network works again. Returns whether it was cut. */
  boolean restore() {
    boolean wasCut = cut.isPresent();
    cut = Optional.empty();
    return wasCut;
  }

  /** Whether what its client sends gets through. */
  boolean letsOut() {
    return cut.isEmpty() || cut.get() == Direction.DOWNLINK;
  }

  /** Where to send what it is to hear; empty if that would not get through. */
  Optional<SocketAddress> reachable() {
    return cut.isEmpty() || cut.get() == Direction.UPLINK ? client : Optional.empty();
  }

  /** Whether another session is somebody else's in the same channel. */
  boolean isWith(RelaySession other) {
    return channel.equals(other.channel) && !user.equals(other.user);
  }
}
