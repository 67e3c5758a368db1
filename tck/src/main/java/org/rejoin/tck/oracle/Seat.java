package org.rejoin.tck.oracle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Direction;

/** One user as the oracle sees it: its session, its own outage, and what it knows of others. */
final class Seat extends Timed {
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

  /** How many came before it. */
  final int order;

  final Map<UserId, Pair> pairs = new LinkedHashMap<>(Acceptor.FEW);

  /** What is open in the {@link Book} for its app, by the user that it is about. */
  final Map<Optional<UserId>, List<Booked>> booked = new LinkedHashMap<>(Acceptor.FEW);

  /** Every channel that it ever was in. */
  final Set<String> been = new LinkedHashSet<>(Acceptor.FEW);

  Optional<String> channel = Optional.empty();
  Optional<Direction> cut = Optional.empty();
  Outage outage = Outage.YOUNG;

  /** When it was last cut off, and when its last session ended or was replaced. */
  long deafenedMillis = Long.MIN_VALUE;

  long endedMillis = Long.MIN_VALUE;

  /** Whether anything was pending for it when its last session ended. */
  boolean endedPending;

  /** When the last goodbye came to it, and why. */
  long goodbyeMillis = Pair.NONE;

  Cause goodbyeCause = Cause.NONE;

  /** How many sessions it has had. */
  int session;

  /** How far the present outage has come, or the last one came. */
  Outage reached = Outage.YOUNG;

  /** When it last heard the server; only while it is deaf. */
  long lastDataMillis;

  /** Since when it hears the server, while it does. */
  long connectedSinceMillis;

  /** What its app was last told of itself though nothing called for it, until it was back. */
  Optional<Event.Kind> unexplained = Optional.empty();

  /** Whether its app was told anything, whatever it was. */
  boolean wasTold;

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

  private final Profile profile;
  private final TimedQueue<Pair> windows;

  Seat(UserId uid, Platform platform, int order, Profile profile, TimedQueue<Pair> windows) {
    this.uid = uid;
    this.platform = platform;
    this.order = order;
    this.profile = profile;
    this.windows = windows;
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
    return pairs.computeIfAbsent(peer, this::newPair);
  }

  /** What it knows of a user, which may be nothing; asking leaves no trace. */
  Pair known(UserId peer) {
    Pair known = pairs.get(peer);
    return known == null ? newPair(peer) : known;
  }

  private Pair newPair(UserId peer) {
    return new Pair(this, peer, pairs.size(), windows);
  }

  /** A fresh session with a working network begins. */
  void beginSession(String name) {
    dead = false;
    cut = Optional.empty();
    channel = Optional.of(name);
    been.add(name);
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
  @Override
  long dueMillis() {
    if (!isDeaf()) {
      return Pair.NONE;
    }
    return switch (outage) {
      case YOUNG -> lastDataMillis + profile.interruptedAfterMillis();
      case INTERRUPTED -> lastDataMillis + lostAfter();
      case LOST ->
          profile.giveUpAfterMillis().isEmpty()
              ? Pair.NONE
              : lastDataMillis + profile.giveUpAfterMillis().getAsLong();
    };
  }

  /** The oracle's own reading of D-02. */
  private long lostAfter() {
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
