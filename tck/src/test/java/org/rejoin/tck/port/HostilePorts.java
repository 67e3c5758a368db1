package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.time.Duration;

/**
 * What a port may do wrong, and what the kit says of it: a table to read.
 *
 * <p>A run has the scenarios a, b and c. Most ports treat a and c well and do something to b.
 */
final class HostilePorts {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String A_RAN = "Ran: 0";

  private HostilePorts() {}

  /**
   * One port and what comes of it.
   *
   * @param kind what it does
   * @param script how, in the words of {@link ShellPort}
   * @param limits how patient the kit is; 0 restarts unless the row is about them
   * @param verdicts what a, b and c get, or as many of them as are run
   */
  record Row(
      String kind, String script, ImmutablePortLimits limits, ImmutableList<String> verdicts) {}

  static ImmutableList<Row> rows() {
    return ImmutableList.<Row>builder()
        .addAll(legal())
        .addAll(brokenLines())
        .addAll(brokenFields())
        .addAll(outOfStep())
        .addAll(silent())
        .addAll(ended())
        .build();
  }

  private static ImmutableList<Row> legal() {
    return ImmutableList.of(
        all("answers in any order", "hello; ask; a=$id; ask; answer; id=$a; answer; serve", A_RAN),
        all(
            "ends its lines with \\r\\n",
            "hello; while ask; do answer | sed 's/$/\\r/'; done",
            A_RAN),
        all("logs for ever", "hello; yes log >&2 & serve <&0", A_RAN),
        all(
            "answers without a line end and ends",
            "hello; ask; ask; ask; id=1; answer; id=2; answer;"
                + " printf '{\"type\":\"trace\",\"id\":3,\"callbacks\":[]}'",
            A_RAN),
        b(
            "reports 50001 callbacks at once",
            "printf '{\"type\":\"trace\",\"id\":2,\"callbacks\":['; "
                + "yes '{\"at\":1,\"uid\":1,\"name\":\"x\"},' | head -n 50000 | tr -d '\\n'; "
                + "raw '{\"at\":1,\"uid\":1,\"name\":\"x\"}]}'",
            "Ran: 50001"),
        b(
            "can't do it",
            "raw '{\"type\":\"unsupported\",\"id\":2,\"reason\":\"no web\"}'",
            "Unsupported: no web"),
        b(
            "fails at it",
            "raw '{\"type\":\"error\",\"id\":2,\"message\":\"no engine\"}'",
            "Failed: no engine"));
  }

  private static ImmutableList<Row> brokenLines() {
    return ImmutableList.of(
        broke(
            "prints no JSON", "{\"id\":2,oops}", "not JSON at character 9, near `{\"id\":2,oops}`"),
        broke(
            "prints NaN",
            "{\"type\":\"trace\",\"id\":2,\"callbacks\":[{\"at\":NaN}]}",
            "not JSON at character 46, near `allbacks\":[{\"at\":NaN}]}`"),
        broke(
            "prints two objects in a line",
            "{\"id\":2}{\"id\":3}",
            "more than one object in a line: is a \\n missing?"),
        broke(
            "repeats a field",
            "{\"type\":\"trace\",\"id\":2,\"id\":3,\"callbacks\":[]}",
            "a field is there twice: `id`"),
        b(
            "is no UTF-8",
            "printf '{\"id\":2,\"x\":\"\\377\"}\\n'",
            "Broke: line 3 of its output: a line that is not UTF-8"),
        b(
            "nests 100000 deep",
            "printf '{\"id\":2,\"x\":'; head -c 100000 /dev/zero | tr '\\0' '['; echo",
            "Broke: line 3 of its output: JSON that is nested deeper than 100 levels, or has an"
                + " endless number or name"),
        b(
            "prints a number of 2000 digits",
            "printf '{\"id\":'; head -c 2000 /dev/zero | tr '\\0' 1; raw '}'",
            "Broke: line 3 of its output: JSON that is nested deeper than 100 levels, or has an"
                + " endless number or name"),
        b(
            "prints a line of 5 MB",
            "printf '{\"id\":2,\"x\":\"'; head -c 5000000 /dev/zero | tr '\\0' x; raw '\"}'",
            "Broke: line 3 of its output: a line of 5000015 bytes; the limit is 4194304"));
  }

