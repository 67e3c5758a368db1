package org.rejoin.tck.timeline;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;

/** What a silence makes due, and by which of the profile's constants. */
final class Constants {
  private final Profile profile;
  private final Mode mode;

  Constants(Profile profile, Mode mode) {
    this.profile = profile;
    this.mode = mode;
  }

  /** What is due on a user that hears nothing from now on; Web says nothing of its own outage. */
  ImmutableList<Due> outage(Track track, long nowMillis) {
    ImmutableList.Builder<Due> due = ImmutableList.builder();
    if (track.platform().family() != Family.WEB) {
      long interrupted = profile.interruptedAfterMillis();
      due.add(own(track, Due.Kind.OWN, nowMillis, interrupted, TimeText.brief(interrupted)));
      due.add(own(track, Due.Kind.OWN, nowMillis, profile.lostSinceLastDataMillis(), lost()));
    }
    profile
        .giveUpAfterMillis()
        .ifPresent(
            after ->
                due.add(own(track, Due.Kind.GIVE_UP, nowMillis, after, TimeText.brief(after))));
    return due.build();
  }

  /** What is due on an observer that hears nothing of a user from now on. */
  Due window(Track observer, UserId user, long nowMillis) {
    long window = profile.windowMillis(observer.platform().family(), mode);
    long atMillis = LongMath.saturatedAdd(nowMillis, window);
    return new Due(atMillis, Due.Kind.WINDOW, TimeText.brief(window), user);
  }

  /** Whether a user that is cut off was so for long enough to be told. */
  boolean isInterrupted(Track track, long nowMillis) {
    return nowMillis - track.sinceMillis() > profile.interruptedAfterMillis();
  }

  private String lost() {
    String constant = TimeText.brief(profile.lostAfterMillis());
    return switch (profile.lostOrigin()) {
      case LAST_DATA -> constant;
      case INTERRUPTED -> TimeText.brief(profile.interruptedAfterMillis()) + " + " + constant;
    };
  }

  private static Due own(Track track, Due.Kind kind, long now, long after, String label) {
    return new Due(LongMath.saturatedAdd(now, after), kind, label, track.uid());
  }
}
