package org.rejoin.tck.spec;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** One rule of the text: its level, one sentence, and the lines that it comes from. */
public enum Rule {
  NET_01(
      Level.REQUIRED,
      "On Android, Windows and Linux, a user that has heard nothing from the server for 4 s is told `onConnectionInterrupted`.",
      SeedLine.SILENT_4S,
      SeedLine.AWL_INTERRUPTED),
  NET_02(
      Level.REQUIRED,
      "On iOS and macOS, a user that has heard nothing from the server for 4 s is told `rtcEngineConnectionDidInterrupted`.",
      SeedLine.SILENT_4S,
      SeedLine.APPLE_INTERRUPTED),
  NET_03(
      Level.REQUIRED,
      "On Web, a user that has heard nothing from the server for 4 s is told nothing.",
      SeedLine.SILENT_4S,
      SeedLine.WEB_NO_CALLBACK),
  NET_04(
      Level.REQUIRED,
      "After the loss a client tries servers other than the one it lost, again and again until one accepts.",
      SeedLine.TRIES_OTHERS),
  NET_05(
      Level.REQUIRED,
      "On Android, Windows and Linux, a user that is not reconnected 10 s after the last data is told `onConnectionLost`.",
      SeedLine.WITHIN_10S,
      SeedLine.AWL_LOST),
  NET_06(
      Level.REQUIRED,
      "On iOS and macOS, a user that is not reconnected 10 s after the last data is told `rtcEngineConnectionDidLost`.",
      SeedLine.WITHIN_10S,
      SeedLine.APPLE_LOST),
  NET_07(
      Level.REQUIRED,
      "On Web, a user that is not reconnected after 10 s is told nothing.",
      SeedLine.WITHIN_10S,
      SeedLine.WEB_NO_CALLBACK),
  NET_08(
      Level.REQUIRED,
      "On Android, Windows and Linux, an observer that received no packet of a user for 20 s is told `onUserOffline`.",
      SeedLine.AWL_GONE),
  NET_09(
      Level.REQUIRED,
      "On iOS and macOS, an observer that received no packet of a user for 20 s is told `didOfflineOfUid`.",
      SeedLine.APPLE_GONE),
  NET_10(
      Level.REQUIRED,
      "On Web, an observer that received no packet of a user for 10 s is told `stream-removed`.",
      SeedLine.WEB_GONE),
  NET_11(
      Level.REQUIRED,
      "On Android, Windows and Linux, an interrupted user that is reconnected is told `didRejoinChannel` at once.",
      SeedLine.RECONNECTED,
      SeedLine.AWL_REJOINED),
  NET_12(
      Level.REQUIRED,
      "On iOS and macOS, an interrupted user that is reconnected is told `didRejoinChannel` at once.",
      SeedLine.RECONNECTED,
      SeedLine.APPLE_REJOINED),
  NET_13(
      Level.REQUIRED,
      "On Web, a user that is reconnected is told nothing.",
      SeedLine.RECONNECTED,
      SeedLine.WEB_NO_CALLBACK),
  NET_14(
      Level.REQUIRED,
      "An observer that was not told that a user is gone is not told that it is back.",
      SeedLine.TOLD_OR_NOT),
  NET_15(
      Level.REQUIRED,
      "On Android, Windows and Linux, an observer that was told that a user is gone is told `onUserJoined` as soon as it is back.",
      SeedLine.TOLD_OR_NOT,
      SeedLine.AWL_BACK),
  NET_16(
      Level.REQUIRED,
      "On iOS and macOS, an observer that was told that a user is gone is told `didJoinedOfUid` as soon as it is back.",
      SeedLine.TOLD_OR_NOT,
      SeedLine.APPLE_BACK),
  NET_17(
      Level.REQUIRED,
      "On Web, an observer that was told that a user is gone is told `stream-added` as soon as it is back.",
      SeedLine.TOLD_OR_NOT,
      SeedLine.WEB_BACK),
  KILL_00(
      Level.REQUIRED,
      "All rules hold alike in both modes, and those on killed processes with VoIP on or off, in the foreground or the background, and for a closed page.",
      SeedLine.KILL_KINDS),
  KILL_01(
      Level.REQUIRED,
      "A process killed on iOS or macOS quits its channel: an observer on Android, Windows or Linux is told `onUserOffline` at once.",
      SeedLine.APPLE_QUITS,
      SeedLine.AWL_TOLD_OF_QUIT),
  KILL_02(
      Level.REQUIRED,
      "A process killed on iOS or macOS quits its channel: an observer on iOS or macOS is told `didOfflineOfUid` at once.",
      SeedLine.APPLE_QUITS,
      SeedLine.APPLE_TOLD_OF_QUIT),
  KILL_03(
      Level.REQUIRED,
      "A process killed on iOS or macOS quits its channel: an observer on Web is told `peer-leave` at once, and not `stream-removed`.",
      SeedLine.APPLE_QUITS,
      SeedLine.WEB_TOLD_OF_QUIT),
  KILL_04(
      Level.REQUIRED,
      "A process killed on Android, Windows or Linux and not back in its channel within 20 s: an observer on Android, Windows or Linux is told `onUserOffline`.",
      SeedLine.KILLED_NOT_BACK,
      SeedLine.AWL_TOLD_OF_QUIT),
  KILL_05(
      Level.REQUIRED,
      "A process killed on Android, Windows or Linux and not back in its channel within 20 s: an observer on iOS or macOS is told `didOfflineOfUid`.",
      SeedLine.KILLED_NOT_BACK,
      SeedLine.APPLE_TOLD_OF_QUIT),
  KILL_06(
      Level.REQUIRED,
      "A process killed on Android, Windows or Linux and back in its channel within 20 s: an observer on any platform but Web is told nothing.",
      SeedLine.KILLED_BACK),
  KILL_07(
      Level.REQUIRED,
      "A process killed on Android, Windows or Linux and not back in its channel within 10 s: an observer on Web is told `stream-removed`.",
      SeedLine.KILLED_NOT_BACK_WEB),
  KILL_08(
      Level.REQUIRED,
      "A process killed on Android, Windows or Linux and back in its channel within 10 s: an observer on Web is told nothing.",
      SeedLine.KILLED_BACK_WEB),
  KILL_09(
      Level.REQUIRED,
      "A process killed on Web, or a closed page, is the same as a network drop.",
      SeedLine.WEB_KILLED),
  KILL_10(
      Level.REQUIRED,
      "When the last user of a channel was killed, the server destroys the channel after 10 s; no client is told.",
      SeedLine.LAST_USER),
  DRV_01(
      Level.DERIVED,
      "Silence of up to and including 4 s causes no callback for anybody.",
      SeedLine.SILENT_4S),
  DRV_02(
      Level.DERIVED,
      "A user that is back after more than 4 s and up to 10 s is told exactly that it was interrupted and that it rejoined.",
      SeedLine.SILENT_4S,
      SeedLine.WITHIN_10S,
      SeedLine.RECONNECTED),
  DRV_03(
      Level.DERIVED,
      "In one outage, interrupted, lost and rejoined come at most once each and in that order, and every packet starts every clock anew.",
      SeedLine.SILENT_4S,
      SeedLine.WITHIN_10S,
      SeedLine.RECONNECTED),
  DRV_04(
      Level.DERIVED,
      "For one observer and one user, gone and back strictly alternate; a second cause of absence adds nothing.",
      SeedLine.TOLD_OR_NOT),
  DRV_05(
      Level.DERIVED,
      "Whatever made an observer believe that a user is gone, the user's next presence is told as back.",
      SeedLine.TOLD_OR_NOT),
  DRV_06(
      Level.DERIVED,
      "An explicit leave on any platform is told at once, under the names of a process killed on iOS or macOS.",
      SeedLine.APPLE_QUITS),
  DRV_07(
      Level.DERIVED,
      "A goodbye that can't be sent is no goodbye: the window runs from the last packet.",
      SeedLine.APPLE_QUITS,
      SeedLine.AWL_GONE,
      SeedLine.WEB_GONE),
  DRV_08(
      Level.DERIVED,
      "A dead process is told nothing, and a restarted one that joins is not told that it rejoined.",
      SeedLine.KILLED_BACK),
  DRV_09(
      Level.DERIVED,
      "After a leave or a kill nothing that was pending for that user falls.",
      SeedLine.APPLE_QUITS),
  DRV_10(
      Level.DERIVED,
      "Observers are independent: each has its own window and was told its own story.",
      SeedLine.AWL_GONE,
      SeedLine.APPLE_GONE,
      SeedLine.WEB_GONE),
  DRV_11(
      Level.DERIVED,
      "Once all is quiet, what a connected observer was told adds up to who is there, no later than the end of its window or its own recovery.",
      SeedLine.TOLD_OR_NOT);

  /** Where a rule comes from. */
  public enum Level {
    /** The text says it. */
    REQUIRED,
    /** It follows from what the text says. */
    DERIVED
  }

  private static final ImmutableMap<String, Rule> BY_ID =
      Maps.uniqueIndex(Arrays.asList(values()), Rule::id);

  private final String id;
  private final Level level;
  private final String sentence;
  private final ImmutableList<SeedLine> lines;

  Rule(Level level, String sentence, SeedLine... lines) {
    this.id = name().replace('_', '-');
    this.level = level;
    this.sentence = sentence;
    this.lines = ImmutableList.copyOf(lines);
  }

  /** The rule's id, such as {@code NET-10}. */
  public String id() {
    return id;
  }

  /** Whether the text says it, or it follows from what the text says. */
  public Level level() {
    return level;
  }

  /** The rule in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The text's own lines; of a derived rule, those that it follows from. */
  public ImmutableList<SeedLine> lines() {
    return lines;
  }

  /** The rule with this id, in capitals or not; empty if there is none. */
  public static Optional<Rule> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(Ascii.toUpperCase(id)));
  }
}
