package org.rejoin.tck.report.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.report.ImmutableShow;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.report.Runs;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.spec.Rule;

/** Reports side by side: a line for each port, then a column for each port and a row a rule. */
class SideBySideTextTest {
  private static final ImmutableShow SHOW = ImmutableShow.builder().page("page.html").build();

  @Test
  void thePortsAreNumberedAndTheRulesHaveAMarkForEach() {
    List<String> lines = lines(SHOW);
    assertEquals(
        "1  rejoin-reference 0.1.0, profile agora-2019-05, seed 1: CONFORMANT (good.json)",
        lines.get(0));
    assertEquals(
        "2  acme 4.2.0, profile agora-2019-05, seed 1: NOT CONFORMANT (bad.json)", lines.get(1));
    assertEquals(List.of("", "        1      2"), lines.subList(2, 4));
    assertEquals("NET-01  ok     FAIL", lines.get(4));
    assertEquals("NET-03  ok     ok", lines.get(6));
    assertEquals(
        List.of("", "page: page.html", ""), lines.subList(4 + Rule.values().length, lines.size()));
  }

  @Test
  void quietlyThePortsAreToldAlone() {
    List<String> lines = lines(SHOW.withQuiet(true));
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(1).startsWith("2  acme"), lines::toString);
  }

  @Test
  void theVerdictsAreGreenAndRedAndTheOpenOneYellow() {
    String text =
        SideBySideText.of(
            ImmutableList.of(
                report("a", Runs.conformant()),
                report("b", Runs.failing()),
                report("c", Runs.incomplete())),
            SHOW.withColour(true));
    assertTrue(text.contains("\u001b[32mCONFORMANT\u001b[0m"), text);
    assertTrue(text.contains("\u001b[1;31mNOT CONFORMANT\u001b[0m"), text);
    assertTrue(text.contains("\u001b[33mINCOMPLETE\u001b[0m"), text);
  }

  private static List<String> lines(ImmutableShow show) {
    return Splitter.on('\n')
        .splitToList(
            SideBySideText.of(
                ImmutableList.of(
                    report("good.json", Runs.conformant()), report("bad.json", Runs.failing())),
                show));
  }

  private static Report report(String file, RunResult result) {
    return ReportReader.read(
        file, ReportJson.of(result, "rejoin 0.1.0").toString().getBytes(StandardCharsets.UTF_8));
  }
}
