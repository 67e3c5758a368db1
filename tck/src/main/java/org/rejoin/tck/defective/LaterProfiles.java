package org.rejoin.tck.defective;

import static org.rejoin.api.Event.Kind.LOST;

import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Action;

/** What is wrong under a later profile alone: mostly what was right under the default one. */
final class LaterProfiles {
  private LaterProfiles() {}

  static ImmutableList<Defect> all() {
    ImmutableList.Builder<Defect> all = ImmutableList.builder();
    for (Profile profile : Profiles.ALL) {
      if (!profile.equals(Profiles.AGORA_2019_05)) {
        all.addAll(of(profile));
      }
    }
    return all.build();
  }

  private static ImmutableList<Defect> of(Profile profile) {
    String under = profile.id() + "-";
    return new Theme("later profiles", profile)
        .add(
            under + "lost-as-before",
            "under " + profile.id() + " lost still comes 10 s after the last data",
            Spoilt.profile(
                later ->
                    later
                        .withLostAfterMillis(10_000)
                        .withLostOrigin(Profiles.AGORA_2019_05.lostOrigin())))
        .add(
            under + "lost-made-up-for",
            "under " + profile.id() + " who is back after 10 s is told lost first",
            Quirks.before(
                Action.RESTORE,
                (who, world) -> {
                  if (who.stage == Person.Stage.INTERRUPTED
                      && world.nowMillis > who.lastDataMillis + 10_000) {
                    world.tell(LOST, who, who.uid);
                  }
                }))
        .add(
            under + "apple-lost-a-second-late",
            "under " + profile.id() + " iOS and macOS are told lost a second late",
            Quirks.shift(said -> said.on(Family.APPLE) && said.is(LOST), 1_000))
        .add(
            under + "never-gives-up",
            "under " + profile.id() + " a client still never gives up",
            Spoilt.profile(later -> later.withGiveUpAfterMillis(OptionalLong.empty())))
        .add(
            under + "windows-rejoins-under-the-old-name",
            "under " + profile.id() + " Windows still says didRejoinChannel",
            Spoilt.name(
                (platform, name) ->
                    platform == Platform.WINDOWS && name.equals("onRejoinChannelSuccess")
                        ? "didRejoinChannel"
                        : name))
        .all();
  }
}
