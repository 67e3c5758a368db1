package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;

/** What an implementer chose. */
@Value.Immutable
public interface Settings {
  /** The constants and names in force. */
  Profile profile();

  /** How far from its due time a callback may be seen on a real clock; empty: the default. */
  Optional<Tolerance> tolerance();

  /** How many scenarios are generated. */
  int generated();

  /** Where they begin. */
  long seed();

  /** What is left out. */
  ImmutableList<OptedOut> optOuts();
}
