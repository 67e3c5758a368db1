package org.rejoin.tck.junit;

import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.rejoin.tck.run.Verdict;

/**
 * How one check ended, for one view of it.
 *
 * @param verdict the verdict
 * @param text what a test that ends so says; empty if it passes
 * @param thrown what the port threw, if it did
 */
record Outcome(Verdict verdict, String text, Optional<Throwable> thrown) {
  static final Outcome PASSED = new Outcome(Verdict.PASS, "", Optional.empty());

  static Outcome of(Verdict verdict, String text) {
    return new Outcome(verdict, text, Optional.empty());
  }

  /** Ends the running test so: it fails, or is aborted with the reason, or passes. */
  void conclude() {
    switch (verdict) {
      case PASS -> {
        // Nothing to say.
      }
      case FAIL, HANG, CRASH, PROTOCOL_ERROR ->
          thrown.ifPresentOrElse(
              cause -> Assertions.fail(text, cause), () -> Assertions.fail(text));
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING ->
          Assumptions.abort(text);
    }
  }
}
