package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;

/** What the table shows, with the goals. */
final class Rows {
  private static final ImmutableList<String> CROWDS = ImmutableList.of("1000", "100000", "1000000");

  private Rows() {}

  static ImmutableList<Row> all() {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    CROWDS.forEach(users -> packets(rows, users));
    timers(rows);
    transitions(rows);
    scenarios(rows);
    ports(rows);
    processes(rows);
    explorations(rows);
    return rows.build();
  }

  private static void packets(ImmutableList.Builder<Row> rows, String users) {
    String crowd = String.format("%,d users", Long.parseLong(users));
    rows.add(
        Row.of(
                "a packet by index, " + crowd,
                Unit.NANOS,
                "Packets.clientByIndex@" + users,
                users.equals("100000") ? "at most 2 x" : "")
            .beside("one store", "Packets.store@" + users),
        Row.of(
                "a packet by uid, " + crowd,
                Unit.NANOS,
                "Packets.clientByUid@" + users,
                users.equals("100000") ? "at most 3 x" : "")
            .beside("a look-up in Agrona's map", "Packets.lookUp@" + users));
  }

  private static void timers(ImmutableList.Builder<Row> rows) {
    String byUid = "Packets.clientByUid@100000";
    rows.add(
        Row.of("a packet by uid, 100,000 users", Unit.NANOS, byUid, "at most 0.1 x")
            .beside("Netty's HashedWheelTimer", "PacketsOnTimers.netty@100000"),
        Row.of("the same", Unit.NANOS, byUid, "")
            .beside("Agrona's DeadlineTimerWheel", "PacketsOnTimers.agrona@100000"),
        Row.of("a window ends, 1,000,000 users", Unit.NANOS, "Expiry.client", "at most 0.125 x")
            .beside("PriorityQueue", "Expiry.priorityQueue"),
        Row.of("memory of a user's timer", Unit.BYTES, "footprint.timer", "at most 24 B"),
        Row.of("memory of a user, all in all", Unit.BYTES, "footprint.user", ""));
  }

  private static void transitions(ImmutableList.Builder<Row> rows) {
    String client = "Transitions.client";
    rows.add(
        Row.of("a transition of the local user", Unit.NANOS, client, "at most 2 x")
            .beside("a switch over an enum", "Transitions.enumSwitch"),
        Row.of("the same", Unit.NANOS, client, "at most 0.1 x")
            .beside("stateless4j", "Transitions.stateless4j"),
        Row.of("the same", Unit.NANOS, client, "")
            .beside("squirrel-foundation", "Transitions.squirrel"));
  }

  private static void scenarios(ImmutableList.Builder<Row> rows) {
    rows.add(
        Row.of(
            "scenarios generated, run and judged, one thread",
            Unit.A_SECOND,
            "Scenarios.generatedRunAndJudged",
            "150,000 a second"),
        Row.of("generated alone", Unit.A_SECOND, "Scenarios.generated", ""),
        Row.of("run alone", Unit.A_SECOND, "Scenarios.run", ""),
        Row.of("judged alone", Unit.A_SECOND, "Scenarios.judged", ""),
        Row.of("a scenario read from a line", Unit.A_SECOND, "Scenarios.read", "")
            .beside("Jackson's tokens", "Scenarios.tokens"),
        Row.of("a scenario written as a line", Unit.A_SECOND, "Scenarios.written", "")
            .beside("Jackson's tokens", "Scenarios.tokens"));
  }

  private static void ports(ImmutableList.Builder<Row> rows) {
    for (String language : ImmutableList.of("python", "node", "java")) {
      rows.add(
          Row.of(
                  "scenarios through a port that answers nothing, " + language,
                  Unit.A_SECOND,
                  "port." + language,
                  "at least 0.7 x")
              .beside("the same child and a loop", "loop." + language));
    }
  }

  private static void processes(ImmutableList.Builder<Row> rows) {
    rows.add(
        Row.of("`rejoin run`, whole process", Unit.SECONDS, "process.run", "under 4 s")
            .beside("a JVM that says hello", "process.hello"),
        Row.of("its first line", Unit.SECONDS, "process.first-line", "under 0.7 s")
            .beside("a JVM that says hello", "process.hello"),
        Row.of("`rejoin list`", Unit.SECONDS, "process.list", "")
            .beside("a JVM that says hello", "process.hello"),
        Row.of("`rejoin run --exhaustive`", Unit.SECONDS, "process.exhaustive", "under 5 s"),
        Row.of(
            "the same, a port in Python", Unit.SECONDS, "process.exhaustive-python", "under 60 s"),
        Row.of("`rejoin self-test`", Unit.SECONDS, "process.self-test", ""),
        Row.of(
                "`rejoin check`, whole process, a line",
                Unit.A_SECOND,
                "process.check",
                "at least 0.5 x")
            .beside("each line only parsed by Jackson", "process.parse"));
  }

  private static void explorations(ImmutableList.Builder<Row> rows) {
    rows.add(
        Row.of(
                "states of three users looked at, one thread",
                Unit.A_SECOND,
                "explore.looked",
                "at least 3 x")
            .beside("SPIN", "spin.looked"),
        Row.of(
                "the same, with those that are alike but for names",
                Unit.A_SECOND,
                "explore.states",
                "at least 3 x")
            .beside("SPIN, which has no symmetry", "spin.states"),
        Row.of("all of these states, whole process", Unit.SECONDS, "explore.whole", "under 60 s")
            .beside("SPIN, without making its program", "spin.whole"),
        Row.of("its memory", Unit.MEBIBYTES, "explore.memory", "under 2,048 MiB")
            .beside("SPIN", "spin.memory"));
  }
}
