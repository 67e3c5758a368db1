package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/** All constants are there, from one millisecond before to one after. */
class BoundariesTest {
  private final ImmutableList<Check> checks = Boundaries.checks(Profiles.AGORA_2019_05);

  @Test
  void everyConstantIsTriedOnEveryPlatformThatItConcerns() {
    // 3 silences: 6 actors interrupted, 6 lost, 6 channels, 36 pairs dropped and 36 killed.
    assertEquals(3 * (6 + 6 + 6 + 36 + 36), checks.size());
    ImmutableSet<String> ids =
        checks.stream().map(Check::id).collect(ImmutableSet.toImmutableSet());
    assertEquals(checks.size(), ids.size());
    for (String id :
        new String[] {
          "boundary/interrupted/ios/3999",
          "boundary/lost/android/10001",
          "boundary/gone/web-macos/kill/20000",
          "boundary/gone/ios-web/drop/9999",
          "boundary/channel/web/10000"
        }) {
      assertTrue(ids.contains(id), id);
    }
  }

  @Test
  void aLiveWindowOfItsOwnIsTriedInLiveModeByThoseThatHaveIt() {
    ImmutableList<Check> live = Boundaries.checks(live());
    ImmutableList<Check> added =
        live.stream()
            .filter(check -> check.id().startsWith("boundary/live-gone/"))
            .collect(ImmutableList.toImmutableList());
    // Web has one window in both modes: 6 actors, 5 observers, dropped and killed.
    assertEquals(3 * 6 * 5 * 2, added.size());
    assertEquals(checks.size() + added.size(), live.size());
    assertEquals(
        List.of(29_999L, 30_000L, 30_001L),
        added.stream().map(BoundariesTest::silence).distinct().sorted().toList());
    added.forEach(check -> assertEquals(Mode.LIVE, check.scenario().mode(), check.id()));
  }

  @Test
  void givingUpIsTriedWhereThereIsSuchAThing() {
    ImmutableList<Check> all = Boundaries.checks(Profiles.AGORA_CURRENT);
    assertEquals(3 * (6 + 6 + 6 + 6 + 36 + 36), all.size());
  }

  private static Profile live() {
    return ImmutableProfile.copyOf(Profiles.AGORA_2019_05).withLiveGoneAfterMillis(30_000);
  }

  private static long silence(Check check) {
    return Long.parseLong(check.id().substring(check.id().lastIndexOf('/') + 1));
  }
}
