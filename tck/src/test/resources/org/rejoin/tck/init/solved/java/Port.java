import java.io.*;
import java.util.*;
import java.util.function.Consumer;

/** A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client. */
final class Port {
  static final Json HELLO = Json.object(
      "type", "hello", "protocol", 1, "name", "solved-java", "version", "0.1.0",
      "platforms", List.of("android", "windows", "linux", "ios", "macos", "web"),
      "view", "client", "clock", "virtual", "profile", "agora-2019-05",
      "features", List.of("leave", "kill", "announces", "one-way-loss", "channels"));

  /** What can be told; a word that a platform has no name for is not said there. */
  enum Event { INTERRUPTED, LOST, REJOINED, DROPPED, QUIT, BACK }

  static final Map<Event, String> AWL = Map.of(
      Event.INTERRUPTED, "onConnectionInterrupted", Event.LOST, "onConnectionLost",
      Event.REJOINED, "didRejoinChannel", Event.DROPPED, "onUserOffline",
      Event.QUIT, "onUserOffline", Event.BACK, "onUserJoined");
  static final Map<Event, String> APPLE = Map.of(
      Event.INTERRUPTED, "rtcEngineConnectionDidInterrupted", Event.LOST, "rtcEngineConnectionDidLost",
      Event.REJOINED, "didRejoinChannel", Event.DROPPED, "didOfflineOfUid",
      Event.QUIT, "didOfflineOfUid", Event.BACK, "didJoinedOfUid");
  static final Map<Event, String> WEB = Map.of(
      Event.DROPPED, "stream-removed", Event.QUIT, "peer-leave", Event.BACK, "stream-added");

  /** One client of your SDK, for one scenario. `user` says its uid and its platform. */
  static final class Client {
    final Clock clock = new Clock();
    final List<Json> callbacks = new ArrayList<>();
    final Map<String, Consumer<Json>> handlers = Map.of(
        "join", this::onJoin, "restart", this::onRestart, "drop", this::onDrop,
        "restore", this::onRestore, "leave", this::onLeave, "kill", this::onKill,
        "peer-heard", this::onPeerHeard, "peer-silent", this::onPeerSilent, "peer-left", this::onPeerLeft);
    final Json user;
    final Map<Event, String> names;
    final long window;

    boolean joined;
    boolean cut;
    boolean interrupted;

    /** Since when each user is silent that the app believes to be there; HEARD: it is not. */
    final Map<Long, Long> silences = new TreeMap<>();

    static final long HEARD = -1;

    Client(Json user) {
      this.user = user;
      names = switch (user.text("platform")) {
        case "web" -> WEB;
        case "ios", "macos" -> APPLE;
        default -> AWL;
      };
      window = names == WEB ? 10_000 : 20_000;
    }

    /** No session: nothing is remembered, and nothing is pending. */
    void end() {
      joined = cut = interrupted = false;
      silences.clear();
      clock.deadlines.clear();
    }

    /** The app joins a channel: a fresh session, on a network that works. */
    void onJoin(Json step) {
      end();
      joined = true;
    }

    /** The app was killed, is started again, and has joined: a fresh session too. */
    void onRestart(Json step) { onJoin(step); }

    /** The network is gone: from now on nothing arrives. */
    void onDrop(Json step) {
      if (!joined || cut) return;
      cut = true;
      if (step.text("direction", "both").equals("uplink")) {
        return; // Everything still arrives, so nothing is noticed here.
      }
      clock.at(clock.now + 4_000, "interrupted", () -> {
        interrupted = true;
        say(Event.INTERRUPTED);
      });
      clock.at(clock.now + 10_000, "lost", () -> say(Event.LOST));
      silences.replaceAll((peer, since) -> since == HEARD ? clock.now : since);
      silences.keySet().forEach(clock::cancel); // Nothing of others is concluded while nothing arrives.
    }

    /** The network is back, and so is the connection. */
    void onRestore(Json step) {
      if (!cut) return;
      clock.cancel("interrupted");
      clock.cancel("lost");
      if (interrupted) say(Event.REJOINED);
      cut = interrupted = false;
      silences.forEach((peer, since) -> {
        if (since != HEARD) watch(peer);
      });
    }

    /** The app leaves the channel. */
    void onLeave(Json step) { end(); }

    /** The app's process is killed: nothing that was pending may happen any more. */
    void onKill(Json step) { end(); }

    /** Packets of the user step.number("peer") arrive from now on: for the first time, or again. */
    void onPeerHeard(Json step) {
      long peer = step.number("peer");
      if (!silences.containsKey(peer)) say(Event.BACK, "peer", peer);
      silences.put(peer, HEARD);
      clock.cancel(peer);
    }

    /** From now on no packet of step.number("peer") arrives. */
    void onPeerSilent(Json step) {
      long peer = step.number("peer");
      if (!silences.containsKey(peer)) return;
      silences.replace(peer, HEARD, clock.now);
      watch(peer);
    }

    /** The goodbye of step.number("peer") arrives. */
    void onPeerLeft(Json step) {
      if (silences.containsKey(step.number("peer"))) lose(step.number("peer"), Event.QUIT);
    }

    /** The silence of a user has a limit. */
    void watch(long peer) {
      clock.at(silences.get(peer) + window, peer, () -> lose(peer, Event.DROPPED));
    }

    void lose(long peer, Event how) {
      silences.remove(peer);
      clock.cancel(peer);
      say(how, "peer", peer);
    }

    /** Tells the app, in the words of its platform. */
    void say(Event event, Object... peer) {
      if (names.containsKey(event)) tell(names.get(event), peer);
    }

    /** For your SDK's callbacks: the app is told `name` now, and "peer", peer if it is about one. */
    void tell(String name, Object... peer) {
      callbacks.add(Json.object("at", clock.now, "uid", user.number("uid"), "name", name).with(peer));
    }
  }

  /** The scenario's time, for your SDK to use in place of the wall's. Nothing here waits. */
  static final class Clock {
    record Deadline(long due, Object key, Runnable action) {}

    final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparing(Deadline::due));
    long now = 0;

    /** Runs `action` at `due` milliseconds, unless `key` is cancelled or set anew before. */
    void at(long due, Object key, Runnable action) {
      cancel(key);
      deadlines.add(new Deadline(Math.max(due, now), key, action));
    }

    /** Forgets what was to happen under this key. */
    void cancel(Object key) { deadlines.removeIf(deadline -> deadline.key().equals(key)); }

    /** Goes on to `end`: what is due before it happens, in order; what is due then waits. */
    void advance(long end) {
      while (!deadlines.isEmpty() && deadlines.peek().due() < end) {
        Deadline next = deadlines.remove();
        now = next.due();
        next.action().run();
      }
      now = end;
    }
  }

  // ---- The protocol: nothing to do from here on. ----

  static List<Json> run(Json scenario) {
    Client client = new Client(scenario.list("participants").get(0));
    for (Json step : scenario.list("steps")) {
      client.clock.advance(step.number("at"));
      client.handlers.get(step.text("do")).accept(step);
    }
    client.clock.advance(scenario.number("until") + 1);
    return client.callbacks;
  }

  static Json answer(Json message) {
    if (message.text("type").equals("hello")) return HELLO;
    Json reply = Json.object("id", message.number("id"));
    try {
      return reply.with("type", "trace", "callbacks", run(message.get("scenario")));
    } catch (RuntimeException problem) {
      problem.printStackTrace();
      return reply.with("type", "error", "message", problem.toString());
    }
  }

  public static void main(String[] args) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    lines.lines().map(Json::parse).map(Port::answer).forEach(System.out::println);
  }
}
