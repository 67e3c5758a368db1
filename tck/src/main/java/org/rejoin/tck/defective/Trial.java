package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;

/**
 * What became of one defective port.
 *
 * @param defect what is wrong with it
 * @param killers the checks that it fails, in their order, each with what is said of its first
 *     failure
 */
public record Trial(Defect defect, ImmutableMap<String, String> killers) {
  /** The checks that find it whatever the seed: all but the generated ones. */
  ImmutableSet<String> certain() {
    return Sets.difference(killers.keySet(), ImmutableSet.of(ConformanceSuite.GENERATED))
        .immutableCopy();
  }

  /** The one check that finds it, if nothing else does; generated scenarios may as well. */
  boolean isPreyOf(String check) {
    return killers.containsKey(check)
        && (certain().size() == 1 || check.equals(ConformanceSuite.GENERATED))
        && (certain().isEmpty() || !check.equals(ConformanceSuite.GENERATED));
  }

  /** The same, had there been no such check. */
  Trial without(String check) {
    return new Trial(
        defect, ImmutableMap.copyOf(Maps.filterKeys(killers, other -> !other.equals(check))));
  }
}
