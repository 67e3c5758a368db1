package org.rejoin.tck.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.tck.timeline.Samples.DEFAULT;
import static org.rejoin.tck.timeline.Samples.joined;
import static org.rejoin.tck.timeline.Samples.step;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.timeline.Timeline.Lane;

/** Where users are and what runs out for them. */
class LanesTest {
  private static final Trace NOTHING = new Trace(ImmutableList.of(), ImmutableList.of());

  @Test
  void aLaneIsInItsChannelUntilTheDropAndFromTheRestore() {
    assertEquals(
        List.of("CONNECTED 0-5000 #1", "CUT 5000-17000 #1", "CONNECTED 17000-77000 #1"),
        spans(lane(Samples.droppedFor12s(), 1)));
  }

  @Test
  void stepsWithoutEffectChangeNoSpanAndSaySo() {
    Scenario scenario =
        joined("", Platform.WEB)
            .addSteps(step(1_000, Action.RESTORE, 1), step(2_000, Action.DROP, 1))
            .addSteps(step(3_000, Action.DROP, 1).withDirection(Direction.UPLINK))
            .addSteps(step(4_000, Action.LEAVE, 1), step(5_000, Action.RESTORE, 1))
            .addSteps(step(6_000, Action.KILL, 1), step(7_000, Action.KILL, 1))
            .untilMillis(8_000)
            .build();
    Lane lane = lane(scenario, 1);
    assertEquals(
        List.of(
            "CONNECTED 0-2000 #1", "CUT 2000-4000 #1", "OUT 4000-6000 #0", "KILLED 6000-8000 #0"),
        spans(lane));
    assertEquals(
        List.of(
            "join true",
            "restore false",
            "drop true",
            "drop uplink false",
            "leave true",
            "restore false",
            "kill true",
            "kill false"),
        lane.steps().stream().map(it -> it.label() + " " + it.effective()).toList());
  }

  @Test
  void aJoinWhileCutOffBeginsAFreshSessionWithAWorkingNetwork() {
    Scenario scenario =
        joined("", Platform.LINUX)
            .addSteps(step(1_000, Action.DROP, 1).withDirection(Direction.DOWNLINK))
            .addSteps(step(2_000, Action.RESTART, 1).withChannel("other"))
            .untilMillis(9_000)
            .build();
    assertEquals(
        List.of("CONNECTED 0-1000 #1", "DOWNLINK_CUT 1000-2000 #1", "CONNECTED 2000-9000 #2"),
        spans(lane(scenario, 1)));
    assertEquals("restart other", lane(scenario, 1).steps().get(2).label());
  }

  @Test
  void constantsThatRunOutBeforeTheReturnAreOnTheOwnLaneAndTheObservers() {
    Scenario scenario = Samples.droppedFor27s();
    assertEquals(List.of("9000 4 s of 1", "15000 10 s of 1"), deadlines(lane(scenario, 1)));
    assertEquals(List.of("15000 10 s of 1"), deadlines(lane(scenario, 2)));
    assertEquals(List.of("25000 20 s of 1"), deadlines(lane(scenario, 3)));
  }

  @Test
  void aReturnAtTheDeadlineIsInTime() {
    Scenario scenario =
        joined("", Platform.ANDROID, Platform.WEB)
            .addSteps(step(0, Action.DROP, 1), step(10_000, Action.RESTORE, 1))
            .untilMillis(50_000)
            .build();
    assertEquals(List.of("4000 4 s of 1"), deadlines(lane(scenario, 1)));
    assertEquals(List.of(), deadlines(lane(scenario, 2)));
  }

  @Test
  void aGoodbyeThatIsHeardMakesNothingDueAndOneThatIsNotDoes() {
    Scenario scenario =
        joined("", Platform.IOS, Platform.WEB, Platform.IOS)
            .addSteps(step(1_000, Action.DROP, 1), step(2_000, Action.KILL, 1))
            .addSteps(step(3_000, Action.KILL, 3))
            .untilMillis(60_000)
            .build();
    assertEquals(List.of("11000 10 s of 1"), deadlines(lane(scenario, 2)));
  }

  @Test
  void whoIsCutOffItselfMissesOnlyThoseThatAreReallyGone() {
    Scenario scenario =
        joined("", Platform.WEB, Platform.WEB, Platform.WEB)
            .addSteps(step(1_000, Action.DROP, 1), step(2_000, Action.DROP, 2))
            .addSteps(step(30_000, Action.RESTORE, 1))
            .untilMillis(60_000)
            .build();
    assertEquals(List.of("11000 10 s of 2"), deadlines(lane(scenario, 1)));
  }

  @Test
  void aProfileThatGivesUpEndsTheSessionThere() {
    Scenario scenario =
        joined("", Platform.ANDROID)
            .addSteps(step(1_000, Action.DROP, 1), step(1_300_000, Action.RESTORE, 1))
            .untilMillis(1_400_000)
            .build();
    Profile current = Profiles.AGORA_CURRENT;
    Lane lane = Timeline.of(scenario, NOTHING, ImmutableList.of(), current).lanes().get(0);
    assertEquals(
        List.of("CONNECTED 0-1000 #1", "CUT 1000-1201000 #1", "OUT 1201000-1400000 #0"),
        spans(lane));
    assertEquals(
        List.of("5000 4 s of 1", "15000 4 s + 10 s of 1", "1201000 1200 s of 1"), deadlines(lane));
  }

  @Test
  void withNamedServersTheOutageEndsWithTheAcceptedAttempt() {
    Timeline timeline = Samples.ofReference(Samples.cutOffFor25Minutes());
    assertEquals("CUT 5000-1506000 #1", spans(timeline.lanes().get(0)).get(1));
    assertEquals(
        List.of("1 tries s2, s3, s1, … (1498 attempts)", "channel main destroyed"),
        timeline.server().stream().map(Timeline.ServerMark::label).toList());
  }

  @Test
  void aClientViewShowsWhatTheKitTellsTheClient() {
    Scenario scenario =
        joined("", Platform.WEB)
            .addSteps(step(0, Action.PEER_HEARD, 1).withPeer(UserId.of(7)))
            .addSteps(step(5_000, Action.PEER_SILENT, 1).withPeer(UserId.of(7)))
            .addSteps(step(20_000, Action.PEER_HEARD, 1).withPeer(UserId.of(7)))
            .addSteps(step(30_000, Action.PEER_LEFT, 1).withPeer(UserId.of(7)))
            .untilMillis(60_000)
            .build();
    assertEquals(List.of("15000 10 s of 7"), deadlines(lane(scenario, 1)));
    assertEquals("peer-silent 7", lane(scenario, 1).steps().get(2).label());
  }

  private static Lane lane(Scenario scenario, int uid) {
    return Timeline.of(scenario, NOTHING, ImmutableList.of(), DEFAULT).lanes().get(uid - 1);
  }

  private static List<String> spans(Lane lane) {
    return lane.spans().stream()
        .map(it -> it.link() + " " + it.fromMillis() + "-" + it.toMillis() + " #" + it.session())
        .toList();
  }

  private static List<String> deadlines(Lane lane) {
    return lane.deadlines().stream()
        .map(it -> it.atMillis() + " " + it.label() + " of " + it.about())
        .toList();
  }
}
