package org.rejoin.tck.defective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * Says what a failing trace looks like: a known defect that shows the same of the same scenario, or
 * another reading of the text, by which it is right.
 *
 * <p>A pure function; it never throws. It runs every defect on the scenario, which takes some
 * milliseconds.
 */
public final class LooksLike {
  private static final int MOST = 3;

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
    try {
      return found(scenario, seen, profile, port, tolerance);
    } catch (RuntimeException | StackOverflowError unknown) {
      // Whatever is strange in a port's trace or scenario, its own failure is told without this.
      return Optional.empty();
    }
  }

  private static Optional<String> found(
      Scenario scenario, Trace seen, Profile profile, Hello port, Tolerance tolerance) {
    Trace right = Spoilt.run(scenario, profile);
    Likeness likeness = new Likeness(scenario, right, profile, port, tolerance);
    if (likeness.areAlike(seen, right)) {
      return Optional.empty();
    }
    List<String> all =
        new ArrayList<>(new Readings(scenario, profile, port, tolerance).thatAllow(seen));
    for (Defect defect : Defects.seenInOne()) {
      if (defect.isOf(profile) && looksLike(defect, scenario, seen, profile, likeness)) {
        all.add(defect.sentence());
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join("; or ", all.subList(0, Math.min(MOST, all.size())))
                + (all.size() > MOST ? "; or " + (all.size() - MOST) + " more" : ""));
  }

  private static boolean looksLike(
      Defect defect, Scenario scenario, Trace seen, Profile profile, Likeness likeness) {
    try {
      return likeness.areAlike(seen, defect.run(scenario, profile));
    } catch (RuntimeException notMadeForThis) {
      return false;
    }
  }
}
