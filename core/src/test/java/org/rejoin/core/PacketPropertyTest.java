package org.rejoin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Profiles;

/**
 * What holds of a client that is told packet by packet: the short way of a packet and the long one
 * tell the same, and packets without a gap tell what a stream does.
 */
class PacketPropertyTest {
  private static final long END = 90_000;
  private static final int STEP = 500;

  /** Heard at every step: where the server has no packets of its own, the link lives by it. */
  private static final long ALWAYS_THERE = 9;

  /** One packet of a user, or one input about the local user, at one time. */
  private record Told(long gapMillis, Input.Kind kind, long uid) {}

  /** The times at which one user's stream goes on and off, in turn. */
  private record Edges(List<Long> times) {
    boolean isEdge(long atMillis) {
      return times.contains(atMillis);
    }

    /** Whether the user is heard at an instant: at the one at which it falls silent, it is. */
    boolean isHeard(long atMillis) {
      long before = times.stream().filter(edge -> edge < atMillis).count();
      return before % 2 == 1 || isEdge(atMillis);
    }

    boolean isOnFrom(long atMillis) {
      return times.stream().filter(edge -> edge <= atMillis).count() % 2 == 1;
    }
  }

  @Property(tries = 1_000)
  void packetsOfSeveralUsersAloneAreTheirStreams(
      @ForAll("users") List<Edges> users, @ForAll("families") Family family) {
    assertEquals(streams(users, family), packets(users, family, false));
    assertEquals(streams(users, family), packets(users, family, true));
  }

  @Property(tries = 2_000)
  void aPacketOfAUserIsOneOfTheServerToo(
      @ForAll("packets") List<Told> script, @ForAll("families") Family family) {
    assertEquals(run(script, family, true, false), run(script, family, false, false));
  }

  @Property(tries = 2_000)
  void toAdvanceAfterEachPacketChangesNothing(
      @ForAll("packets") List<Told> script, @ForAll("families") Family family) {
    assertEquals(run(script, family, false, true), run(script, family, false, false));
  }

  private static ImmutableList<String> streams(List<Edges> users, Family family) {
    ClientDriver client = new ClientDriver(family, Profiles.AGORA_2019_05).joined(0);
    client.tell(Input.Kind.USER_HEARD, ALWAYS_THERE, 0);
    for (long at = 0; at <= END; at += STEP) {
      for (int user = 0; user < users.size(); user++) {
        if (users.get(user).isEdge(at)) {
          client.tell(Input.Kind.USER_HEARD, user + 2, at);
        }
        if (users.get(user).isEdge(at) && !users.get(user).isOnFrom(at)) {
          client.tell(Input.Kind.USER_SILENT, user + 2, at);
        }
      }
      client.advanceTo(at);
    }
    return client.seen();
  }

  private static ImmutableList<String> packets(
      List<Edges> users, Family family, boolean advancing) {
    ClientDriver client = new ClientDriver(family, Profiles.AGORA_2019_05);
    client.tell(Input.Kind.JOIN, 0);
    for (long at = 0; at <= END; at += STEP) {
      client.packet(ALWAYS_THERE, at);
      for (int user = 0; user < users.size(); user++) {
        if (users.get(user).isHeard(at)) {
          client.packet(user + 2, at);
        }
      }
      if (advancing) {
        client.advanceTo(at);
      }
    }
    return client.advanceTo(END).seen();
  }

  /**
   * What is concluded from a script.
   *
   * @param told whether each packet of a user comes with one of the server
   * @param advancing whether the client is advanced to each instant once all of it is told
   */
  private static ImmutableList<String> run(
      List<Told> script, Family family, boolean told, boolean advancing) {
    ClientDriver client = new ClientDriver(family, Profiles.AGORA_2019_05);
    client.tell(Input.Kind.JOIN, 0);
    long at = 0;
    for (Told one : script) {
      if (advancing && one.gapMillis() > 0) {
        client.advanceTo(at);
      }
      at += one.gapMillis();
      if (one.kind() != Input.Kind.USER_HEARD) {
        client.tell(one.kind(), at);
        continue;
      }
      if (told) {
        client.serverPacket(at);
      }
      client.packet(one.uid(), at);
    }
    return client.advanceTo(at).seen();
  }

  @Provide
  Arbitrary<List<Told>> packets() {
    Arbitrary<Long> gaps =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(0, 1_000)),
            Tuple.of(6, Arbitraries.longs().between(1_001, 4_000)),
            Tuple.of(1, Arbitraries.longs().between(4_001, 30_000)));
    Arbitrary<Input.Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(30, Input.Kind.USER_HEARD),
            Tuple.of(1, Input.Kind.LINK_DOWN),
            Tuple.of(1, Input.Kind.JOIN));
    return Combinators.combine(gaps, kinds, Arbitraries.longs().between(2, 4))
        .as(Told::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Family> families() {
    return Arbitraries.of(Family.values());
  }

  @Provide
  Arbitrary<List<Edges>> users() {
    return Arbitraries.longs()
        .between(1, 60)
        .map(gap -> gap * STEP)
        .list()
        .ofMaxSize(8)
        .map(PacketPropertyTest::edges)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Edges edges(List<Long> gaps) {
    List<Long> times = new ArrayList<>();
    long at = -STEP;
    for (long gap : gaps) {
      at += gap;
      times.add(at);
    }
    return new Edges(times);
  }
}
