package org.rejoin.tck.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.reference.ReferencePort;

/** No port that conforms is blamed. */
class PropertiesHoldTest {
  @Test
  void theReferenceHasEveryPropertyUnderEveryProfile() {
    for (Profile profile : Profiles.ALL) {
      for (long seed = 1; seed <= 5; seed++) {
        assertEquals(
            ImmutableMap.of(),
            Held.broken(Held.all(new ReferencePort(), profile, seed)),
            profile.id() + ", seed " + seed);
      }
    }
  }
}
