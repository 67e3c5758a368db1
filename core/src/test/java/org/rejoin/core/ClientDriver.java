package org.rejoin.core;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Input;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;

/** Feeds one client by short words and writes what it concludes as {@code KIND(user)@due}. */
final class ClientDriver {
  static final UserId ME = UserId.of(1);

  private final Client client;
  private final List<String> seen = new ArrayList<>();

  ClientDriver(Family family, Profile profile) {
    this.client = new Client(ME, family, Mode.COMMUNICATION, profile);
  }

  static ClientDriver awl() {
    return new ClientDriver(Family.AWL, Profiles.AGORA_2019_05);
  }

  static ClientDriver web() {
    return new ClientDriver(Family.WEB, Profiles.AGORA_2019_05);
  }

  Client client() {
    return client;
  }

  /** Joins with a link that is up. */
  ClientDriver joined(long atMillis) {
    return tell(Input.Kind.JOIN, atMillis).tell(Input.Kind.LINK_UP, atMillis);
  }

  ClientDriver tell(Input.Kind kind, long atMillis) {
    return note(client.accept(new Input(kind, ME), atMillis));
  }

  ClientDriver tell(Input.Kind kind, long uid, long atMillis) {
    return note(client.accept(new Input(kind, UserId.of(uid)), atMillis));
  }

  ClientDriver packet(long uid, long atMillis) {
    return note(client.packet(UserId.of(uid), atMillis));
  }

  ClientDriver serverPacket(long atMillis) {
    return note(client.serverPacket(atMillis));
  }

  ClientDriver advanceTo(long atMillis) {
    return note(client.advanceTo(atMillis));
  }

  ClientDriver forgetSeen() {
    seen.clear();
    return this;
  }

  ImmutableList<String> seen() {
    return ImmutableList.copyOf(seen);
  }

  private ClientDriver note(ImmutableList<Event> events) {
    for (Event event : events) {
      seen.add(event.kind() + "(" + event.user() + ")@" + event.dueMillis());
    }
    return this;
  }
}
