package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * One check that a port did not pass.
 *
 * <p>It is told by its first difference, and by the rules of that one: what comes after it often
 * follows from it. A rule's own verdict counts every difference ({@link RunResult#rules}), since a
 * rule that any of them breaks was not seen to hold.
 *
 * @param check what was judged
 * @param verdict how it ended
 * @param rules the rules that the first difference breaks; where there is no trace to judge, the
 *     rule whose own check it is, if it is one's
 * @param kind in which way the first difference differs; empty where there is no trace to judge, or
 *     where it is one between traces
 * @param expected what was required or permitted; empty where there is no trace to judge
 * @param seen what was seen, or its beginning; empty where the port gave no trace
 * @param message the first difference, in a sentence
 * @param looksLike the known defects that show the same, or another reading of the text that allows
 *     it, in a line; empty if there is none, or nobody looked
 * @param before the failure as the run found it, if it was made smaller since: {@code check} then
 *     has the smallest scenario found, under the same id, and all the rest is of that one
 */
public record Failure(
    Check check,
    Verdict verdict,
    ImmutableSet<Rule> rules,
    Optional<Divergence.Kind> kind,
    ImmutableList<Expectation> expected,
    Trace seen,
    String message,
    Optional<String> looksLike,
    Optional<Failure> before) {

  /** As much of a trace as is kept, in characters: ten times what any right trace has. */
  private static final int SEEN_CHARACTERS = 32_768;

  /** As much of a message. */
  private static final int MESSAGE_CHARACTERS = 4_096;

  /**
   * A failure as a run finds it. Of a trace or message that only a port gone mad could fill, the
   * beginning is kept: there may be thousands of them.
   */
  public Failure(
      Check check,
      Verdict verdict,
      ImmutableSet<Rule> rules,
      Optional<Divergence.Kind> kind,
      ImmutableList<Expectation> expected,
      Trace seen,
      String message) {
    this(
        check,
        verdict,
        rules,
        kind,
        expected,
        seen.first(SEEN_CHARACTERS),
        message.length() <= MESSAGE_CHARACTERS
            ? message
            : message.substring(0, MESSAGE_CHARACTERS) + "…",
        Optional.empty(),
        Optional.empty());
  }

  /** A trace that does not conform: it is told by its first difference. */
  public static Failure of(Check check, Judgement judgement, Trace seen) {
    Divergence first = judgement.divergences().get(0);
    return new Failure(
        check,
        Verdict.FAIL,
        first.rules(),
        Optional.of(first.kind()),
        judgement.expected(),
        seen,
        first.message());
  }

  /** The failure as the run found it: what lists of known failures go by. */
  public Failure asFound() {
    return before.orElse(this);
  }

  /** The same, told by a smaller scenario that fails the same way. */
  Failure toldBy(Failure smaller) {
    return new Failure(
        smaller.check,
        smaller.verdict,
        smaller.rules,
        smaller.kind,
        smaller.expected,
        smaller.seen,
        smaller.message,
        smaller.looksLike,
        Optional.of(this));
  }

  /** The same, with what it looks like. */
  public Failure withLooksLike(Optional<String> line) {
    return new Failure(check, verdict, rules, kind, expected, seen, message, line, before);
  }
}
