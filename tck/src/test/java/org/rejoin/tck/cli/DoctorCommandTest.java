package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rejoin.tck.port.ShellPort;

/** The doctor as a user meets it: what is printed, and the exit codes. */
class DoctorCommandTest {
  private static final String HELLO = "read l; echo '" + ShellPort.HELLO + "'; ";

  /** A shell that answers every scenario so. */
  private static final String EACH =
      HELLO + "while read l; do id=${l#*'\"id\":'}; id=${id%%%%,*}; printf '%%s\\n' '%s'; done";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aGoodPortIsWell() {
    String answer = "{\"type\":\"trace\",\"id\":'$id',\"callbacks\":[]}";
    assertEquals(0, run("--timeout", "30s", "--", "/bin/sh", "-c", EACH.formatted(answer)));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("starts             ok         `/bin/sh -c read l; "), text);
    assertTrue(
        text.contains(
            """

            hello              ok         x 1: web; view channel, virtual clock
            flush              ok         an answer arrives while standard input is open
            one scenario       ok         a trace of 0 callbacks
            """),
        text);
    assertTrue(
        text.contains("\nWELL: it comes up; next: rejoin run -- /bin/sh -c 'read l; "), text);
  }

  @Test
  void aPortThatDoesNotComeUpIsExit4WithWhatToDo() {
    assertEquals(
        4, run("--", "/bin/sh", "-c", "echo hi; printf 'no \\033[2Jlicence\\n' >&2; exit 3"));
    assertEquals(
        """
        starts             FAILED     the port ended with exit code 3
                                      -> run the command by itself; it must stay, and wait for its input
                                      the end of its log:
                                        no \uFFFD[2Jlicence
        hello              not tried  'starts' has to hold first
        flush              not tried  'starts' has to hold first
        one scenario       not tried  'starts' has to hold first
        same answer twice  not tried  'starts' has to hold first
        time honesty       not tried  'starts' has to hold first
        throughput         not tried  'starts' has to hold first
        clean end          not tried  'starts' has to hold first
        note: the port printed 1 stray line(s) on standard output; logs belong on standard error. The first:
              [hi]
        NOT WELL: 'starts' does not hold
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void adviceFitsTheTerminal() {
    assertEquals(4, run("--", "/bin/sh", "-c", "echo '{\"type\":\"hello\"}'; cat >/dev/null"));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("-> answer the kit's first line with one line like {"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void aRungAboveHelloIsExit1() {
    String error = "{\"type\":\"error\",\"id\":'$id',\"message\":\"a\\u001bb\"}";
    assertEquals(1, run("--timeout", "30s", "--", "/bin/sh", "-c", EACH.formatted(error)));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("\none scenario       FAILED     "), text);
    assertTrue(text.contains("\nclean end          ok         "), text);
    assertFalse(text.contains("\033"), text);
  }

  @Test
  void theTranscriptIsWritten() throws IOException {
    Path file = folder.resolve("transcript");
    assertEquals(4, run("--transcript", file.toString(), "--", "/bin/sh", "-c", "exit 0"));
    assertTrue(Files.readString(file).contains("# milliseconds, process, way"));
  }

  @Test
  void aPortIsNeeded() {
    assertUsage("doctor: needs a port; name one, as in -- COMMAND");
    assertUsage("--timeout: must be more than 0", "--timeout", "0s", "--", "true");
    assertUsage(
        "--class: needs --classpath, which says where the class is found", "--class", "com.acme.A");
  }

  private void assertUsage(String message, String... args) {
    err.reset();
    assertEquals(2, run(args));
    assertEquals("rejoin: " + message + "\n", err.toString(StandardCharsets.UTF_8));
  }

  private int run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "doctor";
    System.arraycopy(args, 0, all, 1, args.length);
    return Main.run(print(out), print(err), all);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
