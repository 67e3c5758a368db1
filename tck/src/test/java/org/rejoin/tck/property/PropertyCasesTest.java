package org.rejoin.tck.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * What single properties say of traces written by hand; users 1 (Android), 2 (Web) and 3 (iOS) are
 * in `main`, which ends at 60 s.
 */
class PropertyCasesTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Hello ALL = new ReferencePort().hello();
  private static final Setting SETTING = Setting.of(ALL, PROFILE, ImmutableSet.of());
  private static final ImmutableScenario BASE =
      scenario(step(0, Action.JOIN, 1), step(0, Action.JOIN, 2), step(0, Action.JOIN, 3));
  private static final ImmutableVariant LATER =
      ImmutableVariant.builder()
          .how("two seconds later")
          .otherwise("at first")
          .scenario(BASE)
          .shiftMillis(2_000)
          .build();
  private static final ImmutableVariant AGAIN =
      LATER.withHow("again").withShiftMillis(0).withEndless(Optional.empty());

  @Test
  void aDifferenceSaysWhatWasToldInstead() {
    TracedCallback gone = told(1_000, 1, "onUserOffline", 3);
    String due =
        "again, android user 1 should be told `onUserOffline(3)` at 1.000 s, as at first; ";
    assertDifference(due + "it was told nothing", AGAIN, trace(gone), trace());
    assertDifference(
        due + "it was told so at 4.000 s",
        AGAIN,
        trace(gone),
        trace(told(4_000, 1, "onUserOffline", 3)));
    assertDifference(
        due + "it was told `onUserJoined(3)`",
        AGAIN,
        trace(gone),
        trace(told(1_000, 1, "onUserJoined", 3)));
    assertDifference(
        due + "it was told `onUserOffline(2)`",
        AGAIN,
        trace(gone),
        trace(told(1_000, 1, "onUserOffline", 2), told(1_000, 3, "onUserOffline", 2)));
    assertDifference(due + "it was not", AGAIN, trace(gone, gone), trace(gone));
    assertDifference(
        due + "it was told nothing", AGAIN, trace(gone), trace(told(1_001, 3, "lost", 2)));
    assertDifference("", AGAIN, trace(gone), trace(gone));
  }

  @Test
  void theFirstOfTwoDifferencesIsTold() {
    TracedCallback early = told(1_000, 1, "onUserOffline", 3);
    TracedCallback late = told(5_000, 2, "stream-added", 3);
    assertDifference(
        "again, android user 1 was told `onUserOffline(3)` at 1.000 s; not so at first",
        AGAIN,
        trace(late),
        trace(early));
    assertDifference(
        "again, android user 1 should be told `onUserOffline(3)` at 1.000 s, as at first;"
            + " it was told nothing",
        AGAIN,
        trace(early),
        trace(late));
  }

  @Test
  void aVariantsTimesAreItsOwn() {
    assertDifference(
        "two seconds later, android user 1 should be told `onUserOffline(3)` at 3.000 s, as at"
            + " 1.000 s at first; it was told so at 4.000 s",
        LATER,
        trace(told(1_000, 1, "onUserOffline", 3)),
        trace(told(4_000, 1, "onUserOffline", 3)));
    assertDifference("", LATER, trace(told(1_000, 1, "lost", 3)), trace(told(3_000, 1, "lost", 3)));
  }

  /** A picture shows no more than the scenario lasts. */
  @Test
  void whatIsShownLiesWithinTheScenario() {
    Trace seen =
        trace(
            told(1_999, 1, "a", 3),
            told(2_000, 1, "b", 3),
            told(62_000, 1, "c", 3),
            told(62_001, 1, "d", 3));
    Difference difference =
        new Comparison(BASE, LATER, SETTING).difference(trace(), seen).orElseThrow();
    assertEquals(
        List.of(told(0, 1, "b", 3), told(60_000, 1, "c", 3)), difference.seen().callbacks());
  }

  @Test
  void endsOfChannelsAreComparedWhereAPortShowsThem() {
    Trace ends = destroyed(20_000, "main");
    assertDifference(
        "again, channel 'main' should be destroyed at 20.000 s, as at first; it was not",
        AGAIN,
        ends,
        trace());
    assertDifference(
        "again, channel 'main' was destroyed at 20.000 s; not so at first", AGAIN, trace(), ends);
    assertDifference(
        "two seconds later, channel 'main' was destroyed at 20.000 s; not so at 18.000 s at first",
        LATER,
        trace(),
        ends);
    assertDifference("", LATER, ends, destroyed(22_000, "main"));
    assertDifference("", AGAIN.withEndless("main"), ends, trace());
    assertDifference("", AGAIN.withBeforeMillis(20_000), ends, trace());
    Setting less = without(Feature.CHANNEL_LIFECYCLE);
    assertEquals(Optional.empty(), new Comparison(BASE, AGAIN, less).difference(ends, trace()));
  }

  @Test
  void ofWhatGotNoTraceTheSimplestIsToldUnlessItIsNoFailure() {
    Scenario longer = BASE.withUntilMillis(70_000);
    Finding.Unanswered failed = new Finding.Unanswered(longer, new Answer.Failed("no"));
    Finding.Unanswered simpler = new Finding.Unanswered(BASE, new Answer.Hung("still"));
    Finding.Unanswered notRun = new Finding.Unanswered(BASE, new Answer.NotRun("stopped"));
    Finding.Unanswered declined = new Finding.Unanswered(BASE, new Answer.Unsupported("of kills"));
    Finding nothing =
        new Finding.NothingToSee(
            "no scenario of the sample that the port can run has what it is about", false);
    Finding noTrace =
        new Finding.NothingToSee("the port gave no trace of any scenario of the sample", true);
    Finding holds = new Finding.Holds(ImmutableMultiset.of(Rule.DRV_09));
    Outcome none = new Outcome();
    assertEquals(nothing, none.finding());
    assertEquals(failed, outcome(false, true, failed).finding());
    assertEquals(simpler, outcome(true, true, failed, simpler, failed).finding());
    assertEquals(noTrace, outcome(false, false, failed).finding());
    assertEquals(holds, outcome(true, false, failed).finding());
    assertEquals(declined, outcome(false, true, declined).finding());
    assertEquals(holds, outcome(true, true, declined).finding());
    assertEquals(notRun, outcome(true, true, notRun).finding());
    Outcome broken = outcome(true, true, notRun);
    Difference difference = new Difference("it differs", ImmutableList.of(), trace());
    broken.broken(longer, new Difference("of more", ImmutableList.of(), trace()));
    broken.broken(BASE, difference);
    broken.broken(
        BASE.withName("another"), new Difference("as simple", ImmutableList.of(), trace()));
    assertEquals(
        new Finding.Broken(BASE, difference, ImmutableMultiset.of(Rule.DRV_09)), broken.finding());
  }

  private static Outcome outcome(boolean compared, boolean ours, Finding.Unanswered... all) {
    Outcome outcome = new Outcome();
    if (compared) {
      outcome.compared(List.of(Rule.DRV_09));
    }
    for (Finding.Unanswered one : all) {
      outcome.unanswered(one, ours);
    }
    return outcome;
  }

  /** At the instant of a kill something may follow from a step that is written before it. */
  @Test
  void silenceBeginsWithTheKillOrAMillisecondLater() {
    Scenario alone = BASE.withSteps(with(step(5_000, Action.KILL, 1)));
    String killed = "android user 1 was killed at 5.000 s, and was told `x(3)` at ";
    assertSilence("", alone, 4_999);
    assertSilence(killed + "5.000 s; it is told nothing until it joins", alone, 5_000);
    Scenario after = BASE.withSteps(with(step(5_000, Action.DROP, 2), step(5_000, Action.KILL, 1)));
    assertSilence("", after, 5_000);
    assertSilence(killed + "5.001 s; it is told nothing until it joins", after, 5_001);
    Scenario left = BASE.withSteps(with(step(5_000, Action.LEAVE, 1), step(9_000, Action.JOIN, 1)));
    assertSilence(
        "android user 1 left at 5.000 s, and was told `x(3)` at 8.999 s; it is told nothing until"
            + " it joins",
        left,
        8_999);
    assertSilence("", left, 9_000);
    assertSilence("", left, 60_000);
    assertSilence(
        "android user 1 has joined no channel, and was told `x(3)` at 0.000 s; it is told nothing"
            + " until it joins",
        scenario(step(1, Action.JOIN, 1)),
        0);
  }

  private static void assertSilence(String expected, Scenario base, long toldMillis) {
    Trace trace = trace(told(toldMillis, 1, "x", 3));
    assertEquals(
        expected,
        new Silence().difference(base, trace, SETTING).map(Difference::message).orElse(""),
        base.steps() + " told at " + toldMillis);
  }

  @Test
  void silenceIsLookedAtWhereSomebodyEndsASessionAndNobodyCanGiveUp() {
    Scenario ends = BASE.withSteps(with(step(5_000, Action.KILL, 1)));
    Scenario nothing = BASE.withSteps(with(step(5_000, Action.DROP, 1)));
    Setting givesUp = giveUpAfter(60_000);
    Setting later = giveUpAfter(60_001);
    assertEquals(
        List.of(true, false, false, true),
        List.of(
            new Silence().suits(ends, SETTING),
            new Silence().suits(nothing, SETTING),
            new Silence().suits(ends, givesUp),
            new Silence().suits(ends, later)));
    assertEquals(
        List.of(true, false, true),
        List.of(
            new Convergence().suits(ends, SETTING),
            new Convergence().suits(ends, givesUp),
            new Convergence().suits(ends, later)));
    Setting webAlone = Setting.of(ALL, PROFILE, ImmutableSet.of(Platform.WEB));
    assertEquals(false, new Silence().suits(ends, webAlone), "a user whose callbacks aren't seen");
  }

  /** The window counts from the last packet; at its end, to the millisecond, gone is due. */
  @Test
  void whoCannotBeHeardForAWholeWindowIsToBeHeldGone() {
    String end = "at the end, at 60.000 s, ios user 3 ";
    TracedCallback web = told(55_000, 2, "stream-removed", 3);
    assertConverges("", BASE.withSteps(with(step(40_001, Action.DROP, 3))), web);
    assertConverges(
        end
            + "can't be heard since 40.000 s, but android user 1, which is connected, was told"
            + " nothing of it",
        BASE.withSteps(with(step(40_000, Action.DROP, 3))),
        web);
    assertConverges(
        "",
        BASE.withSteps(with(step(40_000, Action.DROP, 3))),
        told(60_000, 1, "onUserOffline", 3),
        web);
    assertConverges(
        end
            + "is there, but android user 1, which is connected, was last told `onUserOffline(3)` of"
            + " it, at 50.000 s",
        BASE,
        told(50_000, 1, "onUserOffline", 3));
    assertConverges(
        "",
        BASE.withSteps(with(step(1, Action.DROP, 1).withDirection(Direction.DOWNLINK))),
        told(2, 1, "onUserOffline", 3));
  }

  private static void assertConverges(String expected, Scenario base, TracedCallback... told) {
    assertEquals(
        expected,
        new Convergence()
            .difference(base, trace(told), SETTING)
            .map(Difference::message)
            .orElse(""),
        base.steps().toString());
  }

  /**
   * Ten seconds after nobody is heard the channel is destroyed; a join of that instant is not after
   * it.
   */
  @Test
  void aBystanderSuitsWhereNobodyJoinsADestroyedChannel() {
    assertSuits(true, step(10_000, Action.LEAVE, 1), step(20_000, Action.JOIN, 1));
    assertSuits(false, step(10_000, Action.LEAVE, 1), step(20_001, Action.JOIN, 1));
    assertSuits(false, step(10_000, Action.KILL, 1), step(20_001, Action.RESTART, 1));
    assertSuits(true, step(10_000, Action.LEAVE, 1), step(30_000, Action.DROP, 2));
    assertSuits(
        true, step(10_000, Action.LEAVE, 1), step(20_001, Action.JOIN, 1).withChannel("other"));
    assertSuits(
        true,
        step(5_000, Action.JOIN, 2),
        step(10_000, Action.LEAVE, 1),
        step(20_001, Action.JOIN, 1));
    assertSuits(
        false,
        step(5_000, Action.JOIN, 2),
        step(8_000, Action.LEAVE, 2),
        step(10_000, Action.LEAVE, 1),
        step(20_001, Action.JOIN, 2));
    assertSuits(
        true,
        step(5_000, Action.JOIN, 2),
        step(6_000, Action.LEAVE, 1),
        step(9_000, Action.LEAVE, 2),
        step(19_000, Action.JOIN, 1));
  }

  private static void assertSuits(boolean expected, Step... steps) {
    Scenario base =
        scenario(
            ImmutableList.<Step>builder()
                .add(step(0, Action.JOIN, 1))
                .addAll(List.of(steps))
                .build()
                .toArray(Step[]::new));
    assertEquals(expected, new Bystander().suits(base, SETTING), base.steps().toString());
  }

  @Test
  void contextsAreTheOtherModeAndOtherCircumstancesOfKills() {
    assertEquals(List.of("run again", "in live mode"), contexts(BASE, SETTING));
    assertEquals(
        List.of("run again", "in communication mode"), contexts(BASE.withMode(Mode.LIVE), SETTING));
    assertEquals(
        List.of(
            "run again", "in live mode", "with every process killed in the background, VoIP on"),
        contexts(BASE.withSteps(with(step(5_000, Action.KILL, 1))), SETTING));
    Setting ownWindow =
        Setting.of(
            ALL,
            ImmutableProfile.copyOf(PROFILE).withLiveGoneAfterMillis(15_000),
            ImmutableSet.of());
    assertEquals(List.of("run again"), contexts(BASE, ownWindow));
  }

  private static List<String> contexts(Scenario base, Setting setting) {
    return new Context().variants(base, 0, setting).stream().map(Variant::how).toList();
  }

  @Test
  void aPropertyIsACheckWithAnIdASentenceAndItsRules() {
    Property silence = new Silence();
    assertEquals("property/silence", silence.toString());
    assertEquals(
        "A user that was killed or has left is told nothing until its next session begins.",
        silence.sentence());
    assertEquals(ImmutableSet.of(Rule.DRV_09), silence.rules());
    assertEquals(BASE, silence.check(BASE).scenario());
    assertEquals("property/silence", silence.check(BASE).id());
  }

  @Test
  void aSettingIsEmptyWhereThePortPlaysNoneOfThePlatforms() {
    Hello web = ImmutableHello.copyOf(ALL).withPlatforms(Platform.WEB);
    assertEquals(
        List.of(false, true),
        List.of(
            Setting.of(web, PROFILE, ImmutableSet.of()).isEmpty(),
            Setting.of(web, PROFILE, ImmutableSet.of(Platform.IOS)).isEmpty()));
  }

  private static Setting giveUpAfter(long millis) {
    return Setting.of(
        ALL, ImmutableProfile.copyOf(PROFILE).withGiveUpAfterMillis(millis), ImmutableSet.of());
  }

  private static Setting without(Feature feature) {
    return Setting.of(
        ImmutableHello.copyOf(ALL)
            .withFeatures(Sets.difference(ALL.features(), ImmutableSet.of(feature))),
        PROFILE,
        ImmutableSet.of());
  }

  private static void assertDifference(
      String expected, Variant variant, Trace first, Trace second) {
    assertEquals(
        expected,
        new Comparison(BASE, variant, SETTING)
            .difference(first, second)
            .map(Difference::message)
            .orElse(""));
  }

  private static ImmutableList<Step> with(Step... more) {
    return ImmutableList.<Step>builder().addAll(BASE.steps()).addAll(List.of(more)).build();
  }

  private static ImmutableScenario scenario(Step... steps) {
    return ImmutableScenario.builder()
        .addParticipants(new Participant(UserId.of(1), Platform.ANDROID))
        .addParticipants(new Participant(UserId.of(2), Platform.WEB))
        .addParticipants(new Participant(UserId.of(3), Platform.IOS))
        .addSteps(steps)
        .untilMillis(60_000)
        .build();
  }

  private static Step step(long atMillis, Action action, long uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }

  private static Trace trace(TracedCallback... told) {
    return new Trace(ImmutableList.copyOf(told), ImmutableList.of());
  }

  private static Trace destroyed(long atMillis, String channel) {
    return new Trace(
        ImmutableList.of(), ImmutableList.of(new ServerEvent.ChannelDestroyed(atMillis, channel)));
  }

  private static TracedCallback told(long atMillis, long uid, String name, long peer) {
    return new TracedCallback(
        atMillis,
        UserId.of(uid),
        new Callback(name, Optional.of(UserId.of(peer)), Optional.empty()));
  }
}
