package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * Says what a failing trace looks like: a known defect that shows the same of the same scenario, or
 * another reading of the text, by which it is right.
 *
 * <p>It runs every defect on the scenario, which takes some milliseconds. A pure function; it never
 * throws, and gives up on scenarios that are far larger than any of the kit's.
 */
public final class LooksLike {
  private static final int MOST = 3;

  private static final int MOST_USERS = 10;
  private static final int MOST_STEPS = 200;
  private static final long MOST_MILLIS = 4 * 3_600_000;

  private LooksLike() {}

  /**
   * What a failing trace looks like, in a line; empty if it looks like nothing known.
   *
   * <p>Of several defects the first three are named, in the order of {@link Defects}, which goes
   * from what concerns all platforms to what concerns one.
   *
   * @param scenario what was done, to all users; best the smallest that fails
   * @param seen what was seen
   * @param profile the constants and names in force
   * @param port who showed it: its view, its platforms, and what it can show
   * @param tolerance how far from its due time a callback may be seen
   */
  public static Optional<String> line(
      Scenario scenario, Trace seen, Profile profile, Hello port, Tolerance tolerance) {
    return line(all(scenario, seen, profile, port, tolerance, unused -> true));
  }

  /** The first of what there is, in a line. */
  static Optional<String> line(List<String> all) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join("; or ", all.subList(0, Math.min(MOST, all.size())))
                + (all.size() > MOST ? "; or " + (all.size() - MOST) + " more" : ""));
  }

  /**
   * All that a failing trace looks like, a sentence each.
   *
   * @param possible whether nothing else that is known of the port speaks against a defect
   */
  static ImmutableList<String> all(
      Scenario scenario,
      Trace seen,
      Profile profile,
      Hello port,
      Tolerance tolerance,
      Predicate<Defect> possible) {
    if (isLarge(scenario)) {
      return ImmutableList.of();
    }
    try {
      return found(scenario, seen, profile, port, tolerance, possible);
    } catch (RuntimeException | StackOverflowError unknown) {
      // Whatever is strange in a port's trace or scenario, its own failure is told without this.
      return ImmutableList.of();
    }
  }

  /** Whether it is far larger than any of the kit's. */
  static boolean isLarge(Scenario scenario) {
    return scenario.participants().size() > MOST_USERS
        || scenario.steps().size() > MOST_STEPS
        || scenario.untilMillis() > MOST_MILLIS;
  }

  /** Other readings first, since by them the port is right. */
  private static ImmutableList<String> found(
      Scenario scenario,
      Trace seen,
      Profile profile,
      Hello port,
      Tolerance tolerance,
      Predicate<Defect> possible) {
    Trace right = Spoilt.run(scenario, profile);
    Shown shown = new Shown(scenario, seen, right, profile, port, tolerance);
    if (shown.is(right)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> all = ImmutableList.builder();
    all.addAll(new Readings(scenario, profile, port, tolerance).thatAllow(seen));
    for (Defect defect : Defects.seenInOne()) {
      if (defect.isOf(profile)
          && isLike(defect, scenario, profile, shown)
          && possible.test(defect)) {
        all.add(defect.sentence());
      }
    }
    return all.build();
  }

  private static boolean isLike(Defect defect, Scenario scenario, Profile profile, Shown shown) {
    try {
      return shown.is(defect.run(scenario, profile));
    } catch (RuntimeException notMadeForThis) {
      return false;
    }
  }
}
