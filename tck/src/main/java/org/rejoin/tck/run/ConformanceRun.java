package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Needs;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** Runs checks on a port, has each judged, and adds up. One run, one thread. */
public final class ConformanceRun {
  private static final Trace NO_TRACE = new Trace(ImmutableList.of(), ImmutableList.of());

  private final Port port;
  private final Profile profile;
  private final Oracle oracle;
  private final EnumMap<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private final EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
  private final ImmutableMultiset.Builder<Rule> exercised = ImmutableMultiset.builder();

  /** A run that has judged nothing yet. */
  public ConformanceRun(Port port, Profile profile) {
    this.port = port;
    this.profile = profile;
    this.oracle = new Oracle(profile, port.hello().features());
  }

  /**
   * Judges the checks.
   *
   * @param checks what to judge, in the order of the report
   * @param seed the seed of the generated ones among them, for the report
   */
  public RunResult run(ImmutableList<Check> checks, long seed) {
    ImmutableList<Check> able =
        checks.stream().filter(this::isAble).collect(ImmutableList.toImmutableList());
    counts.put(Verdict.UNSUPPORTED, checks.size() - able.size());
    List<Optional<Failure>> failures = new ArrayList<>();
    able.forEach(check -> failures.add(Optional.empty()));
    port.runAll(
        able.stream().map(Check::scenario).collect(ImmutableList.toImmutableList()),
        profile,
        (answer, index) -> failures.set(index, judge(able.get(index), answer)));
    ImmutableMultiset<Rule> met = exercised.build();
    return new RunResult(
        port.hello(),
        profile,
        seed,
        Maps.toMap(Arrays.asList(Verdict.values()), verdict -> counts.getOrDefault(verdict, 0)),
        Maps.toMap(Arrays.asList(Rule.values()), rule -> verdict(rule, met)),
        met,
        failures.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList()),
        port.warnings());
  }

  /** Whether the port said that it can do this, on all its platforms. */
  private boolean isAble(Check check) {
    Hello hello = port.hello();
    return hello.features().containsAll(Needs.of(check.scenario()))
        && check.scenario().participants().stream()
            .allMatch(who -> hello.platforms().contains(who.platform()));
  }

  private Verdict verdict(Rule rule, ImmutableMultiset<Rule> met) {
    if (broken.contains(rule)) {
      return Verdict.FAIL;
    }
    return met.contains(rule) ? Verdict.PASS : Verdict.NOT_EXERCISED;
  }

  private Optional<Failure> judge(Check check, Answer answer) {
    if (answer instanceof Answer.Ran ran) {
      return judge(check, ran.trace());
    }
    if (answer instanceof Answer.Failed failed) {
      return failure(check, Verdict.FAIL, failed.message());
    }
    if (answer instanceof Answer.Broke broke) {
      return failure(check, Verdict.PROTOCOL_ERROR, broke.message());
    }
    if (answer instanceof Answer.Hung hung) {
      return failure(check, Verdict.HANG, hung.message());
    }
    if (answer instanceof Answer.Crashed crashed) {
      return failure(check, Verdict.CRASH, crashed.message());
    }
    count(answer instanceof Answer.Unsupported ? Verdict.UNSUPPORTED : Verdict.INCONCLUSIVE);
    return Optional.empty();
  }

  private Optional<Failure> judge(Check check, Trace trace) {
    Judgement judgement = oracle.judge(check.scenario(), trace);
    exercised.addAll(judgement.exercised());
    if (judgement.conforms()) {
      count(Verdict.PASS);
      return Optional.empty();
    }
    count(Verdict.FAIL);
    ImmutableSet<Rule> rules = judgement.divergences().get(0).rules();
    broken.addAll(rules);
    return Optional.of(
        new Failure(
            check,
            Verdict.FAIL,
            rules,
            judgement.expected(),
            trace,
            judgement.divergences().get(0).message()));
  }

  private Optional<Failure> failure(Check check, Verdict verdict, String message) {
    count(verdict);
    return Optional.of(
        new Failure(check, verdict, ImmutableSet.of(), ImmutableList.of(), NO_TRACE, message));
  }

  private void count(Verdict verdict) {
    counts.merge(verdict, 1, Integer::sum);
  }
}
