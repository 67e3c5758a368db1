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

/** {@code rejoin merge} as a user meets it. */
class MergeCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void shardsOfARunBecomeTheReportOfTheRun() throws IOException {
    judge("whole", "--scenarios", "20");
    judge("one", "--scenarios", "20", "--shard", "1/2");
    judge("two", "--scenarios", "20", "--shard", "2/2");
    assertEquals(0, merge("one", "two"));
    assertEquals(
        Files.readString(folder.resolve("whole/report.json")),
        Files.readString(folder.resolve("merged/report.json")));
    assertTrue(text(out).startsWith("1  rejoin-reference "), text(out));
    assertTrue(text(out).contains("\nNET-10  ok\n"), text(out));
    assertEquals(2, merge("one"));
    assertEquals(
        "rejoin: "
            + folder.resolve("one/report.json")
            + ": is one of 2 shards, and not there: 2/2; name the reports of all\n",
        text(err));
  }

  @Test
  void portsStandSideBySideAndTheGravestExitCodeHolds() throws IOException {
    judge("all", "--scenarios", "0", "--only", "NET-10");
    Path other = Files.createDirectory(folder.resolve("other")).resolve("report.json");
    Files.writeString(
        other,
        Files.readString(folder.resolve("all/report.json"))
            .replaceFirst("\"name\" : \"[^\"]*\"", "\"name\" : \"<b>\\\\u001b[2J acme\"")
            .replaceFirst("\"exit\" : 0", "\"exit\" : 3")
            .replaceFirst("\"verdict\" : \"conformant\"", "\"verdict\" : \"incomplete\""));
    assertEquals(3, merge("all", "other/report.json"));
    assertFalse(Files.exists(folder.resolve("merged/report.json")));
    String page = Files.readString(folder.resolve("merged/index.html"));
    assertTrue(page.contains("<h1>2 ports side by side</h1>"), page);
    assertFalse(page.contains("<b>"));
    assertFalse(page.contains("\u001b"));
    assertFalse(text(out).contains("\u001b"));
    assertEquals(3, merge("-q", "all", "other"));
    assertEquals(2, text(out).lines().count());
  }

  @Test
  void aFileThatIsNotThereIsAUsageError() {
    assertEquals(2, merge("none.json"));
    assertEquals(
        "rejoin: " + folder.resolve("none.json") + ": there is no such file; name a report.json\n",
        text(err));
    assertFalse(Files.exists(folder.resolve("merged")));
  }

  private void judge(String report, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "run";
    args[1] = "-q";
    args[2] = "--report";
    args[3] = folder.resolve(report).toString();
    System.arraycopy(options, 0, args, 4, options.length);
    run(args);
  }

  private int merge(String... reports) {
    String[] args = new String[reports.length + 3];
    args[0] = "merge";
    args[1] = "--report";
    args[2] = folder.resolve("merged").toString();
    for (int i = 0; i < reports.length; i++) {
      boolean option = reports[i].startsWith("-");
      args[i + 3] = option ? reports[i] : folder.resolve(reports[i]).toString();
    }
    return run(args);
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.run(stdout, new PrintStream(err, true, StandardCharsets.UTF_8), args);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
