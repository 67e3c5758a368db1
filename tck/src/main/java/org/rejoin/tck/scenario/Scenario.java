package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;
import org.rejoin.api.Mode;

/** A timeline of stimuli with its users: what is done to whom and when, and until when we look. */
@Value.Immutable
public interface Scenario {

  /** A name that says what it is about, such as {@code web-observes/android-dropped-12s}. */
  @Value.Default
  default String name() {
    return "";
  }

  /** What the channel is used for. */
  @Value.Default
  default Mode mode() {
    return Mode.COMMUNICATION;
  }

  /** The users; nobody is in a channel before its join. */
  ImmutableList<Participant> participants();

  /** The servers a client may connect to, the one that it joins first; empty: not looked at. */
  ImmutableList<String> servers();

  /** The stimuli in time order; those of one instant are applied in the order written (D-03). */
  ImmutableList<Step> steps();

  /** The last instant looked at, in milliseconds; deadlines at exactly this instant still fall. */
  long untilMillis();

  /**
   * Holds the scenario to what a port may rely on.
   *
   * @throws InvalidScenarioException naming the field that is wrong
   */
  @Value.Check
  default void check() {
    ScenarioRules.check(this);
  }
}
