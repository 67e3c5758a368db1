package org.rejoin.tck.oracle;

import static org.rejoin.api.Platform.ANDROID;
import static org.rejoin.api.Platform.WEB;
import static org.rejoin.tck.scenario.Action.JOIN;
import static org.rejoin.tck.scenario.Action.LEAVE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A goodbye is told at once, under the name and with the reason of each platform (DRV-06). */
class GoodbyeTest {
  private static final String ANDROID_IS_DUE =
      "android user 2 got the goodbye of user 1 at 5.000 s, so `onUserOffline(1, quit)` is due at"
          + " 5.000 s; not seen";

  @Test
  void theReasonBelongsToItWhereThePlatformHasOne() {
    Trial.joined(WEB, ANDROID, WEB)
        .step(5_000, LEAVE, 1)
        .assertRefused(
            ANDROID_IS_DUE,
            "web user 3 got the goodbye of user 1 at 5.000 s, so `peer-leave(1)` is due at 5.000 s;"
                + " not seen");
  }

  @Test
  void whatIsMissingOfOneInstantIsInTheOrderOfTheUsers() {
    Trial.joined(WEB, WEB, WEB, WEB, WEB, WEB)
        .step(5_000, LEAVE, 1)
        .assertRefused(
            IntStream.rangeClosed(2, 6)
                .mapToObj(
                    user ->
                        "web user "
                            + user
                            + " got the goodbye of user 1 at 5.000 s, so `peer-leave(1)` is due at"
                            + " 5.000 s; not seen")
                .toArray(String[]::new));
  }

  @Test
  void backBeforeGoneIsTheSecondDifferenceOfThatInstant() {
    Trial.joined(WEB, ANDROID)
        .step(5_000, LEAVE, 1)
        .step(5_000, JOIN, 1)
        .told(5_000, 2, "onUserJoined", 1)
        .assertRefused(
            ANDROID_IS_DUE,
            "android user 2 was told that user 1 is gone, and hears it again at 5.000 s, so"
                + " `onUserJoined(1)` is due at 5.000 s; seen at 5.000 s, but before another"
                + " callback about the same user that came first");
  }
}
