package org.rejoin.example.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.rejoin.api.UserId;

/** What is sent is what is read, and what was never sent by us is nothing. */
class PacketTest {

  @Property(tries = 200)
  void aPacketArrivesAsItWasSent(
      @ForAll Packet.Kind kind,
      @ForAll long session,
      @ForAll List<@LongRange(min = 1, max = 0xFFFF_FFFFL) Long> uids) {
    Packet packet =
        new Packet(
            kind, session, uids.stream().map(UserId::of).collect(ImmutableList.toImmutableList()));
    assertEquals(Optional.of(packet), Packet.decode(packet.encode()));
  }

  @Property(tries = 200)
  void aStrangersDatagramIsNothingOrSaysWhatItsBytesSay(@ForAll byte[] bytes) {
    Packet.decode(ByteBuffer.wrap(bytes))
        .ifPresent(packet -> assertEquals(ByteBuffer.wrap(bytes), packet.encode()));
  }

  @Test
  void anUnknownKindACutPacketAndAUidThatIsNoneAreNothing() {
    ByteBuffer unknown = Packet.of(Packet.Kind.TICK, 7).encode().put(0, (byte) 99);
    assertEquals(Optional.empty(), Packet.decode(unknown));
    ByteBuffer cut = Packet.of(Packet.Kind.TICK, 7).encode().limit(8);
    assertEquals(Optional.empty(), Packet.decode(cut));
    ByteBuffer nobody =
        new Packet(Packet.Kind.LEFT, 7, ImmutableList.of(UserId.of(1))).encode().putLong(9, 0);
    assertEquals(Optional.empty(), Packet.decode(nobody));
  }
}
