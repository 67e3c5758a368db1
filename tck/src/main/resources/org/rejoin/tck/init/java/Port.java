import java.io.*;
import java.util.*;
import java.util.function.Consumer;

/** A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client. */
final class Port {
  static final Json HELLO = Json.object(
      "type", "hello", "protocol", 1, "name", "my-sdk", "version", "0.1.0",
      "platforms", List.of("android", "windows", "linux", "ios", "macos", "web"),
      "view", "client", "clock", "virtual", "profile", "agora-2019-05", "features", List.of("leave", "kill"));

  /** One client of your SDK, for one scenario. `user` says its uid and its platform. */
  static final class Client {
    final Clock clock = new Clock();
    final List<Json> callbacks = new ArrayList<>();
    final Map<String, Consumer<Json>> handlers = Map.of(
        "join", this::onJoin, "restart", this::onRestart, "drop", this::onDrop,
        "restore", this::onRestore, "leave", this::onLeave, "kill", this::onKill,
        "peer-heard", this::onPeerHeard, "peer-silent", this::onPeerSilent, "peer-left", this::onPeerLeft);
    final Json user;

    Client(Json user) { this.user = user; }

    /** The app joins a channel: a fresh session, on a network that works. */
    void onJoin(Json step) {}

    /** The app was killed, is started again, and has joined: a fresh session too. */
    void onRestart(Json step) {}

    /** The network is gone: from now on nothing arrives. */
    void onDrop(Json step) {}

    /** The network is back, and so is the connection. */
    void onRestore(Json step) {}

    /** The app leaves the channel. */
    void onLeave(Json step) {}

    /** The app's process is killed: nothing that was pending may happen any more. */
    void onKill(Json step) {}

    /** Packets of the user step.number("peer") arrive from now on: for the first time, or again. */
    void onPeerHeard(Json step) {}

    /** From now on no packet of step.number("peer") arrives. */
    void onPeerSilent(Json step) {}

    /** The goodbye of step.number("peer") arrives. */
    void onPeerLeft(Json step) {}

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
