package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.rejoin.tck.reference.states.ClientTable.Table;

/**
 * Three clients and what is between them, packed in a long: 16 bits a user, of which 13 are its
 * client's state and 3 its standing. What is done to a user is what reaches every client of it, as
 * the scenarios' rules say it.
 */
@SuppressWarnings("EnumOrdinal") // States are packed numbers; nothing is written down.
final class Network {
  static final int USERS = 3;
  static final int NOBODY = -1;

  private static final int USER_BITS = 16;
  private static final int STANDING_BITS = 3;

  private static final Standing[] STANDINGS = Standing.values();
  private static final int USER_MASK = (1 << USER_BITS) - 1;
  private static final int STANDING_MASK = (1 << STANDING_BITS) - 1;

  /** Every order of three users, the one that leaves each in its place first. */
  private static final ImmutableList<Order> ORDERS =
      ImmutableList.of(
          new Order(0, 1, 2),
          new Order(0, 2, 1),
          new Order(1, 0, 2),
          new Order(1, 2, 0),
          new Order(2, 0, 1),
          new Order(2, 1, 0));

  /**
   * Where each input leads, by user and place in the table: a client's state as it is packed, and
   * {@code ~} of it, which is less than zero, where the client breaches its grammar.
   */
  private final int[][] next = new int[USERS][];

  /** Each client's state with its two remotes in each other's place, by user; as it is packed. */
  private final int[][] swapped = new int[USERS][];

  /** Those that put each user in the place of one with the same table. */
  private final Order[] orders;

  /** Each user, packed. */
  private final int[] users = new int[USERS];

  /** Each user as it is, and then with its two remotes in each other's place. */
  private final long[] parts = new long[2 * USERS];

  /** The user whose client breached its grammar in the last change; {@link #NOBODY} if none did. */
  private int breaching = NOBODY;

  private int breach;

  /** Nobody has joined. */
  Network(Table[] tables) {
    Arrays.fill(users, Standing.OUT.ordinal());
    for (int user = 0; user < USERS; user++) {
      next[user] = packed(tables[user].next());
      swapped[user] = packed(tables[user].swapped());
      for (int place : tables[user].breaches().keySet()) {
        next[user][place] = ~next[user][place];
      }
      if (tables[user].size() >= 1 << (USER_BITS - STANDING_BITS)) {
        throw new IllegalArgumentException("a client has too many states to pack");
      }
    }
    this.orders = ORDERS.stream().filter(order -> order.isAmongAlike(tables)).toArray(Order[]::new);
  }

  private static int[] packed(ImmutableIntArray clients) {
    return clients.stream().map(client -> client << STANDING_BITS).toArray();
  }

  /** Takes on a state that was packed. */
  void unpack(long state) {
    breaching = NOBODY;
    for (int user = 0; user < USERS; user++) {
      users[user] = (int) (state >>> (user * USER_BITS)) & USER_MASK;
    }
  }

  long pack() {
    takeParts();
    return ORDERS.get(0).pack(parts);
  }

  /** One of all the states that are this one but for the users' names. */
  long packRenamed() {
    takeParts();
    long least = Long.MAX_VALUE;
    for (Order order : orders) {
      least = Math.min(least, order.pack(parts));
    }
    return least;
  }

  /** How many states are this one but for the users' names, itself included. */
  int names() {
    long state = pack();
    int same = 0;
    for (Order order : orders) {
      same += order.pack(parts) == state ? 1 : 0;
    }
    return orders.length / same;
  }

  private void takeParts() {
    for (int user = 0; user < USERS; user++) {
      int packed = users[user];
      parts[2 * user] = packed;
      parts[2 * user + 1] = swapped[user][packed >>> STANDING_BITS] | (packed & STANDING_MASK);
    }
  }

  int client(int user) {
    return users[user] >>> STANDING_BITS;
  }

  Standing standing(int user) {
    return STANDINGS[users[user] & STANDING_MASK];
  }

  int breaching() {
    return breaching;
  }

  int breach() {
    return breach;
  }

  /** Which of a user's two remotes another is. */
  static int remote(int user, int other) {
    return other < user ? other : other - 1;
  }

  /** What is due falls, and 2 s pass. */
  void tick() {
    for (int user = 0; user < USERS; user++) {
      tell(user, ClientInput.TICK);
    }
  }

  /** Does something to a user. */
  void apply(int user, Stimulus stimulus) {
    Standing before = standing(user);
    Standing after = stimulus.leadsTo();
    users[user] = (users[user] & ~STANDING_MASK) | after.ordinal();
    switch (stimulus) {
      case JOIN -> tell(user, ClientInput.JOIN);
      case LEAVE_OR_QUIT, KILL -> tell(user, ClientInput.END);
      case DROP, DROP_DOWNLINK -> tell(user, ClientInput.DOWN);
      case RESTORE -> tell(user, ClientInput.UP);
      case DROP_UPLINK -> {
        // The user itself notices nothing.
      }
    }
    if (before.isHeard() != after.isHeard()) {
      ClientInput news =
          after.isHeard()
              ? ClientInput.FIRST_HEARD
              : stimulus == Stimulus.LEAVE_OR_QUIT
                  ? ClientInput.FIRST_LEFT
                  : ClientInput.FIRST_SILENT;
      for (int other = 0; other < USERS; other++) {
        if (other != user && standing(other).hears()) {
          tell(other, ClientInput.about(news, remote(other, user)));
        }
      }
    }
    if (after.hears() && (stimulus == Stimulus.JOIN || !before.hears())) {
      for (int other = 0; other < USERS; other++) {
        if (other != user && standing(other).isHeard()) {
          tell(user, ClientInput.about(ClientInput.FIRST_HEARD, remote(user, other)));
        }
      }
    }
  }

  private void tell(int user, ClientInput input) {
    int place = client(user) * ClientInput.COUNT + input.ordinal();
    int client = next[user][place];
    if (client < 0) {
      client = ~client;
      if (breaching == NOBODY) {
        breaching = user;
        breach = place;
      }
    }
    users[user] = client | (users[user] & STANDING_MASK);
  }

  /** An order of the users: who is in the first place, the second and the third. */
  private static final class Order {
    private final int[] users;

    /** Which part is in each place. A client knows its remotes by their order. */
    private final int first;

    private final int second;
    private final int third;

    Order(int first, int second, int third) {
      this.users = new int[] {first, second, third};
      this.first = 2 * first + (second > third ? 1 : 0);
      this.second = 2 * second + (first > third ? 1 : 0);
      this.third = 2 * third + (first > second ? 1 : 0);
    }

    boolean isAmongAlike(Table[] tables) {
      return IntStream.range(0, USERS).allMatch(at -> tables[at].equals(tables[users[at]]));
    }

    long pack(long[] parts) {
      return parts[first] | (parts[second] << USER_BITS) | (parts[third] << (2 * USER_BITS));
    }
  }
}
