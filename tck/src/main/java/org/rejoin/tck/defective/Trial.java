package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import org.rejoin.tck.property.Properties;

/**
 * What became of one defective port.
 *
 * @param defect what is wrong with it
 * @param killers the checks that it fails, in their order, each with what is said of its first
 *     failure
 * @param blame the rules that these failures are blamed on
 */
public record Trial(Defect defect, ImmutableMap<String, String> killers, Blame blame) {
  /** Whether nothing finds it but this check. What finds by chance is no rival of what does not. */
  boolean isPreyOf(String check) {
    return killers.containsKey(check)
        && killers.keySet().stream()
            .allMatch(other -> other.equals(check) || (isByChance(other) && !isByChance(check)));
  }

  private static boolean isByChance(String check) {
    return check.equals(ConformanceSuite.GENERATED) || Properties.IDS.contains(check);
  }

  /** The same, had there been no such check. */
  Trial without(String check) {
    return new Trial(
        defect,
        ImmutableMap.copyOf(Maps.filterKeys(killers, other -> !other.equals(check))),
        blame);
  }
}
