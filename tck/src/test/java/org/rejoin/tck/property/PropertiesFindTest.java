package org.rejoin.tck.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Scenario;

/**
 * Every property finds a port that has it not, and says so at sight. What compares traces finds
 * ports that the oracle has nothing against on the same scenarios; what looks at one trace can't,
 * since the oracle looks at the same one.
 */
class PropertiesFindTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

  /** Enough to show each of these defects. */
  private static final int SOME = 40;

  @Test
  void grammarFindsAPortThatSaysSomethingTwice() {
    assertEquals(
        "android user 2 was told `onConnectionInterrupted()` at 17.144 s, and "
            + "before that, in the same session, `onConnectionInterrupted()` at "
            + "17.144 s; it goes (interrupted lost? rejoined)*",
        found("property/grammar", () -> Defects.twice("onConnectionInterrupted")));
    assertEquals(
        "web user 1 was told `stream-removed(2)` at 18.001 s, and before that, in the same session,"
            + " `stream-removed(2)` at 18.001 s; it goes back? (gone back)*",
        found("property/grammar", () -> Defects.twice("stream-removed")));
    assertEquals(
        "linux user 4 was told `onConnectionInterrupted()` at 67.057 s, and before that, in the same"
            + " session, `onConnectionLost()` at 37.999 s; it goes (interrupted lost? rejoined)*",
        found("property/grammar", () -> Defects.silentOn("didRejoinChannel")));
  }

  @Test
  void silenceFindsAPortThatGoesOnCountingForTheDead() {
    assertEquals(
        "windows user 1 was killed at 5.143 s, and was told "
            + "`onConnectionInterrupted()` at 6.079 s; it is told nothing until it "
            + "joins",
        found("property/silence", Defects::countingForTheDead));
  }

  @Test
  void convergenceFindsAPortWhoseRosterIsStale() {
    assertEquals(
        "at the end, at 53.000 s, ios user 3 is there, but windows user 1, "
            + "which is connected, was last told `onUserOffline(3, dropped)` of it, "
            + "at 28.001 s",
        found("property/convergence", () -> Defects.silentOn("onUserJoined")));
    assertEquals(
        "at the end, at 31.001 s, macos user 1 can't be heard since 10.001 s, but android user 2,"
            + " which is connected, was told nothing of it",
        found("property/convergence", () -> Defects.silentOn("onUserOffline")));
  }

  @Test
  void repeatFindsAPortThatRemembersTheScriptBefore() {
    assertEquals(
        "run twice in a row, web user 1 should be told `stream-removed(2)` "
            + "at 18.001 s, as the first time; it was told nothing",
        foundUnseen("property/repeat", Defects::holdingOn));
  }

  @Test
  void repeatFindsAPortThatMindsTheOrder() {
    assertEquals(
        "run again alone, in the opposite order, web user 1 should be told "
            + "`stream-removed(2)` at 18.001 s, as the first time; it was told "
            + "nothing",
        foundUnseen("property/repeat", Defects::countingScripts));
  }

  @Test
  void shiftFindsAPortWhoseClockIsLateAfterAnHour() {
    assertEquals(
        "shifted by 4294967.296 s, web user 1 should be told `stream-added(2)` at "
            + "4294967.296 s, as at 0.000 s unshifted; it was told so at 4294968.296 s",
        foundUnseen("property/shift", Defects::lateAfterAnHour));
  }

  @Test
  void renameFindsAPortThatIsBlindToOneUid() {
    assertEquals(
        "with uid 4294967295 for 1, uid 100 for 2, uid 7 for 3, macos user 4294967295 should be"
            + " told `didJoinedOfUid(7)` at 0.000 s, as user 1 is told `didJoinedOfUid(3)` with the"
            + " first uids; it was not",
        foundUnseen("property/rename", Defects::blindToSeven));
  }

  @Test
  void bystanderFindsAPortThatHasRoomForFour() {
    assertEquals(
        "with windows user 5 there as well, ios user 2 should be told "
            + "`didJoinedOfUid(1)` at 0.000 s, as without that user; it was not",
        foundUnseen("property/bystander", Defects::roomForFour));
  }

  @Test
  void cutFindsAPortThatReadsTheFuture() {
    assertEquals(
        "ended right before 28.000 s, web user 1 should be told "
            + "`stream-removed(2)` at 18.001 s, as in the whole scenario; it was told "
            + "nothing",
        foundUnseen("property/cut", Defects::endingEarly));
    assertEquals(
        "without its steps from 28.000 s on, web user 1 was told "
            + "`stream-removed(2)` at 18.000 s; not so in the whole scenario",
        foundUnseen("property/cut", Defects::impatient));
  }

  @Test
  void idleFindsAPortThatDoesAHundredSteps() {
    assertEquals(
        "with steps between that do nothing, android user 1 should be told "
            + "`onUserJoined(2)` at 81.284 s, as without them; it was told nothing",
        foundUnseen("property/idle", Defects::hundredSteps));
  }

  /** Finds what no example on the same scenarios does, and with no other property. */
  /** What is wrong in every context alike is no matter of contexts, nor what differs each time. */
  @Test
  void contextFindsAPortThatMindsTheModeOrTheCircumstancesOfAKill() {
    assertEquals(
        "in live mode, web user 1 should be told `stream-removed(2)` at 18.001 s, as in"
            + " communication mode; it was told nothing",
        found(
            "property/context",
            () -> Defects.silentOn("stream-removed", one -> one.mode() == Mode.LIVE)));
    assertEquals(
        "with every process killed in the background, VoIP on, linux user 2 should be told"
            + " `onUserOffline(1, dropped)` at 74.002 s, as in the first circumstances; it was told"
            + " nothing",
        found(
            "property/context", () -> Defects.silentOn("onUserOffline", this::killsInBackground)));
    assertEquals("not found", found("property/context", () -> Defects.silentOn("stream-removed")));
    assertEquals("not found", found("property/context", Defects::countingScripts));
  }

  private boolean killsInBackground(Scenario scenario) {
    return scenario.steps().stream()
        .flatMap(step -> step.context().stream())
        .anyMatch(context -> !context.foreground());
  }

  private static String foundUnseen(String id, Supplier<Altered> port) {
    assertEquals(ImmutableList.of(), Held.refused(sample(), port.get(), PROFILE));
    ImmutableMap<String, String> broken = Held.broken(findings(port));
    assertEquals(ImmutableSet.of(id), broken.keySet());
    return broken.getOrDefault(id, "not found");
  }

  private static ImmutableMap<String, Finding> findings(Supplier<Altered> port) {
    return Held.on(sample(), port.get(), PROFILE);
  }

  private static ImmutableList<Scenario> sample() {
    Setting setting = Setting.of(new ReferencePort().hello(), PROFILE, ImmutableSet.of());
    return Sample.of(1, setting).subList(0, SOME);
  }

  private static String found(String id, Supplier<Altered> port) {
    return Held.broken(findings(port)).getOrDefault(id, "not found");
  }
}
