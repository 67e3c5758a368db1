package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.rejoin.tck.port.ShellPort;

/** Ports that fail one rung each, and what the doctor says of it: a table to read. */
final class IllPorts {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Patience PATIENT = new Patience(LONG, LONG, LONG);

  private IllPorts() {}

  /**
   * One port and what is found.
   *
   * @param kind what it does
   * @param script how, in the words of {@link ShellPort}
   * @param patience how long it is waited for
   * @param rung the one that fails
   * @param seen what is said of it, every number of a measured time as N
   * @param advice what is to be done
   */
  record Row(
      String kind, String script, Patience patience, Rung rung, String seen, String advice) {}

  static ImmutableList<Row> rows() {
    return ImmutableList.<Row>builder()
        .addAll(silent())
        .addAll(flushed())
        .addAll(answers())
        .addAll(forgetful())
        .addAll(clocks())
        .addAll(ends())
        .build();
  }

  private static ImmutableList<Row> silent() {
    return ImmutableList.of(
        row("ends at once", "exit 3", Rung.STARTS, "the port ended with exit code 3", Advice.START),
        row(
            "is not there",
            "exec /no/such/port 2>/dev/null",
            Rung.STARTS,
            "the port ended with exit code 127 (is its program there?)",
            Advice.START),
        new Row(
            "says nothing",
            "exec sleep $0",
            new Patience(SHORT, LONG, SHORT),
            Rung.HELLO,
            "no hello within 0.100 s (is standard output flushed after each line?)",
            Advice.HELLO),
        new Row(
            "says half a hello",
            "printf '{\"type\"'; exec sleep $0",
            new Patience(Duration.ofSeconds(1), LONG, SHORT),
            Rung.HELLO,
            "no hello within 1.000 s; 7 bytes of a line have come, but not its end: each message"
                + " ends with \\n",
            Advice.HELLO),
        new Row(
            "holds its hello back",
            "cat >/dev/null; raw '" + ShellPort.HELLO + "'",
            new Patience(SHORT, LONG, LONG),
            Rung.HELLO,
            "no hello within 0.100 s; it came once standard input was closed",
            Advice.FLUSH),
        row(
            "says another hello",
            "raw '{\"type\":\"hello\"}'; exec sleep $0",
            Rung.HELLO,
            "`protocol` is missing",
            Advice.HELLO),
        row(
            "claims a profile of its own",
            "raw '" + ShellPort.HELLO.replace("}", ",\"profile\":\"mine\"}") + "'; serve",
            Rung.HELLO,
            "it claims profile 'mine', which is unknown",
            "leave `profile` out, or name one of [agora-2019-05, agora-2020-timeline,"
                + " agora-current]"));
  }

  private static ImmutableList<Row> flushed() {
    return ImmutableList.of(
        new Row(
            "holds its answers back",
            "hello; ask; cat >/dev/null; answer",
            new Patience(LONG, SHORT, LONG),
            Rung.FLUSH,
            "no answer within 1.100 s; it came once standard input was closed",
            Advice.FLUSH),
        new Row(
            "answers nothing",
            "hello; while ask; do :; done",
            new Patience(LONG, SHORT, LONG),
            Rung.FLUSH,
            "no answer within 1.100 s (is standard output flushed after each line?)",
            Advice.READ_ON));
  }

  private static ImmutableList<Row> answers() {
    return ImmutableList.of(
        row(
            "crashes",
            "hello; ask || exit 0; echo boom >&2; exit 7",
            Rung.SCENARIO,
            "the port ended with exit code 7",
            "find what ended it; an exception in a scenario is answered with type error"),
        row(
            "can't drop",
            "hello; while ask; do case $line in *drop*) raw"
                + " '{\"type\":\"unsupported\",\"id\":'$id',\"reason\":\"no net\"}';; *) answer;;"
                + " esac; done",
            Rung.SCENARIO,
            "it answered that it can't: no net",
            "every port can join, drop and restore; it may decline other steps alone"),
        row(
            "fails",
            "hello; while ask; do raw '{\"type\":\"error\",\"id\":'$id',\"message\":\"no engine\"}';"
                + " done",
            Rung.SCENARIO,
            "it answered with an error: no engine",
            "find its cause in the port; a scenario that can't be run is answered as unsupported"),
        row(
            "has no callbacks",
            "hello; while ask; do raw '{\"type\":\"trace\",\"id\":'$id'}'; done",
            Rung.SCENARIO,
            "line 2 of its output: `callbacks` is missing",
            "mend that line's writer; --transcript FILE writes down all that was said"),
        row(
            "tells the time of day",
            "hello; while ask; do answer '{\"at\":1764000000000,\"uid\":1,\"name\":\"x\"}'; done",
            Rung.SCENARIO,
            "line 2 of its output: `callbacks[0].at` must be from 0 to the scenario's until, 1000,"
                + " was 1764000000000",
            Advice.AT));
  }

