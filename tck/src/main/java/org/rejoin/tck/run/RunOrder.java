package org.rejoin.tck.run;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.KnownFailing;

/** What a run is to do. */
@Value.Immutable
public interface RunOrder {
  /** Every check there is. */
  Plan plan();

  /** How many a run without flags has. */
  @Value.Default
  default int wholeRun() {
    return plan().size();
  }

  /** Which of them are judged. */
  @Value.Default
  default Selection selection() {
    return Selection.all();
  }

  /** Checks that are known to fail, by id. */
  ImmutableMap<String, KnownFailing> known();

  /** How far from its due time a callback may be seen on a real clock; empty: the default. */
  Optional<Tolerance> tolerance();

  /** Who is told how far it is. */
  @Value.Default
  default Progress progress() {
    return Progress.SILENT;
  }

  /** Whether nothing is judged after the first failure. */
  @Value.Default
  default boolean failFast() {
    return false;
  }

  /** Whether pairs of state and input that were not exercised are named. */
  @Value.Default
  default boolean missed() {
    return false;
  }
}
