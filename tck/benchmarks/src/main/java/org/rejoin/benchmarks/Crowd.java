package org.rejoin.benchmarks;

import java.util.SplittableRandom;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/** Many remote users, each of which sends about 50 packets a second, in an order without order. */
final class Crowd {
  private static final long SEED = 1;

  private final int[] order;

  /** How many packets a millisecond has, as a power of two: time must cost next to nothing here. */
  private final int shift;

  private long packets;
  private int place;

  Crowd(int users) {
    this.order = shuffled(users);
    this.shift = 31 - Integer.numberOfLeadingZeros(users / 20);
  }

  private static int[] shuffled(int users) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] order = new int[users];
    for (int i = 0; i < users; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** Whose packet is next: an index from zero. */
  int next() {
    packets++;
    place = place + 1 == order.length ? 0 : place + 1;
    return order[place];
  }

  /** When it arrives. */
  long nowMillis() {
    return packets >> shift;
  }

  /** The uid of a user by its index. */
  static UserId user(int index) {
    return UserId.of(index + 2L);
  }

  /** A client that has joined and heard one packet of each. */
  static Client client(int users) {
    UserId local = UserId.of(1);
    Client client = new Client(local, Family.AWL, Mode.COMMUNICATION, Profiles.AGORA_2019_05);
    Object unused = client.accept(new Input(Input.Kind.JOIN, local), 0);
    unused = client.serverPacket(0);
    for (int index = 0; index < users; index++) {
      unused = client.packet(user(index), 0);
    }
    return client;
  }
}
