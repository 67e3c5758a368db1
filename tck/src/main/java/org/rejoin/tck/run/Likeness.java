package org.rejoin.tck.run;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.spec.Rule;

/**
 * In which way something fails. A scenario that is made smaller is to go on failing in the same
 * way, lest another mistake be shown in its place.
 *
 * @param verdict how it ended
 * @param rules the rules that the first difference breaks; none where there is no trace to judge
 * @param missing whether what was due was never seen; who sees it late is told more by its time
 */
record Likeness(Verdict verdict, ImmutableSet<Rule> rules, boolean missing) {
  static Likeness of(Failure failure) {
    return switch (failure.verdict()) {
      case FAIL ->
          new Likeness(
              failure.verdict(),
              failure.rules(),
              failure.kind().equals(Optional.of(Divergence.Kind.MISSING)));
      case HANG,
          CRASH,
          PROTOCOL_ERROR,
          PASS,
          UNSUPPORTED,
          NOT_SELECTED,
          NOT_EXERCISED,
          INCONCLUSIVE,
          KNOWN_FAILING ->
          new Likeness(failure.verdict(), ImmutableSet.of(), false);
    };
  }
}