  private static ImmutableList<Row> brokenFields() {
    return ImmutableList.of(
        broke("names no id", "{\"type\":\"trace\",\"callbacks\":[]}", "`id` is missing"),
        broke(
            "names an id that is text",
            "{\"type\":\"trace\",\"id\":\"2\"}",
            "`id` must be a whole number, was \"2\""),
        broke(
            "names an id beyond any",
            "{\"type\":\"trace\",\"id\":99999999999999999999}",
            "`id` must be a whole number, was 99999999999999999999"),
        broke("answers with no type", "{\"id\":2}", "`type` is missing"),
        broke(
            "answers with a wrong type",
            "{\"type\":\"tracee\",\"id\":2}",
            "`type` must be \"trace\", \"unsupported\" or \"error\", was \"tracee\""),
        broke(
            "answers with no callbacks", "{\"type\":\"trace\",\"id\":2}", "`callbacks` is missing"),
        broke(
            "answers with one callback for a list",
            "{\"type\":\"trace\",\"id\":2,\"callbacks\":{\"at\":1}}",
            "`callbacks` must be a list, was {\"at\":1}"),
        trace(
            "reports a word for a callback",
            "\"x\"",
            "`callbacks[0]` must be an object, was \"x\""),
        trace(
            "reports a callback before time began",
            "{\"at\":-1,\"uid\":1,\"name\":\"x\"}",
            "`callbacks[0].at` must be from 0 to the scenario's until, 1000, was -1"),
        trace(
            "reports a callback after until",
            "{\"at\":1001,\"uid\":1,\"name\":\"x\"}",
            "`callbacks[0].at` must be from 0 to the scenario's until, 1000, was 1001"),
        trace(
            "reports time that runs back",
            "{\"at\":7,\"uid\":1,\"name\":\"x\"},{\"at\":6,\"uid\":1,\"name\":\"x\"}",
            "`callbacks[1].at` must be no earlier than 7, the callback before it at 1, was 6"),
        trace(
            "reports half milliseconds",
            "{\"at\":0.5,\"uid\":1,\"name\":\"x\"}",
            "`callbacks[0].at` must be a whole number, was 0.5"),
        trace(
            "reports a time beyond any",
            "{\"at\":1e999,\"uid\":1,\"name\":\"x\"}",
            "`callbacks[0].at` must be a whole number, was \"Infinity\""),
        trace(
            "reports a callback at nobody",
            "{\"at\":1,\"uid\":9,\"name\":\"x\"}",
            "`callbacks[0].uid` must be a uid of the scenario [1], was 9"),
        trace(
            "reports a callback about nobody",
            "{\"at\":1,\"uid\":1,\"name\":\"x\",\"peer\":9}",
            "`callbacks[0].peer` must be a uid of the scenario [1], was 9"),
        trace(
            "reports a callback without a name",
            "{\"at\":1,\"uid\":1}",
            "`callbacks[0].name` is missing"),
        trace(
            "reports a reason of its own",
            "{\"at\":1,\"uid\":1,\"name\":\"x\",\"reason\":\"bored\"}",
            "`callbacks[0].reason` must be \"quit\" or \"dropped\", was \"bored\""),
        broke(
            "reports a server event of its own",
            "{\"type\":\"trace\",\"id\":2,\"callbacks\":[],\"server\":[{\"at\":1,\"name\":\"up\"}]}",
            "`server[0].name` must be \"channel-destroyed\" or \"connect-attempt\", was \"up\""));
  }

  /** It is started anew, so that what it says from then on is about what it was asked. */
  private static ImmutableList<Row> outOfStep() {
    String unasked = "Broke: line 3 of its output: `id` 99 was never asked";
    return ImmutableList.of(
        new Row(
            "answers what nobody asked",
            inB("id=99; answer"),
            restarts(1),
            ImmutableList.of(A_RAN, unasked, A_RAN)),
        new Row(
            "answers one scenario twice",
            inB("answer; answer"),
            restarts(1),
            ImmutableList.of(
                A_RAN, A_RAN, "Broke: line 4 of its output: `id` 2 was answered before")),
        new Row(
            "answers before it is asked",
            "read -r line; printf '%s\\n{\"type\":\"trace\",\"id\":1,\"callbacks\":[]}\\n' '"
                + ShellPort.HELLO
                + "'; sleep $0",
            restarts(0),
            ImmutableList.of(
                "Broke: line 2 of its output: `id` 1 was answered before it was asked",
                notRun(0),
                notRun(0))));
  }

