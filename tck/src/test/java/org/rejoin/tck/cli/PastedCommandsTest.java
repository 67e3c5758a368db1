package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.io.CharStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.rejoin.tck.report.Program;

/** What the command prints to be typed runs when it is pasted into a shell. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PastedCommandsTest {
  private static final String CALLED = "rejoin.program";

  /** Tells nothing; it needs its variable and its folder to come up. */
  private static final String PORT =
      "[ \"$WHO\" = \"it's me\" ] && [ -f here ] || exit 9; read l;"
          + " echo '{\"type\":\"hello\",\"protocol\":1,\"name\":\"x\",\"version\":\"1\","
          + "\"platforms\":[\"android\",\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}';"
          + " while read l; do id=${l#*\\\"id\\\":}; id=${id%%,*};"
          + " echo \"{\\\"type\\\":\\\"trace\\\",\\\"id\\\":$id,\\\"callbacks\\\":[]}\"; done";

  @TempDir Path folder;

  @BeforeEach
  void aLauncherInAFolderWithABlank() throws IOException {
    Path launcher = Files.createDirectories(folder.resolve("my tools")).resolve("rejoin");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -cp '"
            + System.getProperty("java.class.path")
            + "' \"-Drejoin.program=$0\" org.rejoin.tck.cli.Main \"$@\"\n");
    assertTrue(launcher.toFile().setExecutable(true));
    System.setProperty(CALLED, launcher.toString());
  }

  @AfterEach
  void nothingIsLeft() {
    System.clearProperty(CALLED);
  }

  @Test
  void aFailuresCommandsFailAgain() throws Exception {
    Path home = Files.createDirectories(folder.resolve("its home"));
    Files.writeString(home.resolve("here"), "");
    String report = folder.resolve("report").toString();
    String said =
        run(
            1,
            "run",
            "--only",
            "NET-10",
            "--report",
            report,
            "--cwd",
            home.toString(),
            "--env",
            "WHO=it's me",
            "--",
            "/bin/sh",
            "-c",
            PORT);
    assertTrue(paste(1, after("  replay: ", said)).startsWith("fail: "), said);
    String again = after("again: ", Files.readString(Path.of(report, "summary.md")));
    assertTrue(paste(1, again).contains("NOT CONFORMANT: 1 check failed"), again);
    String next = after("next: ", said);
    assertTrue(paste(0, next).startsWith("NET-"), next);
  }

  @Test
  void doctorAndInitSayHowToGoOn() throws Exception {
    Path made = folder.resolve("a port");
    String init = run(0, "init", "java", made.toString());
    assertFails(after("next: ", init).split(" {3}", -1)[0]);
    assertFails(after("next: ", run(0, "doctor", "--", made.resolve("run.sh").toString())));
  }

  /** Pastes a command with few checks, so that it is soon over. */
  private void assertFails(String command) throws Exception {
    String few = command.replace(" run -- ", " run --only NET-10 --scenarios 0 -- ");
    assertTrue(paste(1, few).contains("NOT CONFORMANT"), few);
  }

  @Test
  void wordsAreQuotedForTheShellThatReadsThem() {
    ImmutableList<String> words = ImmutableList.of("a", "", "it's", "$x", "NET-10/**", "a\"b");
    assertEquals(
        "rejoin a '' 'it'\\''s' '$x' 'NET-10/**' 'a\"b'",
        new Program(ImmutableList.of("rejoin")).line(words));
    assertEquals(
        "\"C:\\my tools\\rejoin.cmd\" a \"\" \"it's\" \"$x\" \"NET-10/**\" \"a\\\"b\"",
        new Program(ImmutableList.of("C:\\my tools\\rejoin.cmd")).line(words));
  }

  private static String after(String mark, String text) {
    Matcher line = Pattern.compile("(?m)^" + mark + "|^WELL: .*" + mark).matcher(text);
    assertTrue(line.find(), text);
    return text.substring(line.end()).lines().findFirst().orElseThrow();
  }

  private String paste(int exit, String command) throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        CharStreams.toString(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals(exit, process.waitFor(), command + "\n" + said);
    return said;
  }

  private static String run(int exit, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(exit, Main.run(print, print, args), out.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
