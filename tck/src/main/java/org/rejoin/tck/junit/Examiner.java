package org.rejoin.tck.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Needs;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TraceRules;
import org.rejoin.tck.spec.Rule;

/** Has views of checks run and judged, and keeps count. For one thread at a time. */
final class Examiner {
  private final GuardedPort port;
  private final Settings settings;
  private final Oracle oracle;
  private final Smaller smaller;
  private final EnumMap<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private final Resemblance resemblance;
  private final EnumSet<Rule> exercised = EnumSet.noneOf(Rule.class);

  Examiner(GuardedPort port, Settings settings) {
    this.port = port;
    this.settings = settings;
    this.smaller = new Smaller(port, settings);
    this.resemblance = new Resemblance(port, settings);
    this.oracle = new Oracle(settings.profile(), port.hello().features(), settings.tolerance());
  }

  /** What the port runs for a check. */
  ImmutableList<View> views(Check check) {
    return View.of(check, port.hello(), settings.profile());
  }

  /** Whether a rule was judged in anything so far. */
  boolean hasExercised(Rule rule) {
    return exercised.contains(rule);
  }

  /** How many views ended how. */
  EnumMap<Verdict, Integer> counts() {
    return new EnumMap<>(counts);
  }

  /** Why a view is not run at all; empty if it is. */
  Optional<Outcome> ruledOut(View view) {
    for (OptedOut optOut : settings.optOuts()) {
      if (optOut.matches(view.check().id())) {
        return Optional.of(Outcome.of(Verdict.NOT_SELECTED, "opted out: " + optOut.reason()));
      }
    }
    Hello hello = port.hello();
    Set<Feature> lacking = Sets.difference(Needs.of(view.scenario()), hello.features());
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.of(
                Verdict.UNSUPPORTED,
                lacking.stream()
                    .map(feature -> lack(hello, feature))
                    .collect(
                        Collectors.joining(", ", "unsupported: the port has no feature ", ""))));
  }

  private static String lack(Hello hello, Feature feature) {
    return hello.unsupported().stream()
        .filter(gap -> gap.feature().equals(feature.id()))
        .map(
            gap ->
                "`"
                    + gap.feature()
                    + "`: "
                    + gap.reason()
                    + gap.issue().map(issue -> " (" + issue + ")").orElse(""))
        .findFirst()
        .orElse("`" + feature.id() + "`, and its hello gives no reason");
  }

  /** Counts what was judged elsewhere. */
  Outcome counted(Outcome outcome, Iterable<Rule> met) {
    counts.merge(outcome.verdict(), 1, Integer::sum);
    met.forEach(exercised::add);
    return outcome;
  }

  /** Runs a view unless it is ruled out, judges it, and makes it smaller if it fails. */
  Outcome examine(View view) {
    Outcome outcome = ruledOut(view).orElseGet(() -> run(view));
    counts.merge(outcome.verdict(), 1, Integer::sum);
    return outcome;
  }

  private Outcome run(View view) {
    Look look = look(view, port.run(view.scenario(), settings.profile(), settings.patience()));
    exercised.addAll(look.exercised());
    Look smallest = smaller.smallest(look, this::tryOut);
    return new Outcome(
        look.verdict(),
        FailureMessage.withOrigin(smallest.text().get(), look.view(), smallest.view()),
        smallest.thrown());
  }

  /** What comes of a scenario that is tried in a view's place; nothing counts of it. */
  private ImmutableList<Look> tryOut(Check check) {
    return views(check).stream()
        .filter(view -> ruledOut(view).isEmpty())
        .map(
            view ->
                look(
                    view,
                    port.tryOut(
                        view.scenario(),
                        settings.profile(),
                        Smaller.patience(settings.patience()))))
        .collect(ImmutableList.toImmutableList());
  }

  /** The outcome of a view that was run elsewhere, told as it is. */
  Outcome judged(View view, GuardedPort.Result result) {
    Look look = look(view, result);
    exercised.addAll(look.exercised());
    return new Outcome(look.verdict(), look.text().get(), look.thrown());
  }

  private Look look(View view, GuardedPort.Result result) {
    Answer answer = result.answer();
    if (answer instanceof Answer.Ran ran) {
      return judge(view, ran.trace());
    }
    if (answer instanceof Answer.Unsupported unsupported) {
      return Look.without(Verdict.UNSUPPORTED, view, "unsupported: " + unsupported.reason());
    }
    if (answer instanceof Answer.NotRun notRun) {
      return Look.without(Verdict.INCONCLUSIVE, view, "not run: " + notRun.reason());
    }
    if (answer instanceof Answer.Broke broke) {
      return failed(Verdict.PROTOCOL_ERROR, view, broke.message(), result);
    }
    if (answer instanceof Answer.Hung hung) {
      return failed(Verdict.HANG, view, hung.message(), result);
    }
    if (answer instanceof Answer.Crashed crashed) {
      return failed(Verdict.CRASH, view, crashed.message(), result);
    }
    Answer.Failed failed = (Answer.Failed) answer;
    return failed(Verdict.FAIL, view, failed.message(), result);
  }

  private Look failed(Verdict verdict, View view, String problem, GuardedPort.Result result) {
    return new Look(
        view,
        verdict,
        ImmutableSet.of(),
        ImmutableSet.of(),
        result.thrown().map(thrown -> thrown.getClass().getName()).orElse(""),
        () -> FailureMessage.of(view, verdict.id() + ": " + problem, settings),
        result.thrown());
  }

  private Look judge(View view, Trace trace) {
    Optional<String> breach = TraceRules.problem(view.check().scenario(), trace);
    if (breach.isPresent()) {
      String problem = "the trace: " + breach.get();
      return failed(
          Verdict.PROTOCOL_ERROR, view, problem, GuardedPort.Result.of(new Answer.Ran(trace)));
    }
    Judgement judgement =
        oracle.judge(
            view.check().scenario(),
            trace,
            view.only().map(ImmutableSet::of).orElse(ImmutableSet.of()));
    ImmutableSet<Rule> met = judgement.exercised().elementSet();
    if (judgement.conforms()) {
      return new Look(view, Verdict.PASS, ImmutableSet.of(), met, "", () -> "", Optional.empty());
    }
    Divergence first = judgement.divergences().get(0);
    return new Look(
        view,
        Verdict.FAIL,
        first.rules(),
        met,
        first.kind() == Divergence.Kind.MISSING ? "missing" : "",
        () ->
            FailureMessage.of(
                view, trace, judgement, settings, resemblance.of(view, trace, first.rules())),
        Optional.empty());
  }
}
