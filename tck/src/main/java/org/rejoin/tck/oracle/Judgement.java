package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import org.rejoin.tck.spec.Rule;

/**
 * What the oracle says of one trace.
 *
 * @param expected every callback that was required or permitted, in the order in which they were
 *     due, each with what was seen for it; what was seen for none of them, nothing called for
 * @param divergences every difference, the first one first; empty if the trace conforms
 * @param exercised how often each rule's precondition was met
 * @param remarks what is no difference, but bounds what the verdict says
 */
public record Judgement(
    ImmutableList<Expectation> expected,
    ImmutableList<Divergence> divergences,
    ImmutableMultiset<Rule> exercised,
    ImmutableList<Remark> remarks) {

  /** Whether the trace conforms. */
  public boolean conforms() {
    return divergences.isEmpty();
  }
}
