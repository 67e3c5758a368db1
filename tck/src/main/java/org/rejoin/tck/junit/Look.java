package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/**
 * What came of one view, before anything is made of it.
 *
 * @param view what was run
 * @param verdict how it ended
 * @param broken the rules that the first difference breaks; none where there is no trace to judge
 * @param exercised the rules whose precondition was met
 * @param detail what else tells one failure from another: what was thrown, or that something is
 *     missing
 * @param text what a test that ends so says; empty if it passes
 * @param thrown what the port threw, if it did
 */
record Look(
    View view,
    Verdict verdict,
    ImmutableSet<Rule> broken,
    ImmutableSet<Rule> exercised,
    String detail,
    Supplier<String> text,
    Optional<Throwable> thrown) {

  static Look without(Verdict verdict, View view, String reason) {
    return new Look(
        view, verdict, ImmutableSet.of(), ImmutableSet.of(), "", () -> reason, Optional.empty());
  }

  /** In which way it fails; a smaller scenario is to fail in the same one. */
  Kind kind() {
    return new Kind(verdict, broken, detail);
  }

  /**
   * A way to fail.
   *
   * @param verdict how it ended
   * @param broken the rules that are broken
   * @param detail what else tells it from others
   */
  record Kind(Verdict verdict, ImmutableSet<Rule> broken, String detail) {}
}
