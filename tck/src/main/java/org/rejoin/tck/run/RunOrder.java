package org.rejoin.tck.run;

import org.immutables.value.Value;

/** What a run is to do. */
@Value.Immutable
public interface RunOrder {
  /** Every check there is. */
  Plan plan();

  /** Which of them are judged. */
  @Value.Default
  default Selection selection() {
    return Selection.all();
  }

  /** Whether nothing is judged after the first failure. */
  @Value.Default
  default boolean failFast() {
    return false;
  }
}
