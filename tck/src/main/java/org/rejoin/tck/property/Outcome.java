package org.rejoin.tck.property;

import com.google.common.collect.ImmutableMultiset;
import java.util.Comparator;
import java.util.Optional;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** What has come of one property so far; of several scenarios the simplest is told. */
final class Outcome {
  private static final Comparator<Scenario> SIMPLEST_FIRST =
      Comparator.<Scenario>comparingInt(scenario -> scenario.steps().size())
          .thenComparingInt(scenario -> scenario.participants().size())
          .thenComparingLong(Scenario::untilMillis);

  private final ImmutableMultiset.Builder<Rule> exercised = ImmutableMultiset.builder();
  private int compared;
  private Optional<Finding.Unanswered> failed = Optional.empty();
  private Optional<Finding.Unanswered> leftOut = Optional.empty();
  private Optional<Finding> notRun = Optional.empty();
  private Optional<Scenario> brokenOn = Optional.empty();
  private Optional<Difference> difference = Optional.empty();

  void compared(Iterable<Rule> met) {
    compared++;
    exercised.addAll(met);
  }

  void broken(Scenario scenario, Difference what) {
    if (isSimpler(scenario, brokenOn)) {
      brokenOn = Optional.of(scenario);
      difference = Optional.of(what);
    }
  }

  void unanswered(Finding.Unanswered what, boolean isOurs) {
    if (what.answer() instanceof Answer.NotRun) {
      notRun = Optional.of(what);
    } else if (isOurs && !(what.answer() instanceof Answer.Unsupported)) {
      if (isSimpler(what.scenario(), failed.map(Finding.Unanswered::scenario))) {
        failed = Optional.of(what);
      }
    } else {
      leftOut = Optional.of(what);
    }
  }

  private static boolean isSimpler(Scenario scenario, Optional<Scenario> than) {
    return than.isEmpty() || SIMPLEST_FIRST.compare(scenario, than.get()) < 0;
  }

  Finding finding() {
    if (failed.isPresent()) {
      return failed.get();
    }
    if (difference.isPresent()) {
      return new Finding.Broken(brokenOn.orElseThrow(), difference.get(), exercised.build());
    }
    if (notRun.isPresent()) {
      return notRun.get();
    }
    if (compared > 0) {
      return new Finding.Holds(exercised.build());
    }
    return leftOut.isPresent() && leftOut.get().answer() instanceof Answer.Unsupported
        ? leftOut.get()
        : nothing();
  }

  private Finding nothing() {
    return new Finding.NothingToSee(
        leftOut.isPresent()
            ? "the port gave no trace of any scenario of the sample"
            : "no scenario of the sample that the port can run has what it is about",
        leftOut.isPresent());
  }
}
