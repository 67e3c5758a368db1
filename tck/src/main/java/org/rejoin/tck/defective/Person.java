package org.rejoin.tck.defective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Participant;

/** One user of the plain machine. Mutable: misreadings meddle with it. */
final class Person {
  /** How old its outage is. */
  enum Stage {
    YOUNG,
    INTERRUPTED,
    LOST
  }

  final UserId uid;
  final Platform platform;
  final Family family;

  /** Whom it knows in its session. */
  final TreeMap<UserId, Sight> sights = new TreeMap<>();

  /** The channel of its session; empty while there is none. */
  Optional<String> channel = Optional.empty();

  /** Which way its network is cut; empty while it works. */
  Optional<Direction> cut = Optional.empty();

  Stage stage = Stage.YOUNG;

  /** The last instant at which it heard the server, while it is deaf. */
  long lastDataMillis;

  /** Since when it hears the server, while it does. */
  long heardFromMillis;

  /** How many outages its session has had. */
  int outages;

  /** How long its outages were together, where somebody adds them up. */
  long silentMillis;

  /** When its last session ended. */
  long endedMillis;

  /** How its last session ended, or what began its absence. */
  Action lastDone = Action.JOIN;

  /** Whether its last session ended in a kill. */
  boolean wasKilled;

  /** Whether its last session ended in a leave. */
  boolean wasLeaving;

  /** Whether a kill ended an outage of which it was told. */
  boolean diedInterrupted;

  /** Whether it was restored without an outage. */
  boolean restoredIdly;

  /** Whether it was killed before it ever joined. */
  boolean deadBeforeIt;

  /** Whether the restore that is being done makes it forget. */
  boolean forgetful;

  /** Where its session before was. */
  Optional<String> channelBefore = Optional.empty();

  /** Whom it knew in the session before. */
  TreeMap<UserId, Sight> before = new TreeMap<>();

  /** When a timer that nobody stops runs out. */
  long runsOutMillis = Plain.NEVER;

  /** The server that it is connected to, where servers are named. */
  String server = "";

  /** The server that accepts. */
  Optional<String> accepting = Optional.empty();

  /** How many attempts it has made in this outage. */
  int attempts;

  /** The servers that it tried in this outage, in order. */
  final List<String> tried = new ArrayList<>();

  long nextAttemptMillis = Plain.NEVER;

  Person(Participant who) {
    this.uid = who.uid();
    this.platform = who.platform();
    this.family = platform.family();
  }

  boolean inSession() {
    return channel.isPresent();
  }

  boolean isCut() {
    return cut.isPresent();
  }

  boolean isDeaf() {
    return cut.isPresent() && cut.get() != Direction.UPLINK;
  }

  Optional<String> audibleIn() {
    return cut.isPresent() && cut.get() != Direction.DOWNLINK ? Optional.empty() : channel;
  }

  Optional<String> listensIn() {
    return isDeaf() ? Optional.empty() : channel;
  }

  void begin(String name, String firstServer, long nowMillis) {
    reset();
    channel = Optional.of(name);
    server = firstServer;
    outages = 0;
    heardFromMillis = nowMillis;
  }

  void end(long nowMillis) {
    reset();
    channel = Optional.empty();
    endedMillis = nowMillis;
  }

  private void reset() {
    cut = Optional.empty();
    sights.clear();
    stage = Stage.YOUNG;
    stopTrying();
  }

  void stopTrying() {
    accepting = Optional.empty();
    nextAttemptMillis = Plain.NEVER;
    attempts = 0;
    tried.clear();
  }
}
