package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;

/**
 * The kit finds what it claims to find. One run of the whole self-test, which takes some seconds,
 * is looked at from all sides, so that all of it stands in this class.
 */
class SelfTestTest {
  private static final int FEWEST_DEFECTS = 60;

  private final Claims claims = Claims.shipped();
  private final SelfTestResult result = Held.RESULT;

  private static final class Held {
    static final SelfTestResult RESULT = SelfTest.shipped().run();
  }

  @Test
  void everyClaimHolds() {
    assertEquals(ImmutableList.of(), result.problems());
  }

  @Test
  void thereAreManyDefectsEachWithANameOfItsOwn() {
    assertTrue(result.table().trials().size() >= FEWEST_DEFECTS);
    Set<String> ids = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    for (Defect defect : Defects.all()) {
      assertTrue(ids.add(defect.id()), defect.id());
      assertTrue(sentences.add(defect.sentence()), defect.sentence());
      assertFalse(defect.sentence().endsWith("."), defect.sentence());
    }
  }

  @Test
  void everyCheckOfARunIsOnTrial() {
    Set<String> groups = new HashSet<>();
    for (Check check : Catalogue.checks(Profiles.AGORA_2019_05)) {
      groups.add(ConformanceSuite.group(check));
    }
    groups.add("generated");
    groups.add("exhaustive");
    Properties.ALL.forEach(property -> groups.add(property.id()));
    groups.removeAll(result.table().checks());
    assertEquals(Set.of(), groups);
  }

  /** Without a check, what is claimed of it does not hold, and what it alone finds survives. */
  @Test
  void removingAnyCheckTurnsItRed() {
    for (String check : result.table().checks()) {
      ImmutableList<String> problems = Audit.problems(result.table().without(check), claims);
      String first =
          claims.killers().entrySet().stream()
              .filter(named -> named.getValue().containsKey(check))
              .map(named -> named.getKey())
              .findFirst()
              .orElseThrow(() -> new AssertionError(check + " is named for no defect"));
      boolean survives =
          result.table().trials().stream()
              .anyMatch(
                  trial ->
                      trial.defect().id().equals(first) && trial.killers().keySet().size() == 1);
      assertTrue(
          problems.contains(
              "defect "
                  + first
                  + (survives
                      ? ": it survives, no check finds it"
                      : ": its killer " + check + " is not among the checks")),
          () -> "without " + check + ": " + problems);
      for (Trial prey : result.table().preyOf(check)) {
        boolean byOthers = prey.killers().size() > 1;
        assertTrue(
            byOthers
                || problems.contains(
                    "defect " + prey.defect().id() + ": it survives, no check finds it"),
            () -> "without " + check + ": " + problems);
      }
    }
  }

  @Test
  void everyHostilePortCostsOneVerdict() {
    ImmutableMap<HostilePort, String> came = result.hostile();
    assertEquals(
        "pass, crash: the port ended with exit code 7", came.getOrDefault(HostilePort.CRASHES, ""));
    assertEquals("pass, hang: no answer within 1 s", came.getOrDefault(HostilePort.HANGS, ""));
    assertEquals(
        "pass, protocol-error: line 3 of its output: `id` 99 was never asked",
        came.getOrDefault(HostilePort.UNASKED, ""));
    assertEquals(HostilePort.values().length, came.size());
  }

  @Test
  void theTextEndsWithTheFigures() {
    String text = SelfTestText.of(result);
    assertTrue(text.endsWith("\n" + result.lastLine() + "\n"), result.lastLine());
    assertTrue(result.lastLine().startsWith("SOUND: "), result.lastLine());
    assertTrue(
        text.contains(
            "  interrupted-a-millisecond-early: interrupted comes a millisecond early; killed by"
                + " NET-05/lost-after-10s\n"),
        text);
  }

  @Test
  void theDataHaveEveryDefectAndCheck() {
    var tree = SelfTestJson.of(result, "rejoin 0.1.0");
    assertEquals("sound", tree.path("verdict").asText());
    assertEquals(result.table().trials().size(), tree.path("defects").size());
    assertEquals(result.table().checks().size(), tree.path("checks").size());
    assertEquals(
        "macos-interrupted-at-exactly-4s",
        tree.at("/checks").findParents("id").stream()
            .filter(check -> check.path("id").asText().equals("boundary/interrupted"))
            .map(check -> check.at("/alone/0").asText())
            .findFirst()
            .orElse(""));
  }

  @Test
  void theDocumentIsWhatTheRunFound() throws IOException {
    SelfTestDocument.check(result);
  }
}
