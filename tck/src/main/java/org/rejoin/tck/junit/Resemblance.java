package org.rejoin.tck.junit;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.Optional;
import org.rejoin.tck.defective.LooksLike;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * Says what failures look like: the first three of those that break the same rules, since more of a
 * kind tell nothing new. For one thread at a time.
 */
final class Resemblance {
  private static final int OF_A_KIND = 3;

  private final GuardedPort port;
  private final Settings settings;
  private final Multiset<ImmutableSet<Rule>> told = HashMultiset.create();

  Resemblance(GuardedPort port, Settings settings) {
    this.port = port;
    this.settings = settings;
  }

  /** The known defects that show the same, in a line; empty if there are none, or nobody looked. */
  Optional<String> of(View view, Trace seen, ImmutableSet<Rule> broken) {
    return told.add(broken, 1) < OF_A_KIND
        ? LooksLike.line(
            view.check().scenario(), seen, settings.profile(), port.hello(), settings.tolerance())
        : Optional.empty();
  }
}