  private static ImmutableList<Row> forgetful() {
    return ImmutableList.of(
        row(
            "counts its scenarios",
            "hello; while ask; do answer '{\"at\":'$id',\"uid\":1,\"name\":\"x\"}'; done",
            Rung.REPEATABLE,
            "asked again: user 1 was told x at 0.002 s at first and x at 0.003 s later",
            Advice.FRESH),
        row(
            "remembers an outage",
            "hello; left=; while ask; do answer \"$left\"; case $line in *unfinished*)"
                + " left='{\"at\":9,\"uid\":2,\"name\":\"y\"}';; esac; done",
            Rung.REPEATABLE,
            "after another scenario: user 2 was told nothing at first and y at 0.009 s later",
            Advice.FRESH),
        row(
            "ends after two scenarios",
            "hello; ask; answer; ask; answer",
            Rung.REPEATABLE,
            "asked again: the port ended with exit code 0",
            "find what ended it; an exception in a scenario is answered with type error"));
  }

  private static ImmutableList<Row> clocks() {
    return ImmutableList.of(
        new Row(
            "sleeps",
            "hello; while ask; do case $line in *minute*) exec sleep $0;; *) answer;; esac; done",
            new Patience(LONG, Duration.ofSeconds(1), LONG),
            Rung.TIME,
            "no answer within 1.000 s to a scenario of 60.000 s; one of 5.000 s took N s",
            Advice.VIRTUAL),
        row(
            "has no clock at all",
            "hello; while ask; do case $line in *drop*) answer"
                + " '{\"at\":12,\"uid\":1,\"name\":\"x\"}';; *) answer;; esac; done",
            Rung.TIME,
            "all that the outage brought is told as before it: the last at 0.012 s, the outage"
                + " begins at 6.000 s",
            Advice.AT),
        row(
            "does not wait for its real clock",
            "read -r line; raw '" + ShellPort.HELLO.replace("virtual", "real") + "'; serve",
            Rung.TIME,
            "a scenario that takes 7.000 s by hello's timeScale was answered after N s",
            Advice.REAL),
        new Row(
            "loses what is written ahead",
            "hello; while ask; do [ $id -gt 6 ] || answer; done",
            new Patience(LONG, Duration.ofSeconds(3), LONG),
            Rung.THROUGHPUT,
            "of N scenarios written at once 0 were answered with a trace",
            Advice.AHEAD));
  }

  private static ImmutableList<Row> ends() {
    return ImmutableList.of(
        row(
            "ends badly",
            "hello; serve; exit 3",
            Rung.END,
            "it ended with exit code 3 after its standard input was closed",
            Advice.END_WELL),
        new Row(
            "lives on",
            "hello; serve; exec sleep $0",
            new Patience(LONG, LONG, SHORT),
            Rung.END,
            "it lives on 0.100 s after its standard input was closed",
            Advice.END_SOON),
        new Row(
            "leaves a child behind",
            "hello; setsid sleep $0 </dev/null >/dev/null 2>&1 & serve",
            new Patience(LONG, LONG, Duration.ofSeconds(3)),
            Rung.END,
            "it left processes behind: N sleep",
            Advice.END_ALL));
  }

  private static Row row(String kind, String script, Rung rung, String seen, String advice) {
    return new Row(kind, script, PATIENT, rung, seen, advice);
  }
}
