package org.rejoin.tck.oracle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;

/** One user as the oracle sees it: its session, its own outage, and what it knows of others. */
final class Seat {
  /** How far an outage has come. */
  enum Outage {
    /** The server is heard, or has been silent for up to 4 s. */
    YOUNG,
    /** Interrupted. */
    INTERRUPTED,
    /** Lost. */
    LOST
  }

  final UserId uid;
  final Platform platform;
  final Map<UserId, Pair> pairs = new LinkedHashMap<>();

  /** How many users the acceptor knew before. */
  final int number;

  /** Where all windows are in line. */
  final WindowEnds ends;

  /**
   * What its app may still be told, by the line of its story: about itself, or about one peer. In
   * each line in the order in which it came up; no line is empty.
   */
  final Map<Optional<UserId>, List<Open>> open = new HashMap<>();

  Optional<String> channel = Optional.empty();
  Optional<Direction> cut = Optional.empty();
  Outage outage = Outage.YOUNG;

  /** How many sessions it has had. */
  int session;

  /** How far the present outage has come, or the last one came. */
  Outage reached = Outage.YOUNG;

  /** When it last heard the server; only while it is deaf. */
  long lastDataMillis;

  int outages;

  /** Why it was last absent from a channel, kept until it is absent again. */
  Cause cause = Cause.NONE;

  /** Whether its process is dead. */
  boolean dead;

  /** In scenarios with servers: the one it is or was connected to, and the one that accepts. */
  String server = "";

  Optional<String> accepting = Optional.empty();
  int attempts;
  long lastAttemptMillis;

  Seat(UserId uid, Platform platform, int number, WindowEnds ends) {
    this.uid = uid;
    this.platform = platform;
    this.number = number;
    this.ends = ends;
  }

  Family family() {
    return platform.family();
  }

  void reach(Outage stage) {
    outage = stage;
    reached = stage;
  }

  boolean inSession() {
    return channel.isPresent();
  }

  /** Whether nothing of the server reaches it. */
  boolean isDeaf() {
    return cut.isPresent() && cut.get() != Direction.UPLINK;
  }

  /** Whether something of it reaches the server. */
  boolean isAudible() {
    return inSession() && (cut.isEmpty() || cut.get() == Direction.DOWNLINK);
  }

  boolean listens(String name) {
    return !isDeaf() && channel.isPresent() && channel.get().equals(name);
  }

  Pair pair(UserId peer) {
    return pairs.computeIfAbsent(peer, unused -> new Pair(this, peer, pairs.size()));
  }

  /** What it knows of a user, which may be nothing; asking leaves no trace. */
  Pair known(UserId peer) {
    return pairs.getOrDefault(peer, new Pair(this, peer, pairs.size()));
  }

  /** A fresh session with a working network begins. */
  void beginSession(String name) {
    dead = false;
    cut = Optional.empty();
    channel = Optional.of(name);
    pairs.clear();
    session++;
  }

  /** Nothing that was pending for it is due any more (DRV-09). */
  void endSession() {
    channel = Optional.empty();
    cut = Optional.empty();
    pairs.clear();
  }

  /** When its own outage reaches the next stage. */
  long outageDueMillis(Profile profile) {
    if (!isDeaf()) {
      return Pair.NONE;
    }
    return switch (outage) {
      case YOUNG -> lastDataMillis + profile.interruptedAfterMillis();
      case INTERRUPTED -> lastDataMillis + lostAfter(profile);
      case LOST ->
          profile.giveUpAfterMillis().isEmpty()
              ? Pair.NONE
              : lastDataMillis + profile.giveUpAfterMillis().getAsLong();
    };
  }

  /** The oracle's own reading of D-02. */
  private static long lostAfter(Profile profile) {
    return switch (profile.lostOrigin()) {
      case LAST_DATA -> profile.lostAfterMillis();
      case INTERRUPTED -> profile.interruptedAfterMillis() + profile.lostAfterMillis();
    };
  }

  /** Such as {@code web user 2}. */
  @Override
  public String toString() {
    return platform.id() + " user " + uid;
  }
}
