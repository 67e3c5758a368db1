package org.rejoin.tck.shrink;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.rejoin.tck.scenario.Scenario;

/** The smallest scenario found so far that fails, and what may still be tried. */
final class Search {
  private final Predicate<Scenario> fails;
  private final RoundTimes round;
  private final BooleanSupplier stillTime;
  private final Set<Scenario> tried = new LinkedHashSet<>();

  private Scenario best;
  private Size size;
  private int left;

  Search(
      Scenario failing,
      Predicate<Scenario> fails,
      RoundTimes round,
      int tries,
      BooleanSupplier stillTime) {
    this.fails = fails;
    this.round = round;
    this.stillTime = stillTime;
    this.best = failing;
    this.size = Size.of(failing, round);
    this.left = tries;
  }

  Scenario best() {
    return best;
  }

  RoundTimes round() {
    return round;
  }

  boolean isOver() {
    return left <= 0 || !stillTime.getAsBoolean();
  }

  /**
   * The one door: tries a scenario if it is smaller, was not tried before, and may be tried still.
   *
   * @return whether it fails, and so is the best from now on
   */
  @CanIgnoreReturnValue
  boolean take(Scenario candidate) {
    Size its = Size.of(candidate, round);
    if (its.compareTo(size) >= 0 || isOver() || !tried.add(candidate)) {
      return false;
    }
    left--;
    if (!fails.test(candidate)) {
      return false;
    }
    best = candidate;
    size = its;
    return true;
  }
}
