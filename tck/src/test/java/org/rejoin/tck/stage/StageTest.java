package org.rejoin.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Needs;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Step;

/** What the kit tells client 1; users 2 to 4 are on Android, iOS and Web. */
class StageTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Profile GIVES_UP =
      ImmutableProfile.builder()
          .id("gives-up")
          .interruptedAfterMillis(4_000)
          .lostAfterMillis(10_000)
          .lostOrigin(LostOrigin.LAST_DATA)
          .goneAfterMillis(20_000)
          .webGoneAfterMillis(10_000)
          .channelDestroyedAfterMillis(10_000)
          .giveUpAfterMillis(20_000)
          .build();
  private static final UserId CLIENT = UserId.of(1);
  private static final long UNTIL_MILLIS = 100_000;

  @Test
  void itsOwnStepsStandAsWrittenThoseThatDoNothingToo() {
    assertTold(
        "0 restore, 0 leave, 1 join in other, 2 drop uplink, 3 drop, 4 kill, 5 kill, 6 restart",
        own(0, Action.RESTORE),
        own(0, Action.LEAVE),
        own(1, Action.JOIN).withChannel("other"),
        own(2, Action.DROP).withDirection(Direction.UPLINK),
        own(3, Action.DROP),
        own(4, Action.KILL),
        own(5, Action.KILL),
        own(6, Action.RESTART));
  }

  @Test
  void atItsJoinThoseWhoCanBeHeardThenAreNamedInTheOrderOfUids() {
    assertTold(
        "5 join, 5 peer-heard 2, 5 peer-heard 4",
        step(0, Action.JOIN, 4),
        step(1, Action.JOIN, 3),
        step(2, Action.DROP, 3),
        step(3, Action.JOIN, 2),
        own(5, Action.JOIN));
  }

  @Test
  void outOfTheChannelItIsToldNothing() {
    assertTold(
        "1 join, 1 peer-heard 2, 3 leave, 6 restore, 9 restart, 9 peer-heard 3",
        step(0, Action.JOIN, 2),
        own(1, Action.JOIN),
        own(3, Action.LEAVE),
        step(4, Action.JOIN, 3),
        step(5, Action.LEAVE, 2),
        own(6, Action.RESTORE),
        own(9, Action.RESTART));
  }

  @Test
  void cutOffItIsToldNothingAndAGoodbyeThatFellIntoTheOutageIsNeverTold() {
    assertTold(
        "1 join, 1 peer-heard 2, 1 peer-heard 3, 2 drop, 9 restore, 9 peer-heard 3",
        step(0, Action.JOIN, 2),
        step(0, Action.JOIN, 3),
        own(1, Action.JOIN),
        own(2, Action.DROP),
        step(3, Action.LEAVE, 2),
        step(4, Action.DROP, 3),
        step(5, Action.RESTORE, 3),
        own(9, Action.RESTORE));
  }

  @Test
  void aLostDownlinkIsAnOutageAndALostUplinkIsNone() {
    assertTold(
        "0 join, 1 drop downlink, 3 restore, 3 peer-heard 2, 4 drop uplink, 5 peer-silent 2,"
            + " 6 peer-heard 2, 7 restore, 7 peer-heard 2",
        own(0, Action.JOIN),
        own(1, Action.DROP).withDirection(Direction.DOWNLINK),
        step(2, Action.JOIN, 2),
        own(3, Action.RESTORE),
        own(4, Action.DROP).withDirection(Direction.UPLINK),
        step(5, Action.DROP, 2),
        step(6, Action.RESTORE, 2),
        own(7, Action.RESTORE));
  }

  @Test
  void ofTheInstantOfItsDropItIsToldWhatIsWrittenBefore() {
    assertTold(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 0 peer-heard 4, 5 peer-left 2, 5 drop",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(0, Action.JOIN, 3),
        step(0, Action.JOIN, 4),
        step(5, Action.LEAVE, 2),
        own(5, Action.DROP),
        step(5, Action.LEAVE, 3),
        step(5, Action.KILL, 4));
  }

  @Test
  void ofTheInstantOfItsRestoreItIsToldWhatIsThereThenAndWhatComesAfter() {
    assertTold(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 1 drop, 5 restore, 5 peer-heard 3, 5 peer-left 3",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(0, Action.JOIN, 3),
        own(1, Action.DROP),
        step(5, Action.LEAVE, 2),
        own(5, Action.RESTORE),
        step(5, Action.LEAVE, 3));
  }

  @Test
  void aKillIsAGoodbyeOnAppleAndSilenceElsewhere() {
    assertTold(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 0 peer-heard 4, 5 peer-silent 2, 6 peer-left 3,"
            + " 7 peer-silent 4, 8 peer-heard 3",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(0, Action.JOIN, 3),
        step(0, Action.JOIN, 4),
        step(5, Action.KILL, 2),
        step(6, Action.KILL, 3),
        step(7, Action.KILL, 4),
        step(8, Action.RESTART, 3));
  }

  @Test
  void aGoodbyeThatCannotBeSentIsNone() {
    assertTold(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 5 peer-silent 2, 6 peer-silent 3",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(0, Action.JOIN, 3),
        step(5, Action.DROP, 2),
        step(6, Action.DROP, 3).withDirection(Direction.UPLINK),
        step(7, Action.LEAVE, 2),
        step(8, Action.KILL, 3));
  }

  @Test
  void aUserWhoseDownlinkAloneIsCutIsHeardAndCanSayGoodbye() {
    assertTold(
        "0 join, 0 peer-heard 3, 7 peer-left 3",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 3),
        step(5, Action.DROP, 3).withDirection(Direction.DOWNLINK),
        step(7, Action.KILL, 3));
  }

  @Test
  void stepsThatDoNothingTellNothing() {
    assertTold(
        "0 join, 1 peer-heard 2, 3 peer-silent 2, 6 peer-heard 2",
        own(0, Action.JOIN),
        step(0, Action.DROP, 2),
        step(0, Action.RESTORE, 2),
        step(0, Action.LEAVE, 2),
        step(0, Action.KILL, 2),
        step(1, Action.JOIN, 2),
        step(2, Action.RESTORE, 2),
        step(3, Action.DROP, 2),
        step(4, Action.DROP, 2).withDirection(Direction.DOWNLINK),
        step(6, Action.RESTORE, 2));
  }

  @Test
  void aFreshSessionOfAUserHeardAllAlongTellsNothing() {
    assertTold(
        "0 join, 0 peer-heard 2, 9 peer-silent 2, 9 peer-heard 2",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(5, Action.RESTART, 2),
        step(6, Action.DROP, 2).withDirection(Direction.DOWNLINK),
        step(7, Action.JOIN, 2),
        step(9, Action.DROP, 2),
        step(9, Action.JOIN, 2));
  }

  @Test
  void aUserThatMovesToAnotherChannelGoesSilentHere() {
    assertTold(
        "0 join, 0 peer-heard 2, 5 peer-silent 2, 8 join in other, 8 peer-heard 2",
        own(0, Action.JOIN),
        step(0, Action.JOIN, 2),
        step(5, Action.JOIN, 2).withChannel("other"),
        step(6, Action.JOIN, 3).withChannel("third"),
        own(8, Action.JOIN).withChannel("other"));
  }

  @Test
  void whoGivesUpWithItsDownlinkAloneCutIsHeardUntilThenAndAfterAllStepsOfThatInstant() {
    assertEquals(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 25000 leave, 25000 join, 25000 peer-heard 2,"
            + " 25000 peer-heard 3, 25000 peer-silent 2, 40000 drop, 60001 restore",
        told(
            GIVES_UP,
            own(0, Action.JOIN),
            step(0, Action.JOIN, 2),
            step(0, Action.JOIN, 3),
            step(5_000, Action.DROP, 2).withDirection(Direction.DOWNLINK),
            step(5_000, Action.DROP, 3).withDirection(Direction.DOWNLINK),
            step(25_000, Action.RESTORE, 3),
            own(25_000, Action.LEAVE),
            own(25_000, Action.JOIN),
            step(30_000, Action.RESTORE, 2),
            own(40_000, Action.DROP),
            own(60_001, Action.RESTORE)));
  }

  @Test
  void whoGivesUpAfterTheLastStepAndAtTheVeryEndGoesSilentToo() {
    assertEquals(
        "0 join, 0 peer-heard 2, 0 peer-heard 3, 25000 peer-silent 2, 100000 peer-silent 3",
        told(
            GIVES_UP,
            own(0, Action.JOIN),
            step(0, Action.JOIN, 2),
            step(0, Action.JOIN, 3),
            step(5_000, Action.DROP, 2).withDirection(Direction.DOWNLINK),
            step(UNTIL_MILLIS - 20_000, Action.DROP, 3).withDirection(Direction.DOWNLINK)));
  }

  @Test
  void theClientThatGaveUpItselfIsOut() {
    assertEquals(
        "0 join, 0 peer-heard 2, 40000 drop, 60000 restore, 60000 peer-heard 2, 60000 drop,"
            + " 80001 restore",
        told(
            GIVES_UP,
            own(0, Action.JOIN),
            step(0, Action.JOIN, 2),
            own(40_000, Action.DROP),
            own(60_000, Action.RESTORE),
            own(60_000, Action.DROP),
            own(80_001, Action.RESTORE)));
  }

  @Test
  void theRestIsTheWholeScenarios() {
    Scenario view = Stage.view(live("whole"), CLIENT, PROFILE);
    assertEquals("whole@1", view.name());
    assertEquals(Mode.LIVE, view.mode());
    assertEquals(List.of(new Participant(CLIENT, Platform.WEB)), view.participants());
    assertEquals(UNTIL_MILLIS, view.untilMillis());
    assertEquals("", Stage.view(live(""), CLIENT, PROFILE).name());
  }

  @Test
  void aViewNeedsWhatTheClientItselfDoes() {
    Scenario whole =
        whole(
            own(0, Action.JOIN),
            step(0, Action.JOIN, 2),
            step(1, Action.DROP, 2).withDirection(Direction.UPLINK),
            step(2, Action.KILL, 2),
            step(3, Action.RESTART, 2).withChannel("other"),
            own(4, Action.LEAVE));
    assertEquals(ImmutableSet.of(Feature.LEAVE), Needs.of(Stage.view(whole, CLIENT, PROFILE)));
    assertEquals(
        ImmutableSet.of(Feature.KILL, Feature.ONE_WAY_LOSS, Feature.CHANNELS),
        Needs.of(Stage.view(whole, UserId.of(2), PROFILE)));
  }

  @Test
  void aViewIsAScenarioOfTheProtocol() {
    Scenario view =
        Stage.view(
            whole(step(0, Action.JOIN, 2), own(1, Action.JOIN), step(2, Action.LEAVE, 2)),
            CLIENT,
            PROFILE);
    assertEquals(view, ScenarioJson.readMessage(ScenarioJson.toJson(view)));
  }

  @Test
  void misuseIsNamed() {
    Scenario whole = whole(own(0, Action.JOIN), step(0, Action.JOIN, 2));
    assertEquals(
        "no participant of scenario 'whole' has uid 9",
        assertThrows(IllegalArgumentException.class, () -> Stage.view(whole, UserId.of(9), PROFILE))
            .getMessage());
    Scenario view = Stage.view(whole, CLIENT, PROFILE);
    assertEquals(
        "'peer-heard' is a step of one client's view already",
        assertThrows(IllegalArgumentException.class, () -> Stage.view(view, CLIENT, PROFILE))
            .getMessage());
  }

  private static void assertTold(String expected, Step... steps) {
    assertEquals(expected, told(PROFILE, steps));
  }

  private static String told(Profile profile, Step... steps) {
    return String.join(
        ", ",
        Stage.view(whole(steps), CLIENT, profile).steps().stream().map(StageTest::shown).toList());
  }

  /** Such as {@code 5 drop uplink}; all are about client 1. */
  private static String shown(Step step) {
    assertEquals(CLIENT, step.uid());
    return step.atMillis()
        + " "
        + step.action().id()
        + (step.channel().equals(Step.MAIN_CHANNEL) ? "" : " in " + step.channel())
        + (step.direction() == Direction.BOTH
            ? ""
            : " " + ScenarioJson.toJson(step).path("direction").textValue())
        + step.peer().map(peer -> " " + peer).orElse("");
  }

  private static Scenario whole(Step... steps) {
    return ImmutableScenario.builder()
        .name("whole")
        .addParticipants(
            new Participant(UserId.of(4), Platform.WEB),
            new Participant(UserId.of(3), Platform.IOS),
            new Participant(UserId.of(2), Platform.ANDROID),
            new Participant(CLIENT, Platform.WEB))
        .addAllSteps(ImmutableList.copyOf(steps))
        .untilMillis(UNTIL_MILLIS)
        .build();
  }

  private static Scenario live(String name) {
    return ImmutableScenario.builder()
        .name(name)
        .mode(Mode.LIVE)
        .addParticipants(
            new Participant(CLIENT, Platform.WEB), new Participant(UserId.of(2), Platform.LINUX))
        .untilMillis(UNTIL_MILLIS)
        .build();
  }

  private static Step own(long atMillis, Action action) {
    return Step.of(atMillis, action, CLIENT);
  }

  private static Step step(long atMillis, Action action, long uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }
}
