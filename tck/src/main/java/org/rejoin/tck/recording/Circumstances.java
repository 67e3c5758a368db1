package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Mode;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.RealTime;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.InvalidScenarioException;

/** What holds for a recorded trace from its first line to its last. */
@Value.Immutable
public interface Circumstances {

  /** What the channel is used for. */
  @Value.Default
  default Mode mode() {
    return Mode.COMMUNICATION;
  }

  /** What the recording shows beyond callbacks, and whether first meetings are told. */
  ImmutableSet<Feature> features();

  /** The servers a client may connect to, the one that it joins first; empty: not looked at. */
  ImmutableList<String> servers();

  /** What the times were read from; empty: not said. */
  Optional<Hello.Clock> clock();

  /** How far from its due time a callback may be, on a real clock; empty: not said. */
  Optional<Tolerance> tolerance();

  /** By how many milliseconds a line of an open recording may come after later ones; 0: not. */
  @Value.Default
  default long reorderWithinMillis() {
    return 0;
  }

  /** The users whose callbacks were recorded; empty: all. */
  ImmutableSet<UserId> recorded();

  /**
   * Holds the fields against each other.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   */
  @Value.Check
  default void check() {
    if (reorderWithinMillis() < 0 || reorderWithinMillis() > InOrder.LONGEST_MILLIS) {
      throw new InvalidScenarioException(
          "reorder-within",
          "must be from 0 to " + InOrder.LONGEST_MILLIS + " ms, was " + reorderWithinMillis());
    }
    if (tolerance().isPresent() && clock().equals(Optional.of(Hello.Clock.VIRTUAL))) {
      throw new InvalidScenarioException(
          "tolerance", "belongs to a real clock; a virtual one is exact to the millisecond");
    }
  }

  /**
   * The tolerance to judge by: none on a virtual clock; on a real one the one named, else the
   * recording's own, else the default. Where no clock is said, the one named tells.
   *
   * @param named what the user asks for
   * @throws InvalidScenarioException if the recording's own is more than the profile allows
   */
  default Tolerance inForce(Profile profile, Optional<Tolerance> named) {
    tolerance().ifPresent(own -> checkAllowed(own, profile));
    if (clock().isEmpty() && tolerance().isEmpty()) {
      return named.orElse(Tolerance.EXACT);
    }
    return clock().equals(Optional.of(Hello.Clock.VIRTUAL))
        ? Tolerance.EXACT
        : named.or(this::tolerance).orElseGet(() -> RealTime.byDefault(profile));
  }

  private static void checkAllowed(Tolerance own, Profile profile) {
    long most = RealTime.mostMillis(profile);
    if (Math.max(own.earlyMillis(), own.lateMillis()) > most) {
      throw new InvalidScenarioException(
          "tolerance",
          "may be at most "
              + most
              + " under profile "
              + profile.id()
              + ", half of the smallest distance between its deadlines");
    }
  }
}
