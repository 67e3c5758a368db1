package org.rejoin.tck.reference.states;

import java.util.Optional;
import org.rejoin.tck.reference.states.ClientTable.Table;
import org.rejoin.tck.reference.states.Told.Remote;

/**
 * What each app holds of the others, against the truth. A user that hears holds everybody present
 * whom it hears, at any time; and nobody present whom it does not hear, once time has passed. So it
 * is from every state as things stand (DRV-11), and also when all networks are restored first.
 */
final class Rosters {
  private static final byte PRESENT = 1;

  /** Whether a client's app holds a remote present, by user and remote, and client state. */
  private final byte[][] present = new byte[2 * Network.USERS][];

  /** Where each client's state leads if nothing more happens, by user. */
  private final int[][] quiet = new int[Network.USERS][];

  Rosters(Table[] tables) {
    for (int user = 0; user < Network.USERS; user++) {
      quiet[user] = tables[user].quiet().toArray();
      for (int remote = 0; remote < 2; remote++) {
        present[2 * user + remote] = present(tables[user], remote);
      }
    }
  }

  private static byte[] present(Table table, int remote) {
    byte[] present = new byte[table.size()];
    for (int state = 0; state < present.length; state++) {
      boolean told = table.told().get(state).remote(remote) == Remote.PRESENT;
      present[state] = told ? PRESENT : 0;
    }
    return present;
  }

  /** What does not hold in the state that a network is in, if anything; changes the network. */
  Optional<String> problem(Network network) {
    Optional<String> problem = compare(network, false, "");
    if (problem.isEmpty()) {
      problem = compare(network, true, "when time has passed, ");
    }
    if (problem.isEmpty()) {
      for (int user = 0; user < Network.USERS; user++) {
        if (network.standing(user).isCut()) {
          network.apply(user, Stimulus.RESTORE);
        }
      }
      // What a client should not have said on the way is found where it says it.
      problem =
          network.breaching() == Network.NOBODY
              ? compare(network, true, "when all are restored and time has passed, ")
              : Optional.empty();
    }
    return problem;
  }

  private Optional<String> compare(Network network, boolean inTheEnd, String when) {
    for (int user = 0; user < Network.USERS; user++) {
      if (network.standing(user).hears()) {
        int client = network.client(user);
        int state = inTheEnd ? quiet[user][client] : client;
        for (int other = 0; other < Network.USERS; other++) {
          if (other != user && state != ClientTable.NOWHERE) {
            boolean held = present[2 * user + Network.remote(user, other)][state] == PRESENT;
            boolean heard = network.standing(other).isHeard();
            if (heard ? !held : inTheEnd && held) {
              return Optional.of(
                  when
                      + "user "
                      + (user + 1)
                      + (heard ? " does not hold user " : " holds user ")
                      + (other + 1)
                      + (heard ? " present, whom it hears" : " present, whom it does not hear"));
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
