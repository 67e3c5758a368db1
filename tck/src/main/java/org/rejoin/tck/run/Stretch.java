package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * Scenarios in which a real clock can tell each step from the deadlines that may fall before it,
 * and from the step before it (D-44). Steps come later than they are written, as little as
 * possible, in the same order and on the same side of every deadline, so that each app is told the
 * same; a step at a deadline is in time (D-03). Steps of one instant stay together. Immutable.
 */
final class Stretch {
  /** How much more than the tolerance lies between a step and a deadline: a tenth of a second. */
  private static final long SPARE_MILLIS = 100;

  private static final ImmutableSet<Action> BACK =
      Sets.immutableEnumSet(Action.JOIN, Action.RESTART, Action.RESTORE);

  private final Profile profile;
  private final long apartMillis;

  Stretch(Profile profile, Tolerance tolerance) {
    this.profile = profile;
    this.apartMillis = tolerance.earlyMillis() + tolerance.lateMillis();
  }

  /** The scenario with its steps moved; empty if no time is far enough from every deadline. */
  Optional<Scenario> of(Scenario scenario) {
    ImmutableList<Distance> distances = new Script(scenario).distances();
    long[] atMillis =
        IntStream.rangeClosed(0, scenario.steps().size())
            .mapToLong(instant -> atMillis(scenario, instant))
            .toArray();
    // A round gives at least one more instant its place, unless two wait for each other.
    for (int round = 0; round <= atMillis.length; round++) {
      if (!move(atMillis, distances)) {
        return Optional.of(at(scenario, atMillis));
      }
    }
    return Optional.empty();
  }

  private static boolean move(long[] atMillis, List<Distance> distances) {
    boolean moved = false;
    for (Distance each : distances) {
      long millis = atMillis[each.to] - atMillis[each.from];
      if (millis < each.leastMillis) {
        atMillis[each.to] = atMillis[each.from] + each.leastMillis;
      } else if (millis > each.mostMillis) {
        atMillis[each.from] = atMillis[each.to] - each.mostMillis;
      }
      moved |= millis < each.leastMillis || millis > each.mostMillis;
    }
    return moved;
  }

