package org.rejoin.example.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.ImmutablePortLimits;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.StdioPort;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** Every rule is seen on a real clock, between processes that share nothing but packets. */
class RulesOnARealClockTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

  /** In scenario time, ten times the wall's; README.md says how it was chosen. */
  private static final Tolerance TOLERANCE = new Tolerance(500, 1_000);

  private static Port port;

  @BeforeAll
  static void startPort() {
    port =
        StdioPort.start(
            PortProgram.command(),
            ImmutablePortLimits.builder()
                .hello(Duration.ofMinutes(1))
                .answer(Duration.ofMinutes(1))
                .end(Duration.ofMinutes(1))
                .build(),
            Kit.name());
  }

  @AfterAll
  static void endPort() {
    port.close();
    assertEquals(ImmutableList.of(), port.warnings());
  }

  @Test
  void everyRuleIsSeen() {
    ImmutableList<Check> checks =
        new RealClockChecks(PROFILE, port.hello().features(), TOLERANCE).chosen();
    Answer[] answers = new Answer[checks.size()];
    port.runAll(
        checks.stream().map(Check::scenario).collect(ImmutableList.toImmutableList()),
        PROFILE,
        (answer, index) -> answers[index] = answer);
    Set<Rule> seen = EnumSet.noneOf(Rule.class);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Scenario scenario = checks.get(i).scenario();
      Judgement judgement = judge(scenario, answers[i]);
      if (!judgement.conforms()) {
        // A busy machine is late, and then most of all where everything runs at once.
        judgement = judge(scenario, port.run(scenario, PROFILE));
      }
      seen.addAll(judgement.exercised().elementSet());
      for (Divergence divergence : judgement.divergences()) {
        differences.add(checks.get(i).id() + ": " + divergence.message());
      }
    }
    assertEquals(List.of(), differences);
    assertEquals(EnumSet.allOf(Rule.class), seen);
  }

  private static Judgement judge(Scenario scenario, Answer answer) {
    Trace trace = assertInstanceOf(Answer.Ran.class, answer).trace();
    return new Oracle(PROFILE, port.hello().features(), TOLERANCE).judge(scenario, trace);
  }
}
