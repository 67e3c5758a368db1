package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
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

  /** Every order of three users. */
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private final int[][] next = new int[USERS][];
  private final int[][] swapped = new int[USERS][];

  /** The orders that put each user in the place of one with the same table. */
  private final ImmutableList<int[]> orders;

  private final boolean[][] bad = new boolean[USERS][];

  private final int[] clients = new int[USERS];
  private final Standing[] standings = new Standing[USERS];

  /** The user whose client breached its grammar in the last change; {@link #NOBODY} if none did. */
  private int breaching = NOBODY;

  private int breach;

  /** Nobody has joined. */
  Network(Table[] tables) {
    Arrays.fill(standings, Standing.OUT);
    for (int user = 0; user < USERS; user++) {
      next[user] = tables[user].next().toArray();
      swapped[user] = tables[user].swapped().toArray();
      bad[user] = new boolean[next[user].length];
      for (int place : tables[user].breaches().keySet()) {
        bad[user][place] = true;
      }
      if (tables[user].size() >= 1 << (USER_BITS - STANDING_BITS)) {
        throw new IllegalArgumentException("a client has too many states to pack");
      }
    }
    this.orders =
        Arrays.stream(ORDERS)
            .filter(
                order ->
                    IntStream.range(0, USERS)
                        .allMatch(user -> tables[user].equals(tables[order[user]])))
            .collect(ImmutableList.toImmutableList());
  }

  /** Takes on a state that was packed. */
  void unpack(long state) {
    breaching = NOBODY;
    for (int user = 0; user < USERS; user++) {
      int packed = (int) (state >>> (user * USER_BITS)) & USER_MASK;
      clients[user] = packed >>> STANDING_BITS;
      standings[user] = STANDINGS[packed & STANDING_MASK];
    }
  }

  long pack() {
    return pack(ORDERS[0]);
  }

  /** The state with every user in another's place. A client knows its remotes by their order. */
  private long pack(int[] order) {
    long state = 0;
    for (int user = 0; user < USERS; user++) {
      int one = user == 0 ? 1 : 0;
      int two = user == 2 ? 1 : 2;
      int client = order[one] < order[two] ? clients[user] : swapped[user][clients[user]];
      long packed = (long) client << STANDING_BITS | standings[user].ordinal();
      state |= packed << (order[user] * USER_BITS);
    }
    return state;
  }

  /** One of all the states that are this one but for the users' names. */
  long packRenamed() {
    long least = Long.MAX_VALUE;
    for (int[] order : orders) {
      least = Math.min(least, pack(order));
    }
    return least;
  }

  /** How many states are this one but for the users' names, itself included. */
  int names() {
    long state = pack();
    int same = 0;
    for (int[] order : orders) {
      same += pack(order) == state ? 1 : 0;
    }
    return orders.size() / same;
  }

  int client(int user) {
    return clients[user];
  }

  Standing standing(int user) {
    return standings[user];
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
    Standing before = standings[user];
    Standing after = stimulus.leadsTo();
    standings[user] = after;
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
        if (other != user && standings[other].hears()) {
          tell(other, ClientInput.about(news, remote(other, user)));
        }
      }
    }
    if (after.hears() && (stimulus == Stimulus.JOIN || !before.hears())) {
      for (int other = 0; other < USERS; other++) {
        if (other != user && standings[other].isHeard()) {
          tell(user, ClientInput.about(ClientInput.FIRST_HEARD, remote(user, other)));
        }
      }
    }
  }

  private void tell(int user, ClientInput input) {
    int place = clients[user] * ClientInput.COUNT + input.ordinal();
    if (bad[user][place] && breaching == NOBODY) {
      breaching = user;
      breach = place;
    }
    clients[user] = next[user][place];
  }
}
