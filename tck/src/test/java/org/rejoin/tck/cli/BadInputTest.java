package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a command line is told in one line, with exit code 2. */
class BadInputTest {
  private static final String EMPTY =
      ": nothing follows; is a variable unset? Name it, or leave it out";

  @TempDir Path folder;

  /** An empty word is written _ here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --                          | --",
        "run -- _                        | --",
        "run -- _ _                      | --",
        "run --class _ --classpath x     | --class",
        "run --class= --classpath x      | --class",
        "run --class A --classpath _     | --classpath",
        "run --cwd _ -- true             | --cwd",
        "run --report _                  | --report",
        "run --only _                    | --only",
        "run --known-failing _           | --known-failing",
        "doctor --                       | --",
        "doctor -- _                     | --",
        "doctor --class _                | --class",
        "replay r1 --                    | --",
        "replay r1 -- _                  | --",
        "replay r1 --class _             | --class",
        "merge --report _ x              | --report",
        "check --report _ x              | --report",
      })
  void anEmptyPortOrOptionIsNeverTheReference(String words, String where) {
    assertError(where + EMPTY, words);
  }

  @Test
  void soIsAnEmptyFileOrToken() {
    for (String command : ImmutableList.of("replay", "check", "merge", "simulate", "explain")) {
      assertError(
          "an empty word after '" + command + "'; is a variable unset? Name it, or leave it out",
          command + " _");
    }
  }

  @Test
  void aPortsOwnWordsAreItsOwn() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "no");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        run(
            err,
            ImmutableList.of(
                "doctor", "--", "/bin/sh", "-c", "echo \"$0,$1\" >&2; exit 1", "@" + list, ""));
    assertEquals(4, exit);
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(true, said.contains("@" + list + ","), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bogus                     | there is no sub-command 'bogus'; there are run, list, explain,"
            + " simulate, replay, check, merge, init, doctor, self-test, explore, port (see --help)",
        "run --seed x              | Invalid value for option '--seed': 'x' is no whole number, or too large",
        "run --scenarios 9e9       | Invalid value for option '--scenarios': '9e9' is no whole number, or too large",
        "run --timeout 5 -- true   | Invalid value for option '--timeout': '5' is no duration; write 250ms, 2s or 1m",
        "run --timeout -5s -- true | Invalid value for option '--timeout': '-5s' is no duration; write 250ms, 2s or 1m",
        "run --report FILE         | --report: can't write to FILE: it is a file; name a folder",
        "explore FILE              | explore: can't write to FILE: it is a file; name a folder",
        "run --only [              | --only: '[' is no glob: Missing ']; try matrix/**",
        "run --only {a,{b}}        | --only: '{a,{b}}' is no glob: Cannot nest groups; try matrix/**",
        "run --only net-10/**      | --only: 'net-10/**' matches no check; `**` matches several levels, as in matrix/**",
        "merge FILE                | FILE: is no JSON object; name a report.json",
        "merge DIR                 | DIR/report.json: there is no such file; name a report.json",
        "simulate FILE             | FILE: is empty; a scenario needs participants and steps",
        "simulate DIR              | DIR: is a folder; name a scenario file",
        "simulate                  | Missing required parameter: 'FILE'",
        "check DIR                 | DIR: can't be read: it is a folder; name a file",
      })
  void whatIsWrongIsOneLine(String words, String line) throws IOException {
    String file = Files.writeString(folder.resolve("file"), "").toString();
    assertError(
        line.replace("FILE", file).replace("DIR", folder.toString()).replace("'" + file, "'FILE"),
        words.replace("FILE", file).replace("DIR", folder.toString()));
  }

  private static void assertError(String line, String words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ImmutableList<String> split =
        Splitter.on(' ')
            .omitEmptyStrings()
            .splitToStream(words)
            .map(word -> word.equals("_") ? "" : word)
            .collect(ImmutableList.toImmutableList());
    int exit = run(err, split);
    assertEquals("rejoin: " + line + "\n", err.toString(StandardCharsets.UTF_8));
    assertEquals(2, exit);
  }

  private static int run(ByteArrayOutputStream err, ImmutableList<String> words) {
    PrintStream all = new PrintStream(err, true, StandardCharsets.UTF_8);
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(
        words.contains("doctor") && words.size() > 4 ? all : none,
        all,
        words.toArray(new String[0]));
  }
}
