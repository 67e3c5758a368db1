package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.immutables.value.Value;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;

/** What an implementer chose. */
@Value.Immutable
public interface Settings {
  /** The constants and names in force. */
  Profile profile();

  /** How far from its due time a callback may be seen. */
  Tolerance tolerance();

  /**
   * How long the port may take for a scenario, on top of the scenario's own length if it is real.
   */
  Duration patience();

  /** How many scenarios are generated. */
  int generated();

  /** Where they begin. */
  long seed();

  /** What is left out. */
  ImmutableList<OptedOut> optOuts();
}
