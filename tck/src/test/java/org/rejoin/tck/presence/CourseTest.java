package org.rejoin.tck.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;

/** What the steps of users 1 (Android) and 2 (iOS) say, change by change and stretch by stretch. */
class CourseTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final Profile GIVES_UP =
      ImmutableProfile.copyOf(PROFILE).withGiveUpAfterMillis(20_000);
  private static final long UNTIL_MILLIS = 60_000;
  private static final ImmutableList<ConnectAttempt> NONE = ImmutableList.of();

  @Test
  void eachStepChangesALinkOrNothing() {
    assertChanges(
        """
        0 1 restore: out, as it was
        0 1 leave: out, as it was
        0 1 drop: out, as it was
        1000 1 join: out -> connected in main, session 1, move
        2000 1 drop: connected -> uplink-cut in main, session 1, move
        3000 1 drop: uplink-cut, as it was
        4000 1 restore: uplink-cut -> connected in main, session 1, move
        5000 1 drop: connected -> downlink-cut in main, session 1, move
        6000 1 join: downlink-cut -> connected in main, session 2, move
        7000 1 kill: connected -> killed, session 2, move
        7000 1 kill: killed, as it was
        8000 1 restart: killed -> connected in main, session 3, move
        9000 1 leave: connected -> out, session 3, move
        9000 2 kill: out -> killed, session 0, move
        """,
        course(
            PROFILE,
            step(0, Action.RESTORE, 1),
            step(0, Action.LEAVE, 1),
            step(0, Action.DROP, 1),
            step(1_000, Action.JOIN, 1),
            step(2_000, Action.DROP, 1).withDirection(Direction.UPLINK),
            step(3_000, Action.DROP, 1),
            step(4_000, Action.RESTORE, 1),
            step(5_000, Action.DROP, 1).withDirection(Direction.DOWNLINK),
            step(6_000, Action.JOIN, 1),
            step(7_000, Action.KILL, 1),
            step(7_000, Action.KILL, 1),
            step(8_000, Action.RESTART, 1),
            step(9_000, Action.LEAVE, 1),
            step(9_000, Action.KILL, 2)));
  }

  @Test
  void aJoinOfWhoIsConnectedBeginsAnotherSession() {
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, move
        5000 1 join: connected in main -> connected in main, session 2, move
        """,
        course(PROFILE, step(0, Action.JOIN, 1), step(5_000, Action.JOIN, 1)));
  }

  /** After 4 s the user has left its server; until then a restore at that one is a return. */
  @Test
  void whoHasLeftItsServerWaitsForTheFirstAttemptAtTheOneThatAccepts() {
    Scenario atFourSeconds =
        scenario(
            ImmutableList.of("a", "b"),
            step(0, Action.JOIN, 1),
            step(1_000, Action.DROP, 1),
            step(5_000, Action.RESTORE, 1).withServer("a"));
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, server a, move
        1000 1 drop: connected -> cut in main, session 1, server a, move
        5000 1 restore: cut -> connected in main, session 1, server a, move
        """,
        Course.of(atFourSeconds, PROFILE, NONE));
    Scenario later =
        scenario(
            ImmutableList.of("a", "b"),
            step(0, Action.JOIN, 1),
            step(1_000, Action.DROP, 1),
            step(5_001, Action.RESTORE, 1).withServer("a"),
            step(5_002, Action.RESTORE, 1).withServer("b"));
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, server a, move
        1000 1 drop: connected -> cut in main, session 1, server a, move
        5001 1 restore: cut -> cut in main, session 1, server a, waits for a
        5002 1 restore: cut -> cut in main, session 1, server a, waits for b
        7000 1: cut -> connected in main, session 1, server b, move
        """,
        Course.of(
            later,
            PROFILE,
            ImmutableList.of(
                new ConnectAttempt(5_000, UserId.of(1), "b"),
                new ConnectAttempt(6_000, UserId.of(1), "a"),
                new ConnectAttempt(7_000, UserId.of(1), "b"))));
  }

  /** Steps of an instant come before its attempts (D-03). */
  @Test
  void anAttemptOfTheInstantOfARestoreIsAccepted() {
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, server a, move
        1000 1 drop: connected -> cut in main, session 1, server a, move
        6000 1 restore: cut -> cut in main, session 1, server a, waits for b
        6000 1: cut -> connected in main, session 1, server b, move
        """,
        Course.of(
            scenario(
                ImmutableList.of("a", "b"),
                step(0, Action.JOIN, 1),
                step(1_000, Action.DROP, 1),
                step(6_000, Action.RESTORE, 1).withServer("b")),
            PROFILE,
            ImmutableList.of(new ConnectAttempt(6_000, UserId.of(1), "b"))));
  }

  @Test
  void whoIsDeafGivesUpAfterAllStepsOfTheInstant() {
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, move
        0 2 join: out -> connected in main, session 1, move
        1000 2 drop: connected -> cut in main, session 1, move
        1000 1 drop: connected -> cut in main, session 1, move
        21000 1: cut -> out, session 1, move
        21000 2: cut -> out, session 1, move
        21001 1 restore: out, as it was
        30000 1 join: out -> connected in main, session 2, move
        31000 1 drop: connected -> uplink-cut in main, session 2, move
        """,
        course(
            GIVES_UP,
            step(0, Action.JOIN, 1),
            step(0, Action.JOIN, 2),
            step(1_000, Action.DROP, 2),
            step(1_000, Action.DROP, 1),
            step(21_001, Action.RESTORE, 1),
            step(30_000, Action.JOIN, 1),
            step(31_000, Action.DROP, 1).withDirection(Direction.UPLINK)));
    assertChanges(
        """
        0 1 join: out -> connected in main, session 1, move
        1000 1 drop: connected -> downlink-cut in main, session 1, move
        21000 1 restore: downlink-cut -> connected in main, session 1, move
        40000 1 drop: connected -> cut in main, session 1, move
        60000 1: cut -> out, session 1, move
        """,
        course(
            GIVES_UP,
            step(0, Action.JOIN, 1),
            step(1_000, Action.DROP, 1).withDirection(Direction.DOWNLINK),
            step(21_000, Action.RESTORE, 1),
            step(40_000, Action.DROP, 1)));
  }

  /**
   * An attempt of the instant of giving up still counts; without attempts known nobody gives up.
   */
  @Test
  void whoWaitsForAServerGivesUpOnlyWhereAttemptsAreKnown() {
    Scenario waits =
        scenario(
            ImmutableList.of("a", "b"),
            step(0, Action.JOIN, 1),
            step(1_000, Action.DROP, 1),
            step(6_000, Action.RESTORE, 1).withServer("b"));
    String until =
        """
        0 1 join: out -> connected in main, session 1, server a, move
        1000 1 drop: connected -> cut in main, session 1, server a, move
        6000 1 restore: cut -> cut in main, session 1, server a, waits for b
        """;
    assertChanges(until, Course.of(waits, GIVES_UP));
    assertChanges(
        until + "21000 1: cut -> out, session 1, server a, move\n",
        Course.of(waits, GIVES_UP, NONE));
    assertChanges(
        until + "21000 1: cut -> connected in main, session 1, server b, move\n",
        Course.of(
            waits, GIVES_UP, ImmutableList.of(new ConnectAttempt(21_000, UserId.of(1), "b"))));
  }

  @Test
  void stretchesLeaveNoGapsAndNoInstants() {
    Course course =
        course(
            PROFILE,
            step(0, Action.JOIN, 1),
            step(5_000, Action.DROP, 1),
            step(5_000, Action.RESTORE, 1),
            step(7_000, Action.DROP, 1),
            step(60_000, Action.LEAVE, 1));
    assertEquals(
        ImmutableList.of("0 to 5000 connected", "5000 to 7000 connected", "7000 to 60000 cut"),
        stretches(course, 1));
    assertEquals(ImmutableList.of("0 to 60000 out, last"), stretches(course, 2));
  }

  @Test
  void stretchesOverlapWhereTheyShareMoreThanAnEnd() {
    UserState nobody = UserState.atFirst("");
    Course.Stretch first = new Course.Stretch(10, 20, false, nobody);
    assertEquals(
        ImmutableList.of(false, true, true, true, false),
        LongStream.of(0, 1, 15, 19, 20)
            .mapToObj(from -> first.overlaps(new Course.Stretch(from, from + 10, false, nobody)))
            .toList());
  }

  @Test
  void whoIsHeardBySomebodyIsInTheSameChannelAndNeitherIsCut() {
    UserState main = UserState.atFirst("").begun("main", "", 0);
    UserState other = UserState.atFirst("").begun("other", "", 0);
    UserState mute = main.linked(Link.UPLINK_CUT, 1);
    UserState deaf = main.linked(Link.DOWNLINK_CUT, 1);
    ImmutableMap<String, UserState> users =
        ImmutableMap.of("main", main, "other", other, "mute", mute, "deaf", deaf);
    assertEquals("main mute", heardBy(main, users), "main");
    assertEquals("other", heardBy(other, users), "other");
    assertEquals("", heardBy(mute, users), "mute");
    assertEquals("main mute", heardBy(deaf, users), "deaf");
    assertEquals(
        "[Optional.empty, Optional[main]]", List.of(mute.audibleIn(), mute.hearsIn()) + "");
    assertEquals(
        "[Optional[main], Optional.empty]", List.of(deaf.audibleIn(), deaf.hearsIn()) + "");
  }

  /** The names of those who hear a user. */
  private static String heardBy(UserState user, ImmutableMap<String, UserState> others) {
    return others.entrySet().stream()
        .filter(other -> other.getValue().hears(user))
        .map(other -> other.getKey())
        .collect(Collectors.joining(" "));
  }

  @Test
  void anotherIsHeldSilentUntilTheWindowHasEndedBeforeAnInstant() {
    PeerState heard = PeerState.UNKNOWN.after(true, false, 5);
    PeerState silent = heard.after(false, false, 100);
    assertEquals(
        ImmutableList.of(Held.UNKNOWN, Held.HEARD, Held.SILENT, Held.GONE, Held.SILENT, Held.HEARD),
        ImmutableList.of(
            PeerState.UNKNOWN.after(false, true, 5).held(),
            heard.held(),
            silent.held(),
            heard.after(false, true, 100).held(),
            silent.after(false, true, 200).held(),
            silent.after(true, false, 200).held()));
    assertEquals(100, silent.sinceMillis());
    assertEquals(
        ImmutableList.of(true, false, false),
        ImmutableList.of(heard.isHeard(), silent.isHeard(), PeerState.UNKNOWN.isHeard()));
    assertEquals(
        ImmutableList.of(Held.SILENT, Held.GONE, Held.SILENT, Held.HEARD),
        ImmutableList.of(
            silent.before(120, true, 20).held(),
            silent.before(121, true, 20).held(),
            silent.before(121, false, 20).held(),
            heard.before(121, true, 20).held()));
  }

  @Test
  void linksHaveTheWordsOfIds() {
    assertEquals(
        "out killed connected uplink-cut downlink-cut cut",
        List.of(Link.values()).stream().map(Link::id).collect(Collectors.joining(" ")));
  }

  private static void assertChanges(String expected, Course course) {
    assertEquals(
        expected,
        course.changes().stream().map(change -> told(change) + "\n").collect(Collectors.joining()));
  }

  private static String told(Course.Change change) {
    String what = change.step().map(step -> " " + step.action().id()).orElse("");
    String start =
        change.atMillis() + " " + change.uid() + what + ": " + change.before().link().id();
    if (!change.isEffective()) {
      return start + ", as it was";
    }
    UserState after = change.after();
    boolean anew = change.before().link() == Link.CONNECTED && after.link() == Link.CONNECTED;
    return start
        + (anew ? in(change.before()) : "")
        + " -> "
        + after.link().id()
        + in(after)
        + ", session "
        + after.session()
        + (after.server().isEmpty() ? "" : ", server " + after.server())
        + after.accepting().map(server -> ", waits for " + server).orElse("")
        + (change.isMove() ? ", move" : "");
  }

  private static String in(UserState user) {
    return user.channel().map(channel -> " in " + channel).orElse("");
  }

  private static ImmutableList<String> stretches(Course course, long uid) {
    return course.stretches().get(UserId.of(uid)).stream()
        .map(
            stretch ->
                stretch.fromMillis()
                    + " to "
                    + stretch.toMillis()
                    + " "
                    + stretch.state().link().id()
                    + (stretch.isLast() ? ", last" : ""))
        .collect(ImmutableList.toImmutableList());
  }

  private static Course course(Profile profile, Step... steps) {
    return Course.of(scenario(ImmutableList.of(), steps), profile);
  }

  private static Scenario scenario(ImmutableList<String> servers, Step... steps) {
    return ImmutableScenario.builder()
        .addParticipants(new Participant(UserId.of(1), Platform.ANDROID))
        .addParticipants(new Participant(UserId.of(2), Platform.IOS))
        .addAllServers(servers)
        .addSteps(steps)
        .untilMillis(UNTIL_MILLIS)
        .build();
  }

  private static Step step(long atMillis, Action action, long uid) {
    return Step.of(atMillis, action, UserId.of(uid));
  }
}
