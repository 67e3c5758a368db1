package org.rejoin.example.udp;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.Reason;
import org.rejoin.api.UserId;

/**
 * The lines between the port and a client's process: orders on its input, replies on its output.
 */
final class Control {
  /** Reply: the process is warm, and takes orders. */
  static final String READY = "ready";

  /** Order: the app leaves the channel. */
  static final String LEAVE = "leave";

  /** Order: the scenario is over; the session ends without a word. */
  static final String END = "end";

  /** Reply to {@link #END}: no callback follows. */
  static final String ENDED = "ended";

  private static final String JOIN = "join";
  private static final String CALLBACK = "callback";
  private static final String NONE = "-";
  private static final Splitter WORDS = Splitter.on(' ');

  private Control() {}

  /**
   * Order: the app joins a channel, as a fresh session.
   *
   * @param session the number that the relay knows the session by
   * @param user who joins
   * @param platform what its SDK runs on
   * @param mode what the channel is used for
   * @param profile the constants and names in force, by its id
   * @param relayPort where the relay listens, on loopback
   */
  record Join(
      long session, UserId user, Platform platform, Mode mode, String profile, int relayPort) {

    String line() {
      return String.join(
          " ",
          JOIN,
          Long.toString(session),
          user.toString(),
          platform.id(),
          mode.name(),
          profile,
          Integer.toString(relayPort));
    }

    /** The order in a line; empty if it is another one. */
    static Optional<Join> read(String line) {
      List<String> words = WORDS.splitToList(line);
      if (!words.get(0).equals(JOIN)) {
        return Optional.empty();
      }
      return Optional.of(
          new Join(
              Long.parseLong(words.get(1)),
              UserId.of(Long.parseLong(words.get(2))),
              Platform.ofId(words.get(3)).orElseThrow(),
              Mode.valueOf(words.get(4)),
              words.get(5),
              Integer.parseInt(words.get(6))));
    }

    /** The profile of that id. */
    Profile inForce() {
      return Profiles.ofId(profile).orElseThrow();
    }
  }

  /** Reply: the app was called back. */
  static String line(Callback callback) {
    return String.join(
        " ",
        CALLBACK,
        callback.name(),
        callback.peer().map(UserId::toString).orElse(NONE),
        callback.reason().map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse(NONE));
  }

  /** The callback in a reply; empty if it is another one. */
  static Optional<Callback> readCallback(String line) {
    List<String> words = WORDS.splitToList(line);
    if (!words.get(0).equals(CALLBACK)) {
      return Optional.empty();
    }
    return Optional.of(
        new Callback(
            words.get(1),
            given(words.get(2)).map(uid -> UserId.of(Long.parseLong(uid))),
            given(words.get(3)).map(reason -> Reason.valueOf(reason.toUpperCase(Locale.ROOT)))));
  }

  private static Optional<String> given(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(word);
  }
}
