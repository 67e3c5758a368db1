package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;

/** All five constants are there, from one millisecond before to one after. */
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
}
