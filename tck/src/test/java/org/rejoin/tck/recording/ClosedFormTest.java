package org.rejoin.tck.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.recording.Recordings.Recorded;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.spec.Rule;

/** A whole trace in a line gets the verdict that a port with this trace would get. */
class ClosedFormTest {

  @Test
  void theReferenceConformsInTheWholeCatalogueAndEveryRuleIsSeen() {
    ImmutableList<String> lines =
        Catalogue.checks(Recordings.PROFILE).stream()
            .map(check -> Recordings.ofReference(check.scenario()).closed())
            .collect(ImmutableList.toImmutableList());
    RecordingResult result = Recordings.check(lines);
    assertEquals(0, result.exitCode(), result.firstBrokenLines().toString());
    assertEquals(lines.size(), result.lines());
    assertEquals(lines.size(), result.run().counts().get(Verdict.PASS));
    for (Rule rule : Rule.values()) {
      assertEquals(Verdict.PASS, result.run().rules().get(rule), rule.id());
    }
  }

  @Test
  void brokenTracesGetTheirFirstDifferenceAndAllTheRulesThatTheyBreak() {
    SplittableRandom random = new SplittableRandom(3);
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    int failing = 0;
    for (int i = 0; i < 300; i++) {
      Recorded recorded = Recordings.generated(11, i).spoilt(random);
      if (recorded.hasUserAliveTwice()) {
        continue;
      }
      Judgement expected = recorded.judged().judgement();
      RecordingResult result = Recordings.check(List.of(recorded.closed()));
      assertEquals(expected.conforms() ? 0 : 1, result.exitCode());
      assertEquals(expected.exercised(), result.run().exercised());
      if (!expected.conforms()) {
        assertEquals(1, result.run().failures().size());
        Failure failure = result.run().failures().get(0);
        assertEquals("app.jsonl:1", failure.check().id());
        assertEquals(recorded.scenario(), failure.check().scenario());
        assertEquals(recorded.judged().trace(), failure.seen());
        assertEquals(expected.expected(), failure.expected());
        assertEquals(Differences.sentence(expected.divergences().get(0)), failure.message());
        assertEquals(expected.divergences().get(0).rules(), failure.rules());
        expected.divergences().forEach(one -> broken.addAll(one.rules()));
        failing++;
      }
    }
    assertTrue(failing > 100 && broken.size() > 15, failing + " " + broken);
  }
}
