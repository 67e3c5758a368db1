package org.rejoin.tck.run;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.spec.Rule;

/**
 * How one check ended.
 *
 * @param verdict the verdict
 * @param exercised how often each rule's precondition was met
 * @param reason why it was not judged; empty where it was
 * @param declared whether the port's hello says already that it can't do this
 * @param failure the failure, if it is one, known or not
 * @param broken every rule that any difference in it breaks; the failure's own, and others
 */
record Outcome(
    Verdict verdict,
    ImmutableMultiset<Rule> exercised,
    String reason,
    boolean declared,
    Optional<Failure> failure,
    ImmutableSet<Rule> broken) {

  static Outcome passed(ImmutableMultiset<Rule> exercised) {
    return new Outcome(Verdict.PASS, exercised, "", false, Optional.empty(), ImmutableSet.of());
  }

  static Outcome failed(
      ImmutableMultiset<Rule> exercised, Failure failure, ImmutableSet<Rule> broken) {
    return new Outcome(failure.verdict(), exercised, "", false, Optional.of(failure), broken);
  }

  /** Not judged, for a reason that only running it has shown. */
  static Outcome without(Verdict verdict, String reason) {
    return new Outcome(
        verdict, ImmutableMultiset.of(), reason, false, Optional.empty(), ImmutableSet.of());
  }

  /** Not run at all, since the port's hello says that it can't do this. */
  static Outcome declaredUnsupported(String reason) {
    return new Outcome(
        Verdict.UNSUPPORTED,
        ImmutableMultiset.of(),
        reason,
        true,
        Optional.empty(),
        ImmutableSet.of());
  }

  /** The same failure, known. */
  Outcome known() {
    return new Outcome(Verdict.KNOWN_FAILING, exercised, reason, declared, failure, broken);
  }

  boolean isFailure() {
    return verdict.isFailure();
  }
}
