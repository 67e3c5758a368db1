package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.rejoin.tck.spec.Rule;

/**
 * Which check kills which defect.
 *
 * @param checks every check that was on trial
 * @param trials every defective port that was
 */
public record KillTable(ImmutableSet<String> checks, ImmutableList<Trial> trials) {
  /** The defects that a check finds. */
  public ImmutableList<Trial> foundBy(String check) {
    return trials.stream()
        .filter(trial -> trial.killers().containsKey(check))
        .collect(ImmutableList.toImmutableList());
  }

  /** The defects of which some failure's first difference breaks a rule. */
  public ImmutableList<Trial> blamedOn(Rule rule) {
    return trials.stream()
        .filter(trial -> trial.blame().first().contains(rule))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The defects that nothing finds but this check. Generated scenarios are no rivals of it, since
   * what they find depends on the seed.
   */
  public ImmutableList<Trial> preyOf(String check) {
    return trials.stream()
        .filter(trial -> trial.isPreyOf(check))
        .collect(ImmutableList.toImmutableList());
  }

  /** The table as it were if there were no such check. */
  public KillTable without(String check) {
    return new KillTable(
        Sets.difference(checks, ImmutableSet.of(check)).immutableCopy(),
        trials.stream()
            .map(trial -> trial.without(check))
            .collect(ImmutableList.toImmutableList()));
  }
}
