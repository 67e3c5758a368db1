package org.rejoin.tck.port;

import org.rejoin.tck.scenario.Trace;

/** What came of one scenario on a port. */
public sealed interface Answer {
  /**
   * The port ran it.
   *
   * @param trace what was observed
   */
  record Ran(Trace trace) implements Answer {}

  /**
   * The port can't run it.
   *
   * @param reason why not, in the port's words
   */
  record Unsupported(String reason) implements Answer {}

  /**
   * The port tried and could not: the scenario fails.
   *
   * @param message what went wrong, in the port's words
   */
  record Failed(String message) implements Answer {}

  /**
   * The port broke the protocol.
   *
   * @param message which field of which line, and what was expected
   */
  record Broke(String message) implements Answer {}

  /**
   * The port did not answer in time.
   *
   * @param message for how long the kit waited, and the last lines of the port's log
   */
  record Hung(String message) implements Answer {}

  /**
   * The port ended.
   *
   * @param message its exit code, and the last lines of its log
   */
  record Crashed(String message) implements Answer {}

  /**
   * It was never run: the port had ended too often before.
   *
   * @param reason why not
   */
  record NotRun(String reason) implements Answer {}
}
