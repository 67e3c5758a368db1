package org.rejoin.tck.report;

import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ReplayToken;

/** The tokens by which failures are replayed. */
public final class Replays {
  private Replays() {}

  /**
   * A check's token; empty if none can hold it: no check of the kit is like that, but an
   * implementer's own scenario or profile may be.
   */
  public static Optional<String> token(Check check, Profile profile) {
    try {
      return Optional.of(new ReplayToken(profile, check.scenario()).text());
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }
}
