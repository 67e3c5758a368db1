package org.rejoin.tck.run;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * How one check ended.
 *
 * @param verdict the verdict
 * @param exercised how often each rule's precondition was met
 * @param why why it was not judged; empty where it was
 * @param failure the failure, if it is one, known or not
 * @param broken every rule that any difference in it breaks; the failure's own, and others
 * @param seen what was seen where nothing was wrong
 */
public record Outcome(
    Verdict verdict,
    ImmutableMultiset<Rule> exercised,
    Optional<NotJudged> why,
    Optional<Failure> failure,
    ImmutableSet<Rule> broken,
    Optional<Trace> seen) {

  static Outcome passed(ImmutableMultiset<Rule> exercised) {
    return passed(exercised, Optional.empty());
  }

  static Outcome passed(ImmutableMultiset<Rule> exercised, Optional<Trace> seen) {
    return new Outcome(
        Verdict.PASS, exercised, Optional.empty(), Optional.empty(), ImmutableSet.of(), seen);
  }

  static Outcome failed(
      ImmutableMultiset<Rule> exercised, Failure failure, ImmutableSet<Rule> broken) {
    return new Outcome(
        failure.verdict(),
        exercised,
        Optional.empty(),
        Optional.of(failure),
        broken,
        Optional.empty());
  }

  static Outcome notJudged(Verdict verdict, NotJudged.Kind kind, String why) {
    return new Outcome(
        verdict,
        ImmutableMultiset.of(),
        Optional.of(new NotJudged(kind, why)),
        Optional.empty(),
        ImmutableSet.of(),
        Optional.empty());
  }

  static Outcome unsupported(NotJudged.Kind kind, String why) {
    return notJudged(Verdict.UNSUPPORTED, kind, why);
  }

  /** Left out by who asked. */
  public static Outcome leftOut(String why) {
    return notJudged(Verdict.NOT_SELECTED, NotJudged.Kind.LEFT_OUT, why);
  }

  static Outcome notRun(String why) {
    return notJudged(Verdict.NOT_EXERCISED, NotJudged.Kind.NOT_RUN, why);
  }

  /** The same failure, which may be none: what was seen of it is part of the reason. */
  Outcome undecided(String why) {
    return notJudged(
        Verdict.INCONCLUSIVE,
        NotJudged.Kind.UNDECIDED,
        why + failure.map(told -> "; it failed as follows: " + told.message()).orElse(""));
  }

  /** The same, but no pass, for it says nothing of the rule whose own check it is. */
  Outcome without(NotJudged reason) {
    return new Outcome(
        reason.kind() == NotJudged.Kind.NOT_EXERCISED ? Verdict.NOT_EXERCISED : Verdict.UNSUPPORTED,
        exercised,
        Optional.of(reason),
        failure,
        broken,
        seen);
  }

  /** The same failure, known. */
  Outcome known() {
    return new Outcome(Verdict.KNOWN_FAILING, exercised, why, failure, broken, seen);
  }

  /** The same failure, with more to tell. */
  public Outcome withFailure(Failure told) {
    return new Outcome(verdict, exercised, why, Optional.of(told), broken, seen);
  }

  /** Why it was not judged, in words; empty where it was. */
  public String reason() {
    return why.map(NotJudged::text).orElse("");
  }

  boolean isFailure() {
    return verdict.isFailure();
  }
}
