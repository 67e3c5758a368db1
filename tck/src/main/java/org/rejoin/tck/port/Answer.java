package org.rejoin.tck.port;

/** What a port says to one scenario. */
public sealed interface Answer {
  /**
   * It ran the scenario.
   *
   * @param trace what was observed
   */
  record Ran(org.rejoin.tck.scenario.Trace trace) implements Answer {}

  /**
   * It can't run it.
   *
   * @param reason why not
   */
  record Unsupported(String reason) implements Answer {}

  /**
   * It tried and could not: the scenario fails.
   *
   * @param message what went wrong
   */
  record Failed(String message) implements Answer {}
}
