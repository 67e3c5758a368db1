package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;

/**
 * One check, judged once and alone.
 *
 * @param verdict how it ended
 * @param told what there is to tell of it, in the form of a failure, be it one or not: its verdict
 *     is this one, and its message is empty if it passed, or says why it was not judged
 * @param defects where the kit itself failed
 */
public record Replay(Verdict verdict, Failure told, ImmutableList<Defect> defects) {

  /**
   * Has a port run a check, and judges it.
   *
   * @param port the port; it is not closed
   * @param profile the constants and names in force
   * @param tolerance how far from its due time a callback may be seen on a real clock; empty: the
   *     default
   * @param check what to judge
   */
  public static Replay of(Port port, Profile profile, Optional<Tolerance> tolerance, Check check) {
    Examiner examiner = new Examiner(port, profile, tolerance, 0, ImmutableSet.of());
    Outcome outcome = examiner.examine(check);
    return new Replay(outcome.verdict(), examiner.told(check, outcome), examiner.defects());
  }
}
