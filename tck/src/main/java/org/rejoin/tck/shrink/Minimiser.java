package org.rejoin.tck.shrink;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * Makes a scenario that fails as small as it can: fewer users and steps first, then nothing that
 * need not be there (one direction, other channels, contexts, servers), the first platforms, round
 * and early times, users numbered from 1.
 *
 * <p>What it tries is a scenario, always; what it gives has failed. The same scenario, test and
 * number of tries give the same result, and its result is not made smaller by another go unless the
 * tries or the time ran out. Immutable; safe for several threads if the test is.
 */
public final class Minimiser {
  private static final ImmutableList<Pass> QUICK =
      ImmutableList.of(
          Removing::users,
          Removing::steps,
          Earlier::until,
          Plainer::details,
          Plainer::platforms,
          Earlier::gaps,
          Earlier::alone,
          Plainer::numbers);

  /** What is dear, and tried only where nothing quick helps any more. */
  private static final ImmutableList<Pass> THOROUGH =
      ImmutableList.of(Removing::pairs, Removing::triples);

  private final RoundTimes round;
  private final int tries;

  /**
   * A minimiser.
   *
   * @param profile whose constants count as round times
   * @param tries how many scenarios are tried at most for one that fails, 0 or more
   */
  public Minimiser(Profile profile, int tries) {
    checkArgument(tries >= 0, "tries must be 0 or more, was %s", tries);
    this.round = new RoundTimes(profile);
    this.tries = tries;
  }

  /**
   * The smallest scenario found that fails the same way.
   *
   * @param failing what fails; it is not tried again
   * @param fails whether a scenario fails in the same way; the same answer every time
   * @param stillTime whether to go on; asked before every try
   */
  public Scenario minimise(Scenario failing, Predicate<Scenario> fails, BooleanSupplier stillTime) {
    Search search = new Search(failing, fails, round, tries, stillTime);
    boolean smaller = true;
    while (smaller && !search.isOver()) {
      smaller = run(QUICK, search) || run(THOROUGH, search);
    }
    return search.best();
  }

  /** Each pass once. Returns whether that helped. */
  private static boolean run(ImmutableList<Pass> passes, Search search) {
    Scenario before = search.best();
    passes.forEach(pass -> pass.run(search));
    return !search.best().equals(before);
  }
}
