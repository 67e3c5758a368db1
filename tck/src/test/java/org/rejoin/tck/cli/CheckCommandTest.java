package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rejoin check} as a user meets it: the guide word for word, what it prints, exit codes. */
class CheckCommandTest {
  private static final Path GUIDE = Path.of("RECORDINGS.md");

  private static final String GOOD =
      """
      {"channel":"c1","at":0,"do":"join","uid":1,"platform":"android"}
      {"channel":"c1","at":5000,"do":"drop","uid":1}
      {"channel":"c1","at":9000,"uid":1,"name":"onConnectionInterrupted"}
      {"channel":"c1","end":14000}
      """;

  private static final String BAD = GOOD.replace("\"at\":9000", "\"at\":9100");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theGuidesExampleIsJudgedAsTheGuideSays() throws IOException {
    Path file = write("app.jsonl", blocks("jsonl").get(0));
    assertEquals(1, run("check", file.toString()));
    String shown = text(out).replace(folder + "/", "");
    List<String> said = blocks("text");
    assertEquals(2, said.size());
    assertTrue(shown.startsWith(said.get(0)), shown);
    assertTrue(shown.endsWith(said.get(1)), shown);
    assertEquals("", text(err));
  }

  @Test
  void theGuidesOtherRecordingsConform() throws IOException {
    List<String> recordings = blocks("jsonl");
    assertEquals(3, recordings.size());
    for (String recording : recordings.subList(1, 3)) {
      out.reset();
      assertEquals(0, run("check", write("other.jsonl", recording).toString()), text(out));
    }
  }

  @Test
  void quietIsOneLine() throws IOException {
    assertEquals(0, run("check", "-q", write("good.jsonl", GOOD).toString()));
    assertEquals("PASSED 1 of 1 traces: 1 pass\n", text(out));
    out.reset();
    assertEquals(1, run("check", "-q", write("bad.jsonl", BAD).toString()));
    assertEquals("NOT CONFORMANT: 1 fail\n", text(out));
  }

  @Test
  void severalFilesAndStandardInputAreOneJudgement() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8)));
    try {
      assertEquals(1, run("check", write("good.jsonl", GOOD).toString(), "-"));
    } finally {
      System.setIn(before);
    }
    assertTrue(text(out).startsWith("fail: standard input:1, channel c1\n"), text(out));
    assertTrue(text(out).endsWith("NOT CONFORMANT: 1 pass, 1 fail\n"), text(out));
  }

  @Test
  void aFileThatIsNotThereIsNamedAndTheOthersAreJudged() throws IOException {
    Path good = write("good.jsonl", GOOD);
    Path none = folder.resolve("none.jsonl");
    assertEquals(2, run("check", "-q", none.toString(), good.toString(), folder.toString()));
    assertEquals("INCOMPLETE: 1 pass\n", text(out));
    assertEquals(
        "rejoin: "
            + none
            + ": can't be read: there is no such file\nrejoin: "
            + folder
            + ": can't be read: it is a folder; name a file\n",
        text(err));
  }

  @Test
  void reportJsonHasTheFormOfARunsAndWhatRecordingsHave() throws IOException {
    Path bad = write("bad.jsonl", BAD + "{\"channel\":\"c2\",\"at\":1}\n");
    assertEquals(1, run("check", "-q", "--report", folder.toString(), bad.toString()));
    String written = Files.readString(folder.resolve("report.json"));
    JsonNode report = new ObjectMapper().readTree(written);
    assertEquals("not-conformant", report.path("verdict").textValue());
    assertEquals(1, report.path("exit").intValue());
    assertEquals("agora-2019-05", report.path("profile").textValue());
    assertEquals(1, report.path("counts").path("fail").intValue());
    assertEquals(1, report.path("counts").path("inconclusive").intValue());
    assertEquals(39, report.path("rules").size());
    JsonNode failure = report.path("failures").path(0);
    assertEquals(bad + ":1", failure.path("check").textValue());
    assertEquals("NET-01", failure.path("rules").path(0).textValue());
    assertEquals("c1", failure.path("scenario").path("name").textValue());
    assertEquals(9_000, failure.path("expected").path(0).path("at").intValue());
    assertEquals(9_100, failure.path("seen").path(0).path("at").intValue());
    assertEquals(
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; seen at 9.100 s",
        failure.path("message").textValue());
    JsonNode recordings = report.path("recordings");
    assertEquals(5, recordings.path("lines").intValue());
    assertEquals(1, recordings.path("brokenLines").intValue());
    assertEquals(
        bad
            + ":5: do: is missing: a line has `do` (a stimulus), `name` (a callback), `begin` or"
            + " `end`",
        recordings.path("firstBrokenLines").path(0).textValue());
    out.reset();
    assertEquals(1, run("check", "--format", "json", bad.toString()));
    assertEquals(written, text(out));
  }

  @Test
  void failuresOfAKindAreShownOnceUnlessEverythingIsWanted() throws IOException {
    String again = BAD.replace("c1", "c2") + BAD.replace("c1", "c3");
    Path file = write("bad.jsonl", BAD + again);
    assertEquals(1, run("check", file.toString()));
    assertEquals(1, count(text(out), "fail: "));
    assertTrue(
        text(out)
            .contains(
                "\n... and 2 more traces fail; -v shows, and report.json lists, the first 100\n"));
    out.reset();
    assertEquals(1, run("check", "-v", file.toString()));
    assertEquals(3, count(text(out), "fail: "));
    assertFalse(text(out).contains("more trace"));
  }

  @Test
  void toleranceAndProfileAreTheRuns() throws IOException {
    String bad = write("bad.jsonl", BAD).toString();
    assertEquals(0, run("check", "-q", "--tolerance", "250ms", bad));
    assertEquals(1, run("check", "-q", "--tolerance", "early=250ms,late=50ms", bad));
    assertEquals(2, run("check", "--tolerance", "1m", bad));
    assertEquals(
        "rejoin: --tolerance: may be at most 2000ms either way under profile agora-2019-05, half of"
            + " the smallest distance between its deadlines; was early=60000ms,late=60000ms\n",
        text(err));
    String lost = GOOD.replace("14000", "19000");
    assertEquals(1, run("check", "-q", write("lost.jsonl", lost).toString()));
    assertEquals(0, run("check", "-q", "--profile", "agora-2020-timeline", folder + "/lost.jsonl"));
  }

  @Test
  void nothingThatAFileSaysReachesTheTerminalAsItIs() throws IOException {
    String evil = "\\u001b[2J\\u202e\\u0000<b>";
    String hostile = BAD.replace("c1", evil).replace("onConnectionInterrupted", evil) + evil + "\n";
    assertEquals(1, run("check", "-v", write("evil.jsonl", hostile).toString()));
    assertTrue(
        text(out).chars().noneMatch(c -> (c < ' ' && c != '\n') || c == '\u202e'), text(out));
  }

  @Test
  void noFileIsAUsageError() {
    assertEquals(2, run("check"));
    assertEquals("rejoin: Missing required parameter: 'FILE'\n", text(err));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }

  /** The code blocks of a language in the guide. */
  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block =
        Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(GUIDE));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private int run(String... args) {
    PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.run(stdout, new PrintStream(err, true, StandardCharsets.UTF_8), args);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
