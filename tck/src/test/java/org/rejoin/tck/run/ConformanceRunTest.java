package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** A run finds what is wrong with a port, and says which rule it breaks. */
class ConformanceRunTest {
  private static final ImmutableList<Check> EXAMPLES =
      RuleExamples.all().stream().map(RuleExample::check).collect(ImmutableList.toImmutableList());

  @Test
  void aPortWithAWrongConstantBreaksTheRuleOfThatConstant() {
    assertBreaks(
        Rule.NET_01,
        "android user 1 last heard the server at 5.000 s, so `onConnectionInterrupted()` is due at"
            + " 9.000 s; seen at 10.000 s",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withInterruptedAfterMillis(5_000));
    assertBreaks(
        Rule.NET_10,
        "web user 2 last heard user 1 at 5.000 s, so `stream-removed(1)` is due at 15.000 s; seen"
            + " at 16.000 s",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withWebGoneAfterMillis(11_000));
    assertBreaks(
        Rule.NET_05,
        "linux user 1 last heard the server at 5.000 s, so `onConnectionLost()` is due at 15.000 s;"
            + " not seen",
        ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLostOrigin(LostOrigin.INTERRUPTED));
  }

  @Test
  void whatAPortCanNotDoIsUnsupportedAndTheRunIncomplete() {
    RunResult result =
        new ConformanceRun(
                new Limited(ImmutableSet.of(Platform.ANDROID, Platform.WEB), ImmutableSet.of()),
                Profiles.AGORA_2019_05)
            .run(Matrix.checks(Profiles.AGORA_2019_05), 1);
    // Dropped cells of 2 x 2 platforms, 3 comebacks, 2 modes.
    assertEquals(24, result.counts().get(Verdict.PASS));
    assertEquals(1_008 - 24, result.counts().get(Verdict.UNSUPPORTED));
    assertEquals(Verdict.NOT_EXERCISED, result.rules().get(Rule.KILL_04));
    assertEquals(3, result.exitCode());
    assertEquals("incomplete", result.verdict());
  }

  private static void assertBreaks(Rule rule, String message, Profile wrong) {
    RunResult result =
        new ConformanceRun(new Mistaken(wrong), Profiles.AGORA_2019_05).run(EXAMPLES, 1);
    assertEquals(1, result.exitCode());
    assertEquals(Verdict.FAIL, result.rules().get(rule));
    assertTrue(
        result.failures().stream().anyMatch(failure -> failure.message().equals(message)),
        () -> result.failures().stream().map(Failure::message).toList().toString());
  }

  /** The reference under constants that are not those in force. */
  private static final class Mistaken implements Port {
    private final Port reference = new ReferencePort();
    private final Profile wrong;

    private Mistaken(Profile wrong) {
      this.wrong = wrong;
    }

    @Override
    public Hello hello() {
      return reference.hello();
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, wrong);
    }
  }

  /** The reference with less to offer. */
  private static final class Limited implements Port {
    private final Port reference = new ReferencePort();
    private final ImmutableSet<Platform> platforms;
    private final ImmutableSet<Feature> features;

    private Limited(ImmutableSet<Platform> platforms, ImmutableSet<Feature> features) {
      this.platforms = platforms;
      this.features = features;
    }

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello())
          .withPlatforms(platforms)
          .withFeatures(features);
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return reference.run(scenario, profile);
    }
  }
}
