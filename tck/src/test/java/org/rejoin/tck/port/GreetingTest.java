package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A port without a good hello is unusable, with a sentence that says what to do. */
class GreetingTest {
  /** What was expected. */
  static final String WANTED =
      "; expected one line like {\"type\":\"hello\",\"protocol\":1,\"name\":\"...\","
          + "\"version\":\"...\",\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}";

  private static final String STRAY =
      "; the port printed N stray line(s) on standard output; logs belong on standard error. The"
          + " first: ";
  private static final Duration SHORT = Duration.ofMillis(100);

  @TestFactory
  Stream<DynamicTest> aPortThat() {
    String late = "no hello within 100 ms";
    String tooLate = "no hello within 2 s";
    String flush = " (is standard output flushed after each line?)" + WANTED;
    return Stream.of(
        slow("says nothing", "sleep $0", late + flush),
        slow("ignores what ends others", "trap '' TERM HUP; sleep $0; sleep $0", late + flush),
        busy(
            "prints half a line",
            "printf '{\"type\":'; sleep $0",
            tooLate
                + "; N bytes of a line have come, but not its end: each message ends with \\n"
                + WANTED),
        busy(
            "prints stray lines for ever",
            "yes stray",
            tooLate + flush + STRAY + "[stray, stray, stray]"),
        busy(
            "writes UTF-16",
            "printf '\\377\\376{\\0\"\\0\\n\\0'; sleep $0",
            tooLate + flush + STRAY + "[\uFFFD\uFFFD{\uFFFD\"\uFFFD]"),
        row(
            "ends at once",
            "echo boom >&2; exit 3",
            "no hello: the port ended with exit code 3" + WANTED + "; the end of its log:\nboom"),
        row(
            "ends in its hello",
            "printf '{\"type\":'; exit 3",
            "no hello: the port ended with exit code 3, in the middle of a line" + WANTED),
        row(
            "has no program",
            "exec 2>&-; exec ./no-such-program",
            "no hello: the port ended with exit code 127 (is its program there?)" + WANTED),
        row(
            "may not be run",
            "exec 2>&-; exec /dev/null",
            "no hello: the port ended with exit code 126 (can its program be executed?)" + WANTED),
        row(
            "speaks protocol 2",
            "raw '{\"type\":\"hello\",\"protocol\":2}'",
            "wrong hello: `protocol` must be 1, the only one that this kit speaks, was 2" + WANTED),
        row(
            "prints no JSON",
            "raw '{hello}'",
            "wrong hello: not JSON at character 2, near `{hello}`" + WANTED),
        row(
            "answers before its hello",
            "raw '{\"type\":\"trace\",\"id\":1}'",
            "wrong hello: `type` must be \"hello\", was \"trace\"" + WANTED),
        row(
            "prints what is no UTF-8",
            "printf '{\\377\\n'",
            "wrong hello: a line that is not UTF-8" + WANTED),
        row(
            "prints a line of 5 MB",
            "printf '{'; head -c 5000000 /dev/zero | tr '\\0' x; echo",
            "wrong hello: a line of 5000001 bytes; the limit is 4194304" + WANTED));
  }

  @Test
  void aProgramThatIsNotThereIsUnusable() {
    String message = unusable(PortCommand.of("./no-such-program"), ShellPort.patient());
    assertTrue(message.contains("no-such-program"), message);
    assertTrue(message.contains("No such file"), message);
  }

  private static DynamicTest row(String kind, String script, String sentence) {
    return test(kind, script, sentence, ShellPort.patient(), message -> message);
  }

  private static DynamicTest slow(String kind, String script, String sentence) {
    return slow(kind, script, sentence, SHORT);
  }

  /** The kit waits for longer, since the port must have come to do something meanwhile. */
  private static DynamicTest busy(String kind, String script, String sentence) {
    return slow(kind, script, sentence, Duration.ofSeconds(2));
  }

  private static DynamicTest slow(String kind, String script, String sentence, Duration hello) {
    return test(
        kind,
        script,
        sentence,
        ShellPort.patient().withHello(hello),
        message -> message.replaceAll("\\d+ (bytes of|stray)", "N $1"));
  }

  private static DynamicTest test(
      String kind,
      String script,
      String sentence,
      PortLimits limits,
      Function<String, String> simplified) {
    return DynamicTest.dynamicTest(
        kind,
        () -> {
          String token = ShellPort.token();
          String message = unusable(ShellPort.command(script, token), limits);
          assertEquals("port unusable: " + sentence, simplified.apply(message));
          ShellPort.assertNoneLives(token);
        });
  }

  private static String unusable(PortCommand command, PortLimits limits) {
    return String.valueOf(
        assertThrows(
                PortUnusableException.class, () -> StdioPort.start(command, limits, "kit").close())
            .getMessage());
  }
}
