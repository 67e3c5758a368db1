package org.rejoin.tck.port;

import java.time.Duration;
import java.util.Optional;

/** The sentences on how a port ended, or why nothing is heard of it. */
final class Endings {
  /** An exit code that a signal made is this and the signal's number. */
  private static final int BY_SIGNAL = 128;

  private static final int LAST_SIGNAL = 64;

  private Endings() {}

  /** How a port ended whose output has ended. Its whole log is there afterwards. */
  static String sentence(ChildProcess child, Duration patience, boolean midway)
      throws InterruptedException {
    String how =
        child
            .exitCode(patience)
            .map(code -> "the port ended with exit code " + code + meaning(code))
            .orElse("the port closed its standard output but lives on");
    return how + (midway ? ", in the middle of a line" : "");
  }

  /** What may help one whose port says nothing; empty if nothing is known. */
  static String unfinished(ChildProcess child, boolean answered) {
    long bytes = child.unfinishedBytes();
    if (bytes > 0) {
      return "; "
          + bytes
          + " bytes of a line have come, but not its end: each message ends with \\n";
    }
    return answered ? "" : " (is standard output flushed after each line?)";
  }

  /** What is to be said of a port whose input was closed; empty if it ended well. */
  static Optional<String> complaint(Optional<Integer> exitCode, Duration patience) {
    if (exitCode.isEmpty()) {
      return Optional.of(
          "the port did not end within "
              + Conversation.seconds(patience)
              + " after its standard input was closed, and was killed");
    }
    int code = exitCode.get();
    return code == 0
        ? Optional.empty()
        : Optional.of(
            "the port ended with exit code "
                + code
                + meaning(code)
                + " after its standard input was closed; 0 was expected");
  }

  private static String meaning(int code) {
    boolean bySignal = code > BY_SIGNAL && code <= BY_SIGNAL + LAST_SIGNAL;
    return switch (code) {
      case 126 -> " (can its program be executed?)";
      case 127 -> " (is its program there?)";
      default -> bySignal ? " (signal " + (code - BY_SIGNAL) + ")" : "";
    };
  }
}
