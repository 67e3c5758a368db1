package org.rejoin.tck.oracle;

import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * Is told what an {@link Acceptor} finds, as soon as it is certain. Expectations have numbers, from
 * 0, in the order in which they come up.
 */
public interface Listener {

  /** A callback is required or permitted. */
  void expected(Expectation expectation);

  /**
   * What was required is permitted only: something happened so near its due time that a real clock
   * can't tell which came first (D-08).
   */
  void relaxed(long number);

  /** A callback was seen for an expectation; see {@link Expectation.Met}. */
  void met(long number, TracedCallback seen, boolean inOrder);

  /**
   * Something differs, and how it is to be told is known later.
   *
   * @param certainMillis what was due before this instant was looked for
   */
  default void suspected(long certainMillis) {}

  /** What was seen differs from what had to be. */
  void diverged(Divergence divergence);

  /** Something that is no difference bounds what the verdict says. */
  default void remarked(Remark remark) {}

  /** The precondition of a rule was met. */
  void exercised(Rule rule);
}
