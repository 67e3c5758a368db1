package org.rejoin.tck.shrink;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.KillContext;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** What can be taken from a scenario or made plain in it; what comes out is always a scenario. */
final class Edits {
  private Edits() {}

  static Scenario withoutSteps(Scenario scenario, Set<Integer> removed) {
    return withSteps(
        scenario,
        IntStream.range(0, scenario.steps().size())
            .filter(i -> !removed.contains(i))
            .mapToObj(scenario.steps()::get)
            .toList());
  }

  /** These users alone, with what is done to them. */
  static Scenario onlyUsers(Scenario scenario, Set<UserId> kept) {
    List<Step> steps = scenario.steps().stream().filter(step -> kept.contains(step.uid())).toList();
    return ImmutableScenario.copyOf(withSteps(scenario, steps))
        .withParticipants(
            scenario.participants().stream().filter(who -> kept.contains(who.uid())).toList());
  }

  /** Every step as it is changed; the times stay. */
  static Scenario eachStep(Scenario scenario, UnaryOperator<Step> change) {
    return withSteps(scenario, scenario.steps().stream().map(change).toList());
  }

  static Scenario withStep(Scenario scenario, int index, UnaryOperator<Step> change) {
    return withSteps(
        scenario,
        IntStream.range(0, scenario.steps().size())
            .mapToObj(
                i -> {
                  Step step = scenario.steps().get(i);
                  return i == index ? change.apply(step) : step;
                })
            .toList());
  }

  /** A step with nothing but what it needs: no direction, channel or context of its own. */
  static Step plain(Step step) {
    return unexplained(step.withDirection(Direction.BOTH).withChannel(Step.MAIN_CHANNEL));
  }

  /** A join instead of a restart: both begin a fresh session. */
  static Step joined(Step step) {
    return step.action() == Action.RESTART
        ? Step.of(step.atMillis(), Action.JOIN, step.uid()).withChannel(step.channel())
        : step;
  }

  private static Step unexplained(Step step) {
    return with(step, step.uid(), Optional.empty(), step.server());
  }

  private static Step with(
      Step step, UserId uid, Optional<KillContext> context, Optional<String> server) {
    return new Step(
        step.atMillis(),
        step.action(),
        uid,
        step.channel(),
        step.direction(),
        context,
        server,
        step.peer());
  }

  static Scenario inCommunication(Scenario scenario) {
    return ImmutableScenario.copyOf(scenario).withMode(Mode.COMMUNICATION);
  }

  static Scenario withoutServers(Scenario scenario) {
    return build(
        scenario,
        scenario.participants(),
        ImmutableList.of(),
        scenario.steps().stream()
            .map(step -> with(step, step.uid(), step.context(), Optional.empty()))
            .toList(),
        scenario.untilMillis());
  }

  /** On another platform; a page is closed on Web only. */
  static Scenario onPlatform(Scenario scenario, Set<UserId> users, Platform platform) {
    return build(
        scenario,
        scenario.participants().stream()
            .map(who -> users.contains(who.uid()) ? new Participant(who.uid(), platform) : who)
            .toList(),
        scenario.servers(),
        scenario.steps().stream()
            .map(
                step ->
                    users.contains(step.uid()) && platform != Platform.WEB && closesPage(step)
                        ? unexplained(step)
                        : step)
            .toList(),
        scenario.untilMillis());
  }

  private static boolean closesPage(Step step) {
    return step.context().filter(why -> why.how() == KillContext.How.PAGE_CLOSED).isPresent();
  }

  /** The users numbered from 1, by their place. */
  static Scenario renumbered(Scenario scenario) {
    ImmutableMap.Builder<UserId, UserId> numbers = ImmutableMap.builder();
    ImmutableList.Builder<Participant> users = ImmutableList.builder();
    for (int i = 0; i < scenario.participants().size(); i++) {
      Participant who = scenario.participants().get(i);
      numbers.put(who.uid(), UserId.of(i + 1L));
      users.add(new Participant(UserId.of(i + 1L), who.platform()));
    }
    ImmutableMap<UserId, UserId> to = numbers.buildOrThrow();
    return build(
        scenario,
        users.build(),
        scenario.servers(),
        scenario.steps().stream()
            .map(
                step ->
                    with(
                        step,
                        to.getOrDefault(step.uid(), step.uid()),
                        step.context(),
                        step.server()))
            .toList(),
        scenario.untilMillis());
  }

  /** The same steps at other times, and as the last of them the end. */
  static Scenario withTimes(Scenario scenario, long[] times) {
    return build(
        scenario,
        scenario.participants(),
        scenario.servers(),
        IntStream.range(0, scenario.steps().size())
            .mapToObj(i -> scenario.steps().get(i).withAtMillis(times[i]))
            .toList(),
        times[times.length - 1]);
  }

  static ImmutableSet<UserId> users(Scenario scenario) {
    return scenario.participants().stream()
        .map(Participant::uid)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Scenario withSteps(Scenario scenario, List<Step> steps) {
    return ImmutableScenario.copyOf(scenario).withSteps(steps);
  }

  private static Scenario build(
      Scenario scenario,
      List<Participant> users,
      List<String> servers,
      List<Step> steps,
      long untilMillis) {
    return ImmutableScenario.builder()
        .name(scenario.name())
        .mode(scenario.mode())
        .addAllParticipants(users)
        .addAllServers(servers)
        .addAllSteps(steps)
        .untilMillis(untilMillis)
        .build();
  }
}
