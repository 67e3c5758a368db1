package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** The order of what happens at one instant (D-03, D-43). */
final class Instants {
  private Instants() {}

  static ImmutableList<Defect> all() {
    Theme theme = new Theme("one instant");
    addSwaps(theme);
    addMerges(theme);
    addDeadlines(theme);
    addOrder(theme);
    return theme.all();
  }

  private static void addSwaps(Theme theme) {
    theme
        .add(
            "restore-before-drop",
            "of one instant a user's restore comes before its drop",
            swap(Action.DROP, Action.RESTORE, true))
        .add(
            "drop-before-restore",
            "of one instant a user's drop comes before its restore",
            swap(Action.RESTORE, Action.DROP, true))
        .add(
            "leave-before-drop",
            "of one instant a user's leave comes before its drop",
            swap(Action.DROP, Action.LEAVE, true))
        .add(
            "drop-before-leave",
            "of one instant a user's drop comes before its leave",
            swap(Action.LEAVE, Action.DROP, true))
        .add(
            "others-drop-before-the-leave",
            "of one instant an observer's drop comes before the other's leave",
            swap(Action.LEAVE, Action.DROP, false))
        .add(
            "the-leave-before-others-drop",
            "of one instant a leave comes before an observer's drop",
            swap(Action.DROP, Action.LEAVE, false))
        .add(
            "leave-before-join",
            "of one instant a user's leave comes before its join",
            swap(Action.JOIN, Action.LEAVE, true));
  }

  /** Two steps of one instant, one after the other, the other way round. */
  private static Behaviour swap(Action first, Action second, boolean sameUser) {
    return rewrite(
        (one, other) ->
            one.action() == first
                && other.action() == second
                && one.uid().equals(other.uid()) == sameUser,
        true);
  }

  private static Behaviour rewrite(BiPredicate<Step, Step> which, boolean keep) {
    return Spoilt.script(
        scenario -> {
          List<Step> steps = new ArrayList<>(scenario.steps());
          for (int i = 0; i + 1 < steps.size(); i++) {
            Step one = steps.get(i);
            Step other = steps.get(i + 1);
            if (one.atMillis() == other.atMillis() && which.test(one, other)) {
              steps.subList(i, i + 2).clear();
              steps.addAll(i, keep ? List.of(other, one) : List.of());
            }
          }
          return ImmutableScenario.copyOf(scenario).withSteps(steps);
        });
  }

  private static void addMerges(Theme theme) {
    theme
        .add(
            "leave-and-join-are-nothing",
            "a leave and a join of one instant are nothing",
            rewrite((one, other) -> cancels(one, Action.LEAVE, other, Action.JOIN), false))
        .add(
            "kill-and-restart-are-nothing",
            "a kill and a restart of one instant are nothing",
            rewrite((one, other) -> cancels(one, Action.KILL, other, Action.RESTART), false));
  }

  private static boolean cancels(Step one, Action first, Step other, Action second) {
    return one.action() == first && other.action() == second && one.uid().equals(other.uid());
  }

  private static void addDeadlines(Theme theme) {
    theme
        .add(
            "own-deadline-before-the-kill",
            "who is killed at its own deadline is told first",
            Quirks.before(Action.KILL, (who, world) -> world.fate.letFallLocally(who)))
        .add(
            "others-deadline-before-the-kill",
            "an observer that is killed as a window ends is told first",
            Quirks.before(Action.KILL, (who, world) -> world.fate.letFallRemotely(who)))
        .add(
            "others-deadline-before-the-drop",
            "an observer that is cut off as a window ends is told first",
            Quirks.before(Action.DROP, (who, world) -> world.fate.letFallRemotely(who)))
        .add(
            "awl-looks-around-too-soon",
            "on Android, Windows and Linux absence is told before all steps of the return's instant",
            looksAround(who -> who.family == Family.AWL))
        .add(
            "web-looks-around-too-soon",
            "on Web absence is told before all steps of the return's instant",
            looksAround(who -> who.family == Family.WEB));
  }

  private static Quirk looksAround(Predicate<Person> which) {
    return Quirks.after(
        Action.RESTORE,
        (who, world) -> {
          if (which.test(who)) {
            world.fate.letFallRemotely(who);
          }
        });
  }

  private static void addOrder(Theme theme) {
    theme
        .add(
            "rejoined-comes-last",
            "on its return a user hears of others before it is told rejoined",
            Spoilt.trace(
                (scenario, trace) ->
                    swapped(trace, (one, other) -> one.isEmpty() && other.isPresent())))
        .add(
            "back-before-gone",
            "where gone and back fall on one instant, back is told first",
            Spoilt.trace(
                (scenario, trace) ->
                    swapped(trace, (one, other) -> one.isPresent() && one.equals(other))));
  }

  /** Two callbacks of one user and instant, one after the other, the other way round. */
  private static Trace swapped(Trace trace, BiPredicate<Optional<UserId>, Optional<UserId>> which) {
    List<TracedCallback> all = new ArrayList<>(trace.callbacks());
    for (int i = 0; i + 1 < all.size(); i++) {
      TracedCallback one = all.get(i);
      TracedCallback other = all.get(i + 1);
      if (isOneInstant(one, other) && which.test(one.callback().peer(), other.callback().peer())) {
        all.set(i, other);
        all.set(i + 1, one);
      }
    }
    return new Trace(ImmutableList.copyOf(all), trace.server());
  }

  private static boolean isOneInstant(TracedCallback one, TracedCallback other) {
    return one.uid().equals(other.uid()) && one.atMillis() == other.atMillis();
  }
}
