package org.rejoin.tck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.defective.Blame;
import org.rejoin.tck.defective.Claims;
import org.rejoin.tck.defective.Defect;
import org.rejoin.tck.defective.Defects;
import org.rejoin.tck.defective.KillTable;
import org.rejoin.tck.defective.SelfTestResult;
import org.rejoin.tck.defective.Trial;
import picocli.CommandLine;

/** {@code rejoin self-test}: what it prints, and both exit codes. */
class SelfTestCommandTest {
  private static final Defect DEFECT = Defects.all().get(0);
  private static final String SOUND =
      "SOUND: 1 defects, 1 checks (a defect fails 1 of them in the median; generated scenarios"
          + " alone find 0), 0 correct ports, 0 hostile ones\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aSoundKitIsExit0AndItsTableIsPrinted() {
    assertEquals(0, tell(result("a"), "--format", "pretty"));
    assertEquals("", err.toString());
    assertEquals(
        "defects: clocks\n"
            + "    1  interrupted-a-millisecond-early: "
            + DEFECT.sentence()
            + "; killed by a\n"
            + "\n"
            + "checks, with how many of these defects each finds, and which it finds alone\n"
            + "    1  a: interrupted-a-millisecond-early\n"
            + "\n"
            + "correct ports: every check passes, or is unsupported\n"
            + "\n"
            + "hostile ports: each in a process of its own\n"
            + "\n"
            + SOUND,
        out.toString());
  }

  @Test
  void aKitThatDoesNotFindWhatItClaimsIsExit70InOneLine() {
    assertEquals(70, tell(result("b"), "-q"));
    assertEquals(
        "rejoin: a defect of the kit, please report it: defect interrupted-a-millisecond-early: its"
            + " killer b is not among the checks\n",
        err.toString());
    assertEquals(
        "NOT SOUND, 2 claims do not hold: " + SOUND.substring("SOUND: ".length()), out.toString());
  }

  @Test
  void asDataItIsJson() {
    assertEquals(0, tell(result("a"), "--format", "json"));
    assertTrue(out.toString().contains("\"verdict\" : \"sound\""), out.toString());
  }

  /** With the check that is named as the killer; the one that kills is {@code a}. */
  private static SelfTestResult result(String named) {
    KillTable table =
        new KillTable(
            ImmutableSet.of("a"),
            ImmutableList.of(new Trial(DEFECT, ImmutableMap.of("a", "it came early"), Blame.NONE)));
    Claims claims =
        new Claims(
            ImmutableMap.of(DEFECT.id(), ImmutableMap.of(named, "it came early")),
            ImmutableMap.of(),
            ImmutableMap.of());
    return new SelfTestResult(table, claims, ImmutableMap.of(), ImmutableMap.of());
  }

  private int tell(SelfTestResult result, String... args) {
    SelfTestCommand command = new SelfTestCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.parseArgs(args);
    return command.tell(result);
  }
}