  private static ImmutableList<Row> silent() {
    String flush = "Hung: no answer within 100 ms (is standard output flushed after each line?)";
    return ImmutableList.of(
        hung("never answers", "hello; sleep $0", flush),
        hung("sleeps for real with a virtual clock", "hello; ask; sleep $0; answer", flush),
        hung(
            "is slower on a real clock than it says",
            "read -r line; raw '"
                + ShellPort.HELLO.replace("\"virtual\"", "\"real\",\"timeScale\":0.1")
                + "'; sleep $0",
            "Hung: no answer within 200 ms (is standard output flushed after each line?)"),
        hung("never reads", "exec <&-; raw '" + ShellPort.HELLO + "'; sleep $0", flush),
        // In one write with the hello, so that it is there when the wait begins.
        hung(
            "prints half a line",
            "read -r line; printf '%s\\n{\"type\":' '" + ShellPort.HELLO + "'; sleep $0",
            "Hung: no answer within 100 ms; 8 bytes of a line have come, but not its end: each"
                + " message ends with \\n"),
        hungBusy(
            "prints a line for ever",
            "hello; printf '{'; yes | tr -d '\\n'",
            "Hung: no answer within 2 s; N bytes of a line have come, but not its end: each"
                + " message ends with \\n"),
        hung("prints stray lines for ever", "hello; yes stray", flush),
        hungBusy(
            "logs for ever and answers nothing",
            "hello; yes log >&2",
            flush.replace("100 ms", "2 s") + "; the end of its log:" + "\nlog".repeat(20)),
        hung(
            "ignores what ends others",
            "trap '' TERM HUP INT; hello; while :; do sleep $0; done",
            flush),
        new Row(
            "hangs at b",
            inB("sleep $0"),
            restarts(1).withAnswer(Duration.ofSeconds(2)),
            ImmutableList.of(A_RAN, "Hung: no answer within 2 s", A_RAN)));
  }

  private static ImmutableList<Row> ended() {
    return ImmutableList.of(
        crashed("crashes", "echo boom >&2; exit 7", "exit code 7; the end of its log:\nboom"),
        crashed("ends early and well", "exit 0", "exit code 0"),
        crashed("dies of a signal", "kill -SEGV $$", "exit code 139 (signal 11)"),
        crashed(
            "ends in the middle of a line",
            "printf '{\"type\":'; exit 3",
            "exit code 3, in the middle of a line"),
        crashed("leaves a child that holds its output", "sleep $0 & exit 5", "exit code 5"),
        crashed(
            "leaves a child in a session of its own", "setsid sleep $0 & exit 5", "exit code 5"),
        new Row(
            "closes its output and lives on",
            "hello; exec >&-; sleep $0",
            restarts(0).withEnd(SHORT),
            ImmutableList.of("Crashed: the port closed its standard output but lives on")),
        new Row(
            "says hello and ends, each time",
            "hello; exit 1",
            restarts(1),
            ImmutableList.of(
                "Crashed: the port ended with exit code 1",
                "Crashed: the port ended with exit code 1",
                notRun(1))));
  }

  private static String inB(String deed) {
    return "hello; while ask; do case $line in *'\"b\"'*) " + deed + ";; *) answer;; esac; done";
  }

  private static ImmutablePortLimits restarts(int most) {
    return ShellPort.patient().withMaxRestarts(most);
  }

  private static Row all(String kind, String script, String verdict) {
    return new Row(kind, script, restarts(0), ImmutableList.of(verdict, verdict, verdict));
  }

  private static Row b(String kind, String deed, String verdict) {
    return new Row(kind, inB(deed), restarts(0), ImmutableList.of(A_RAN, verdict, A_RAN));
  }

  private static Row broke(String kind, String line, String problem) {
    return b(kind, "raw '" + line + "'", "Broke: line 3 of its output: " + problem);
  }

  private static Row trace(String kind, String callbacks, String problem) {
    return b(kind, "answer '" + callbacks + "'", "Broke: line 3 of its output: " + problem);
  }

  private static Row hung(String kind, String script, String verdict) {
    return new Row(kind, script, restarts(0).withAnswer(SHORT), ImmutableList.of(verdict));
  }

  /** The kit waits for longer, since the port must have come to do something meanwhile. */
  private static Row hungBusy(String kind, String script, String verdict) {
    return new Row(
        kind, script, restarts(0).withAnswer(Duration.ofSeconds(2)), ImmutableList.of(verdict));
  }

  private static Row crashed(String kind, String deed, String how) {
    return new Row(
        kind,
        inB(deed),
        restarts(1),
        ImmutableList.of(A_RAN, "Crashed: the port ended with " + how, A_RAN));
  }

  private static String notRun(int restarts) {
    return "NotRun: the port was restarted as often as it may be ("
        + restarts
        + "); mend what made that necessary, or raise --max-restarts";
  }
}
