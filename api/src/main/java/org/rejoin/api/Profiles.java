package org.rejoin.api;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The profiles that the project ships: the default one, and two later readings of its vendor. */
public final class Profiles {

  private static final CallbackKey AWL_REJOINED = new CallbackKey(Family.AWL, Event.Kind.REJOINED);

  /** The published text of May 2019, word for word: the default. */
  public static final Profile AGORA_2019_05 =
      ImmutableProfile.builder()
          .id("agora-2019-05")
          .interruptedAfterMillis(4_000)
          .lostAfterMillis(10_000)
          .lostOrigin(LostOrigin.LAST_DATA)
          .goneAfterMillis(20_000)
          .webGoneAfterMillis(10_000)
          .channelDestroyedAfterMillis(10_000)
          .putAliases(AWL_REJOINED, "onRejoinChannelSuccess")
          .build();

  /** The vendor's timeline of 2020: lost after 15 s, giving up after 20 min, the shipped name. */
  public static final Profile AGORA_2020_TIMELINE =
      ImmutableProfile.builder()
          .id("agora-2020-timeline")
          .interruptedAfterMillis(4_000)
          .lostAfterMillis(15_000)
          .lostOrigin(LostOrigin.LAST_DATA)
          .goneAfterMillis(20_000)
          .webGoneAfterMillis(10_000)
          .channelDestroyedAfterMillis(10_000)
          .giveUpAfterMillis(20 * 60_000)
          .putNames(AWL_REJOINED, "onRejoinChannelSuccess")
          .build();

  /** The vendor's current page: lost 10 s after interrupted, giving up after 20 min. */
  public static final Profile AGORA_CURRENT =
      ImmutableProfile.builder()
          .id("agora-current")
          .interruptedAfterMillis(4_000)
          .lostAfterMillis(10_000)
          .lostOrigin(LostOrigin.INTERRUPTED)
          .goneAfterMillis(20_000)
          .webGoneAfterMillis(10_000)
          .channelDestroyedAfterMillis(10_000)
          .giveUpAfterMillis(20 * 60_000)
          .putNames(AWL_REJOINED, "onRejoinChannelSuccess")
          .build();

  /** All of them, the default first. */
  public static final ImmutableList<Profile> ALL =
      ImmutableList.of(AGORA_2019_05, AGORA_2020_TIMELINE, AGORA_CURRENT);

  private Profiles() {}

  /** The profile with this id, or empty if the project ships none. */
  public static Optional<Profile> ofId(String id) {
    return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }
}
