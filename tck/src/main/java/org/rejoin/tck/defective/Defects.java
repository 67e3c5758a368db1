package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;

/** Every defect that the kit claims to find. */
public final class Defects {
  private static final ImmutableList<Defect> SEEN_IN_ONE =
      ImmutableList.<Defect>builder()
          .addAll(Clocks.all())
          .addAll(OwnOutages.all())
          .addAll(OwnTimers.all())
          .addAll(Others.all())
          .addAll(Kills.all())
          .addAll(Deaths.all())
          .addAll(Restarts.all())
          .addAll(Leaves.all())
          .addAll(Recoveries.all())
          .addAll(RecoveryWindows.all())
          .addAll(Sessions.all())
          .addAll(Newcomers.all())
          .addAll(Instants.all())
          .addAll(OneWay.all())
          .addAll(Channels.all())
          .addAll(OtherChannels.all())
          .addAll(Servers.all())
          .addAll(LongSessions.all())
          .addAll(Reported.all())
          .addAll(Names.all())
          .addAll(Payloads.all())
          .addAll(Crowds.all())
          .addAll(Pairs.all())
          .addAll(LaterProfiles.all())
          .addAll(Memories.seenInOne())
          .build();

  private static final ImmutableList<Defect> SEEN_IN_TWO = Memories.seenInTwo();

  private Defects() {}

  /** All of them. */
  public static ImmutableList<Defect> all() {
    return ImmutableList.<Defect>builder().addAll(SEEN_IN_ONE).addAll(SEEN_IN_TWO).build();
  }

  /** Those that show in a single scenario: the conformance run's own checks find them. */
  public static ImmutableList<Defect> seenInOne() {
    return SEEN_IN_ONE;
  }

  /**
   * Those that do something permitted in every scenario, and not the same in scenarios that are the
   * same but for what must make no difference: only properties that compare scenarios find them.
   */
  public static ImmutableList<Defect> seenInTwo() {
    return SEEN_IN_TWO;
  }
}
