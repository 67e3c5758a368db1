package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Trace;

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
    Optional<RealTime> time = RealTime.of(port.hello(), profile, tolerance);
    Judge judge = new Judge(port.hello(), profile, time);
    Check fitted = time.map(real -> real.fitted(check)).orElse(check);
    Hearing heard = new Hearing(judge, fitted);
    Optional<Outcome> ruledOut = judge.ruledOut(fitted);
    if (ruledOut.isPresent()) {
      return heard.replay(ruledOut.get());
    }
    try {
      CheckRunner.of(port, profile)
          .runAll(ImmutableList.of(fitted), (answer, index) -> heard.answers.add(answer));
    } catch (RuntimeException thrownByThePort) {
      heard.answers.add(new Answer.Crashed("the port threw " + thrownByThePort));
    }
    return heard.replay();
  }

  /** The port's answer, to be judged. */
  private static final class Hearing {
    private final Judge judge;
    private final Check check;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    private Hearing(Judge judge, Check check) {
      this.judge = judge;
      this.check = check;
    }

    private Replay replay() {
      Answer answer =
          answers.isEmpty() ? new Answer.Broke("the port gave no answer") : answers.get(0);
      try {
        return replay(judge.judge(check, answer));
      } catch (RuntimeException ownDefect) {
        defects.add(new Defect(check.id(), ownDefect));
        return replay(
            Outcome.notJudged(
                Verdict.INCONCLUSIVE, NotJudged.Kind.KIT_DEFECT, "the kit failed: " + ownDefect));
      }
    }

    private Replay replay(Outcome outcome) {
      Failure told = outcome.failure().orElseGet(() -> told(outcome));
      return new Replay(outcome.verdict(), told, ImmutableList.copyOf(defects));
    }

    private Failure told(Outcome outcome) {
      Trace seen =
          outcome.verdict() == Verdict.PASS && answers.get(0) instanceof Answer.Ran ran
              ? ran.trace()
              : new Trace(ImmutableList.of(), ImmutableList.of());
      ImmutableList<Expectation> expected =
          outcome.verdict() == Verdict.PASS
              ? judge.judgement(check, seen).expected()
              : ImmutableList.of();
      return new Failure(
          check,
          outcome.verdict(),
          ImmutableSet.of(),
          Optional.empty(),
          expected,
          seen,
          outcome.reason());
    }
  }
}
