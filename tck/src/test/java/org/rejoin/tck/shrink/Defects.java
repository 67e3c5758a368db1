package org.rejoin.tck.shrink;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** Implementations with one mistake each, made of the reference. */
enum Defects {
  INTERRUPTED_LATE(2, profile(profile -> profile.withInterruptedAfterMillis(5_000))),
  LOST_AFTER_INTERRUPTED(2, profile(profile -> profile.withLostOrigin(LostOrigin.INTERRUPTED))),
  WEB_WINDOW_LATE(3, profile(profile -> profile.withWebGoneAfterMillis(11_000))),
  WINDOWS_SWAPPED(
      3, profile(profile -> profile.withWebGoneAfterMillis(20_000).withGoneAfterMillis(10_000))),
  LEAVE_IS_SILENCE(2, steps(step -> does(step, Action.LEAVE, Action.DROP))),
  KILL_IS_A_DROP(2, steps(step -> does(step, Action.KILL, Action.DROP))),
  ONE_WAY_IS_BOTH(2, steps(step -> step.withDirection(Direction.BOTH))),
  CHANNELS_ARE_ONE(2, steps(step -> step.withChannel(Step.MAIN_CHANNEL))),
  /** Back at the very deadline counts as late. */
  DEADLINE_IS_LATE(3, Defects::lateAtTheDeadline),
  /** The second outage of a session ends without a word. */
  SECOND_REJOIN_FORGOTTEN(5, trace((callback, before) -> repeated(callback, before, "ejoin"))),
  /** Lost is told once in a life. */
  SECOND_LOST_FORGOTTEN(4, trace((callback, before) -> repeated(callback, before, "Lost"))),
  /** Who comes back is announced once in a life. */
  SECOND_RETURN_FORGOTTEN(4, trace(Defects::thirdJoined)),
  /** Of three users in a channel the third hears nothing of the others. */
  THIRD_USER_DEAF(2, Defects::withoutThird),
  /** A user is reported under another one's uid while two others are there. */
  PEERS_MIXED_UP(3, Defects::mixedUp);

  private static final Profile SEED = Profiles.AGORA_2019_05;
  private static final ReferencePort REFERENCE = new ReferencePort();
  private static final Oracle ORACLE = new Oracle(SEED, ImmutableSet.copyOf(Feature.values()));

  final int fewestSteps;

  // Functions without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<ReferencePort, Scenario, Answer> run;

  Defects(int fewestSteps, BiFunction<ReferencePort, Scenario, Answer> run) {
    this.fewestSteps = fewestSteps;
    this.run = run;
  }

  /** The rules that the first difference breaks; empty if there is none. */
  ImmutableSet<Rule> broken(Scenario scenario) {
    Answer answer = run.apply(REFERENCE, scenario);
    ImmutableList<Divergence> all =
        ORACLE.judge(scenario, ((Answer.Ran) answer).trace()).divergences();
    return all.isEmpty() ? ImmutableSet.of() : all.get(0).rules();
  }

  private static BiFunction<ReferencePort, Scenario, Answer> profile(
      UnaryOperator<ImmutableProfile> wrong) {
    Profile profile = wrong.apply(ImmutableProfile.copyOf(Profiles.AGORA_2019_05));
    return (port, scenario) -> port.run(scenario, profile);
  }

  private static BiFunction<ReferencePort, Scenario, Answer> steps(UnaryOperator<Step> wrong) {
    return (port, scenario) -> port.run(Edits.eachStep(scenario, wrong), SEED);
  }

  private static Step does(Step step, Action wanted, Action instead) {
    return step.action() == wanted ? Step.of(step.atMillis(), instead, step.uid()) : step;
  }

  /** Leaves callbacks out, by what was shown before them. */
  private static BiFunction<ReferencePort, Scenario, Answer> trace(
      BiPredicate<TracedCallback, List<TracedCallback>> forgotten) {
    return (port, scenario) -> {
      Trace whole = whole(port, scenario);
      List<TracedCallback> before = new ArrayList<>();
      List<TracedCallback> shown = new ArrayList<>();
      for (TracedCallback callback : whole.callbacks()) {
        if (!forgotten.test(callback, before)) {
          shown.add(callback);
        }
        before.add(callback);
      }
      return new Answer.Ran(new Trace(ImmutableList.copyOf(shown), whole.server()));
    };
  }

  private static Trace whole(ReferencePort port, Scenario scenario) {
    return ((Answer.Ran) port.run(scenario, SEED)).trace();
  }

  private static boolean repeated(
      TracedCallback callback, List<TracedCallback> before, String part) {
    return callback.callback().name().contains(part)
        && before.stream()
            .anyMatch(
                one ->
                    one.uid().equals(callback.uid()) && one.callback().equals(callback.callback()));
  }

  private static boolean thirdJoined(TracedCallback callback, List<TracedCallback> before) {
    return callback.callback().name().contains("oined")
        && before.stream()
                .filter(
                    one ->
                        one.uid().equals(callback.uid())
                            && one.callback().equals(callback.callback()))
                .count()
            >= 2;
  }

  private static Answer lateAtTheDeadline(ReferencePort port, Scenario scenario) {
    ImmutableList<Step> steps = scenario.steps();
    List<Step> moved = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      long dropped = i == 0 ? -1 : steps.get(i - 1).atMillis();
      boolean atTheDeadline = step.action() == Action.RESTORE && step.atMillis() - dropped == 4_000;
      moved.add(atTheDeadline ? step.withAtMillis(step.atMillis() + 1) : step);
    }
    if (!inOrder(moved)) {
      return port.run(scenario, SEED);
    }
    Scenario wrong = ImmutableScenario.copyOf(scenario).withUntilMillis(scenario.untilMillis() + 1);
    return port.run(ImmutableScenario.copyOf(wrong).withSteps(moved), SEED);
  }

  private static boolean inOrder(List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).atMillis() < steps.get(i - 1).atMillis()) {
        return false;
      }
    }
    return true;
  }

  private static Answer withoutThird(ReferencePort port, Scenario scenario) {
    if (scenario.participants().size() < 3) {
      return port.run(scenario, SEED);
    }
    UserId third = scenario.participants().get(2).uid();
    Trace whole = whole(port, scenario);
    return new Answer.Ran(
        new Trace(
            whole.callbacks().stream()
                .filter(one -> !one.uid().equals(third) || one.callback().peer().isEmpty())
                .collect(ImmutableList.toImmutableList()),
            whole.server()));
  }

  private static Answer mixedUp(ReferencePort port, Scenario scenario) {
    ImmutableList<Participant> users = scenario.participants();
    if (users.size() < 3 || users.stream().noneMatch(who -> who.platform() == Platform.WEB)) {
      return port.run(scenario, SEED);
    }
    UserId one = users.get(0).uid();
    UserId other = users.get(1).uid();
    Trace whole = whole(port, scenario);
    return new Answer.Ran(
        new Trace(
            whole.callbacks().stream()
                .map(
                    traced ->
                        traced.callback().name().equals("stream-removed")
                                && traced.callback().peer().equals(Optional.of(one))
                            ? new TracedCallback(
                                traced.atMillis(),
                                traced.uid(),
                                new Callback(
                                    traced.callback().name(),
                                    Optional.of(other),
                                    traced.callback().reason()))
                            : traced)
                .collect(ImmutableList.toImmutableList()),
            whole.server()));
  }
}