  private static Scenario at(Scenario scenario, long[] atMillis) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < scenario.steps().size(); i++) {
      steps.add(scenario.steps().get(i).withAtMillis(atMillis[i]));
    }
    return ImmutableScenario.copyOf(scenario)
        .withUntilMillis(atMillis[steps.size()])
        .withSteps(steps);
  }

  /** When a step comes; the end of the scenario is the instant after the last one. */
  private static long atMillis(Scenario scenario, int instant) {
    if (instant == scenario.steps().size()) {
      return scenario.untilMillis();
    }
    Step step = scenario.steps().get(instant);
    return step.atMillis();
  }

  /**
   * Which steps come later, each with both times, such as {@code restore 1 at 10.1 s, not 9.5 s}.
   */
  static String told(Scenario written, Scenario stretched) {
    return IntStream.range(0, written.steps().size())
        .filter(step -> atMillis(written, step) != atMillis(stretched, step))
        .mapToObj(
            step ->
                written.steps().get(step).action().id()
                    + " "
                    + written.steps().get(step).uid()
                    + " at "
                    + seconds(atMillis(stretched, step))
                    + ", not "
                    + seconds(atMillis(written, step)))
        .collect(Collectors.joining("; "));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f s", millis / 1_000.0);
  }

  /** How long one instant is after another, at least and at most. */
  private record Distance(int from, int to, long leastMillis, long mostMillis) {}

  /** One scenario, looked at for deadlines. */
  private final class Script {
    private final Scenario scenario;
    private final ImmutableList<Step> steps;

    Script(Scenario scenario) {
      this.scenario = scenario;
      this.steps = scenario.steps();
    }

    ImmutableList<Distance> distances() {
      ImmutableList.Builder<Distance> distances = ImmutableList.builder();
      for (int from = 0; from < steps.size(); from++) {
        distances.add(apart(from));
        for (int to = from + 1; to <= steps.size(); to++) {
          for (long millis : deadlines(from, to)) {
            distances.add(side(from, to, millis));
          }
        }
      }
      return distances.build();
    }

    private Distance apart(int from) {
      long millis = millis(from, from + 1);
      boolean isEnd = from + 1 == steps.size();
      return millis == 0
          ? new Distance(from, from + 1, 0, 0)
          : new Distance(from, from + 1, isEnd ? 0 : apartMillis + SPARE_MILLIS, Long.MAX_VALUE);
    }

    private Distance side(int from, int to, long deadlineMillis) {
      boolean isEnd = to == steps.size();
      return millis(from, to) > deadlineMillis || (isEnd && millis(from, to) == deadlineMillis)
          ? new Distance(from, to, deadlineMillis + apartMillis + SPARE_MILLIS, Long.MAX_VALUE)
          : new Distance(from, to, 0, isEnd ? Long.MAX_VALUE : deadlineMillis - apartMillis);
    }

    private long millis(int from, int to) {
      return atMillis(scenario, to) - atMillis(scenario, from);
    }

    /** The deadlines that count from one step, and that a later one must be told from. */
    private Set<Long> deadlines(int from, int to) {
      Step first = steps.get(from);
      boolean isSilence = beginsSilence(from) && to <= silenceEnd(from);
      Set<Long> millis =
          profile.thresholds().stream()
              .filter(
                  threshold ->
                      switch (threshold.concern()) {
                        case OUTAGE, GIVING_UP ->
                            isSilence && first.action() == Action.DROP && isOf(to, first.uid());
                        case WINDOW -> isSilence || isNewcomer(from, to);
                        case CHANNEL ->
                            isSilence
                                && (to == steps.size() || BACK.contains(steps.get(to).action()));
                      })
              .map(Threshold::millis)
              .collect(Collectors.toCollection(HashSet::new));
      if (isSilence && first.direction() == Direction.DOWNLINK) {
        // It is heard until it gives up.
        profile
            .giveUpAfterMillis()
            .ifPresent(
                giveUp ->
                    ImmutableSet.copyOf(millis).forEach(window -> millis.add(giveUp + window)));
      }
      return millis;
    }

    /** Whether a newcomer at one step may hold somebody present that is silent till another. */
    private boolean isNewcomer(int join, int to) {
      return steps.get(join).action().beginsSession()
          && IntStream.range(0, join)
              .filter(this::beginsSilence)
              .anyMatch(begin -> to <= silenceEnd(begin) && join < silenceEnd(begin));
    }

    /** Whether somebody does something at an instant; at the end all are looked at. */
    private boolean isOf(int instant, UserId uid) {
      return instant == steps.size() || steps.get(instant).uid().equals(uid);
    }

    /** Whether others may hear nothing of a user from a step on. */
    private boolean beginsSilence(int begin) {
      Step step = steps.get(begin);
      return channel(begin)
          .filter(
              name ->
                  switch (step.action()) {
                    case DROP, LEAVE, KILL -> true;
                    case JOIN, RESTART -> !name.equals(step.channel());
                    case RESTORE, PEER_HEARD, PEER_SILENT, PEER_LEFT -> false;
                  })
          .isPresent();
    }

    /** Where a user was before a step. */
    private Optional<String> channel(int before) {
      return IntStream.range(0, before)
          .filter(step -> isOf(step, steps.get(before).uid()))
          .mapToObj(steps::get)
          .filter(step -> step.action().beginsSession())
          .map(Step::channel)
          .reduce((first, last) -> last);
    }

    private int silenceEnd(int begin) {
      int other = next(begin, step -> step.action() != Action.DROP);
      if (steps.get(begin).action() == Action.DROP
          && other < steps.size()
          && steps.get(other).action() == Action.RESTORE) {
        return other;
      }
      Optional<String> original = channel(begin);
      return next(
          begin,
          step -> step.action().beginsSession() && original.equals(Optional.of(step.channel())));
    }

    /** The user's next step of a kind; the end if there is none. */
    private int next(int from, Predicate<Step> kind) {
      return IntStream.range(from + 1, steps.size())
          .filter(step -> isOf(step, steps.get(from).uid()) && kind.test(steps.get(step)))
          .findFirst()
          .orElse(steps.size());
    }
  }
}
