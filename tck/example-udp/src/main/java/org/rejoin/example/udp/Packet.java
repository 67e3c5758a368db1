package org.rejoin.example.udp;

import com.google.common.collect.ImmutableList;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.UserId;

/**
 * What travels between a client and the relay: one datagram.
 *
 * @param kind what it says
 * @param session whose it is: the client's that sent it, or to whom the relay sends it. Numbers are
 *     never used twice, so that what is late from an earlier session is known and dropped
 * @param users whom it is about; nobody in packets of a client
 */
record Packet(Kind kind, long session, ImmutableList<UserId> users) {

  /** What a packet says. */
  enum Kind {
    /** A client is there. */
    HEARTBEAT('H'),
    /** A client leaves. */
    GOODBYE('G'),
    /** The server is there, and has heard these users since its tick before. */
    TICK('T'),
    /** A user said goodbye. */
    LEFT('L');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    private static Optional<Kind> ofCode(byte code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
  }

  /** The largest datagram of IPv4. */
  static final int MAX_BYTES = 65_507;

  static Packet of(Kind kind, long session) {
    return new Packet(kind, session, ImmutableList.of());
  }

  /** One byte for the kind, eight for the session, eight for every user. */
  ByteBuffer encode() {
    ByteBuffer bytes = ByteBuffer.allocate(9 + 8 * users.size());
    bytes.put((byte) kind.code).putLong(session);
    users.forEach(user -> bytes.putLong(user.value()));
    return bytes.flip();
  }

  /** What a datagram says; empty if it is none of ours, for anybody may send us one. */
  static Optional<Packet> decode(ByteBuffer bytes) {
    try {
      Optional<Kind> kind = Kind.ofCode(bytes.get());
      long session = bytes.getLong();
      ImmutableList.Builder<UserId> users = ImmutableList.builder();
      while (bytes.hasRemaining()) {
        users.add(UserId.of(bytes.getLong()));
      }
      return kind.map(known -> new Packet(known, session, users.build()));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
