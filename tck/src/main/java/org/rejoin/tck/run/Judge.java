package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Needs;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TraceRules;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.stage.ClientViewLimits;

/** Gives each answer of a port its verdict. Immutable; safe for several threads. */
final class Judge {
  private static final Trace NO_TRACE = new Trace(ImmutableList.of(), ImmutableList.of());

  private final Hello hello;
  private final Profile profile;
  private final Views views;
  private final Optional<RealTime> time;
  private final Oracle oracle;

  Judge(Hello hello, Profile profile, Optional<RealTime> time) {
    this.hello = hello;
    this.profile = profile;
    this.views = new Views(hello, profile);
    this.time = time;
    this.oracle =
        new Oracle(
            profile, hello.features(), time.map(RealTime::tolerance).orElse(Tolerance.EXACT));
  }

  /** The rule whose own check this is; empty for a check of the matrix and the like. */
  static Optional<Rule> owner(Check check) {
    return check.origin().owner();
  }

  /** The outcome of a check that the port's hello rules out, before it is run. */
  Optional<Outcome> ruledOut(Check check) {
    return check.origin() instanceof Origin.OfProperty
        ? ruledOutByClock(check)
        : ruledOutByOffer(check).or(() -> ruledOutByClock(check));
  }

  private Optional<Outcome> ruledOutByClock(Check check) {
    return time.flatMap(real -> real.ruledOut(check))
        .map(why -> Outcome.unsupported(NotJudged.Kind.NEEDS_VIRTUAL_CLOCK, why));
  }

  private Optional<Outcome> ruledOutByOffer(Check check) {
    return hello.view() == Hello.View.CLIENT ? ruledOutForClients(check) : ruledOutWhole(check);
  }

  private Optional<Outcome> ruledOutForClients(Check check) {
    if (!views.of(check).isEmpty()) {
      return Optional.empty();
    }
    Set<Platform> played = Sets.intersection(Selection.platformsOf(check), hello.platforms());
    return Optional.of(
        Outcome.unsupported(
            played.isEmpty() ? NotJudged.Kind.LACKS_PLATFORM : NotJudged.Kind.LACKS_FEATURE,
            played.isEmpty()
                ? "the port plays no platform of it"
                : "the port does not offer what its users do"));
  }

  private Optional<Outcome> ruledOutWhole(Check check) {
    Set<Feature> lacking = Sets.difference(Needs.of(check.scenario()), hello.features());
    if (!lacking.isEmpty()) {
      return Optional.of(
          Outcome.unsupported(
              NotJudged.Kind.LACKS_FEATURE,
              lacking.stream()
                  .map(this::lack)
                  .collect(Collectors.joining(", ", "the port does not offer ", ""))));
    }
    Set<Platform> others = Sets.difference(Selection.platformsOf(check), hello.platforms());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.unsupported(
                NotJudged.Kind.LACKS_PLATFORM,
                others.stream()
                    .map(Platform::id)
                    .collect(Collectors.joining(", ", "the port does not play ", ""))));
  }

  private String lack(Feature feature) {
    return feature.id()
        + hello.unsupported().stream()
            .filter(gap -> gap.feature().equals(feature.id()))
            .map(gap -> " (" + gap.reason() + gap.issue().map(it -> ", " + it).orElse("") + ")")
            .findFirst()
            .orElse("");
  }

  /** The outcome of a check that was run, or was to be. */
  Outcome judge(Check check, Answer answer) {
    if (answer instanceof Answer.Ran ran) {
      return judge(check, ran.trace());
    }
    if (answer instanceof Answer.Failed failed) {
      return withoutTrace(check, Verdict.FAIL, failed.message());
    }
    if (answer instanceof Answer.Broke broke) {
      return withoutTrace(check, Verdict.PROTOCOL_ERROR, broke.message());
    }
    if (answer instanceof Answer.Hung hung) {
      return withoutTrace(check, Verdict.HANG, hung.message());
    }
    if (answer instanceof Answer.Crashed crashed) {
      return withoutTrace(check, Verdict.CRASH, crashed.message());
    }
    if (answer instanceof Answer.Unsupported unsupported) {
      return Outcome.unsupported(NotJudged.Kind.DECLINED, unsupported.reason());
    }
    if (answer instanceof Answer.NotRun notRun) {
      return Outcome.notRun(notRun.reason());
    }
    return withoutTrace(check, Verdict.PROTOCOL_ERROR, "the port answered null");
  }

  private Outcome judge(Check check, Trace trace) {
    Optional<String> problem = TraceRules.problem(check.scenario(), trace);
    if (problem.isPresent()) {
      return withoutTrace(check, Verdict.PROTOCOL_ERROR, problem.get());
    }
    Judgement judgement = judgement(check, trace);
    if (judgement.conforms()) {
      Outcome passed = Outcome.passed(judgement.exercised(), Optional.of(trace));
      return owner(check)
          .filter(rule -> !judgement.exercised().contains(rule))
          .map(rule -> unexercised(rule, check))
          .filter(this::counts)
          .map(passed::without)
          .orElse(passed);
    }
    return Outcome.failed(
        judgement.exercised(),
        Failure.of(check, judgement, trace),
        judgement.divergences().stream()
            .flatMap(difference -> difference.rules().stream())
            .collect(Sets.toImmutableEnumSet()));
  }

  /**
   * Whether a reason counts under this profile: rules' scenarios are written for the default one;
   * under other constants some of them exercise other rules.
   */
  private boolean counts(NotJudged why) {
    return why.kind() != NotJudged.Kind.NOT_EXERCISED || profile.equals(Profiles.AGORA_2019_05);
  }

  /** Why a rule's own check says nothing of the rule, though all is as it should be. */
  private NotJudged unexercised(Rule rule, Check check) {
    if (hello.view() == Hello.View.CLIENT && ClientViewLimits.unseen().contains(rule)) {
      return new NotJudged(
          NotJudged.Kind.LACKS_FEATURE, ClientViewLimits.reason(rule).orElse(rule.id()));
    }
    if (rule == Rule.KILL_10 && !hello.features().contains(Feature.CHANNEL_LIFECYCLE)) {
      return new NotJudged(
          NotJudged.Kind.LACKS_FEATURE,
          "the port does not offer " + lack(Feature.CHANNEL_LIFECYCLE));
    }
    return judged(check).size() < check.scenario().participants().size()
        ? new NotJudged(
            NotJudged.Kind.LACKS_PLATFORM,
            "its rule is about what users are told whom the kit plays")
        : new NotJudged(
            NotJudged.Kind.NOT_EXERCISED, "it passed, and nothing in it exercised its rule");
  }

  /** What the oracle says of a trace whose times and uids can be. */
  Judgement judgement(Check check, Trace trace) {
    return hello.view() == Hello.View.CLIENT
        ? oracle.judge(check.scenario(), trace, views.users(check))
        : oracle.judge(check.scenario(), trace);
  }

  /** Whose callbacks are judged in a check. */
  ImmutableSet<UserId> judged(Check check) {
    return hello.view() == Hello.View.CLIENT
        ? views.users(check)
        : check.scenario().participants().stream()
            .map(Participant::uid)
            .collect(ImmutableSet.toImmutableSet());
  }

  private static Outcome withoutTrace(Check check, Verdict verdict, String message) {
    ImmutableSet<Rule> own = owner(check).map(ImmutableSet::of).orElse(ImmutableSet.of());
    return Outcome.failed(
        ImmutableMultiset.copyOf(own),
        new Failure(check, verdict, own, Optional.empty(), ImmutableList.of(), NO_TRACE, message),
        own);
  }
}
