package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.core.Client;

/** One client on the lattice: the real one of core, or a wrong one in its place. */
class Machine {
  static final long STEP_MILLIS = 2_000;
  static final UserId LOCAL = UserId.of(1);
  static final ImmutableList<UserId> REMOTES = ImmutableList.of(UserId.of(2), UserId.of(3));

  private final Client client;
  private long nowMillis;

  Machine(Family family, Profile profile) {
    this.client = new Client(LOCAL, family, Mode.COMMUNICATION, profile);
    // Indexes are handed out at the first mention; whose comes first must make no other state.
    REMOTES.forEach(client::indexOf);
  }

  long nowMillis() {
    return nowMillis;
  }

  /** Takes an input; time passes only with a tick. */
  ImmutableList<Event> accept(ClientInput input) {
    return switch (input) {
      case JOIN ->
          ImmutableList.<Event>builder()
              .addAll(tell(Input.Kind.JOIN, LOCAL))
              .addAll(tell(Input.Kind.LINK_UP, LOCAL))
              .build();
      case END -> tell(Input.Kind.END, LOCAL);
      case DOWN -> tell(Input.Kind.LINK_DOWN, LOCAL);
      case UP -> tell(Input.Kind.LINK_UP, LOCAL);
      case FIRST_HEARD -> tell(Input.Kind.USER_HEARD, REMOTES.get(0));
      case SECOND_HEARD -> tell(Input.Kind.USER_HEARD, REMOTES.get(1));
      case FIRST_SILENT -> tell(Input.Kind.USER_SILENT, REMOTES.get(0));
      case SECOND_SILENT -> tell(Input.Kind.USER_SILENT, REMOTES.get(1));
      case FIRST_LEFT -> tell(Input.Kind.USER_LEFT, REMOTES.get(0));
      case SECOND_LEFT -> tell(Input.Kind.USER_LEFT, REMOTES.get(1));
      case TICK -> {
        ImmutableList<Event> events = client.advanceTo(nowMillis);
        nowMillis += STEP_MILLIS;
        yield events;
      }
    };
  }

  private ImmutableList<Event> tell(Input.Kind kind, UserId about) {
    return client.accept(new Input(kind, about), nowMillis);
  }

  String snapshot() {
    return client.snapshot(nowMillis);
  }

  /** What is said of remotes 2 and 3, as it is said of the two that are not this user. */
  static String renamed(String what, int user) {
    return switch (user) {
      case 0 -> what;
      case 1 -> what.replace("user 2", "user 1");
      default -> what.replace("user 2", "user 1").replace("user 3", "user 2");
    };
  }
}
