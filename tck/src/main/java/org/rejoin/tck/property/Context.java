package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/**
 * Neither the mode nor the circumstances of a kill make a difference (D-47). Whether they do shows
 * only where one script is run in two of them: what is wrong in all of them alike breaks other
 * rules.
 */
final class Context extends Comparing {
  private static final ImmutableList<KillContext> CIRCUMSTANCES =
      ImmutableList.of(
          new KillContext(KillContext.How.PROCESS, true, false),
          new KillContext(KillContext.How.PROCESS, false, true),
          new KillContext(KillContext.How.PROCESS, false, false),
          new KillContext(KillContext.How.PROCESS, true, true));

  Context() {
    super(
        "context",
        "The same script in the other mode, or with its processes killed in other circumstances,"
            + " gives the same trace.",
        Rule.KILL_00);
  }

  /** Where a profile has a window of its own in live mode, the mode is not changed. */
  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    ImmutableList.Builder<Variant> variants = ImmutableList.builder();
    variants.add(variant("run again", "the first time", base));
    if (setting.profile().liveGoneAfterMillis() == setting.profile().goneAfterMillis()) {
      Mode mode = base.mode() == Mode.LIVE ? Mode.COMMUNICATION : Mode.LIVE;
      variants.add(
          variant(
              "in " + word(mode) + " mode",
              "in " + word(base.mode()) + " mode",
              ImmutableScenario.copyOf(base)
                  .withName(base.name() + "/" + word(mode))
                  .withMode(mode)));
    }
    if (kills(base)) {
      KillContext context = CIRCUMSTANCES.get(number % CIRCUMSTANCES.size());
      variants.add(
          variant(
              "with every process killed in the "
                  + (context.foreground() ? "foreground" : "background")
                  + ", VoIP "
                  + (context.voip() ? "on" : "off"),
              "in the first circumstances",
              Remade.of(base, "/circumstances", killed(base, context), base.untilMillis())));
    }
    return variants.build();
  }

  /** A port that shows something else each time says nothing of contexts. */
  @Override
  Optional<Difference> difference(
      Scenario base,
      Trace trace,
      ImmutableList<Variant> variants,
      ImmutableList<Trace> traces,
      Setting setting) {
    return traces.get(0).equals(trace)
        ? super.difference(base, trace, variants, traces, setting)
        : Optional.empty();
  }

  private static Variant variant(String how, String otherwise, Scenario scenario) {
    return ImmutableVariant.builder().how(how).otherwise(otherwise).scenario(scenario).build();
  }

  private static List<Step> killed(Scenario base, KillContext context) {
    People people = new People(base);
    return base.steps().stream()
        .map(
            step ->
                step.action() == Action.KILL
                    ? step.withContext(
                        people.platform(step.uid()) == Platform.WEB
                            ? other(step, context)
                            : context)
                    : step)
        .toList();
  }

  /** A page that was closed is killed, and one that was killed is closed. */
  private static KillContext other(Step step, KillContext context) {
    Optional<KillContext.How> how = step.context().map(KillContext::how);
    return new KillContext(
        how.equals(Optional.of(KillContext.How.PAGE_CLOSED))
            ? KillContext.How.PROCESS
            : KillContext.How.PAGE_CLOSED,
        context.voip(),
        context.foreground());
  }

  private static boolean kills(Scenario base) {
    return base.steps().stream().anyMatch(step -> step.action() == Action.KILL);
  }

  private static String word(Mode mode) {
    return switch (mode) {
      case COMMUNICATION -> "communication";
      case LIVE -> "live";
    };
  }
}
