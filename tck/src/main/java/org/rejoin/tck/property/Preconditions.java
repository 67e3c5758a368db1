package org.rejoin.tck.property;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** Whether a scenario and its trace show anything of a rule. */
final class Preconditions {
  private static final ImmutableSet<Action> ENDS = ImmutableSet.of(Action.LEAVE, Action.KILL);

  private Preconditions() {}

  static boolean isMet(Rule rule, Scenario base, Trace trace, Setting setting) {
    return switch (rule) {
      case DRV_03 -> says(Word.INTERRUPTED, base, trace, setting);
      case DRV_04 -> says(Word.GONE, base, trace, setting);
      case DRV_09 -> endsSessions(base, setting);
      case DRV_10 -> observers(base, trace, setting) > 1;
      case DRV_11 -> says(Word.GONE, base, trace, setting);
      default -> false;
    };
  }

  private static boolean says(Word word, Scenario base, Trace trace, Setting setting) {
    People people = new People(base);
    Vocabulary vocabulary = setting.vocabulary();
    return trace.callbacks().stream()
        .flatMap(one -> vocabulary.word(people.family(one.uid()), one.callback().name()).stream())
        .anyMatch(word::equals);
  }

  /** How many users were told of others. */
  private static long observers(Scenario base, Trace trace, Setting setting) {
    People people = new People(base);
    return trace.callbacks().stream()
        .filter(
            one ->
                setting
                    .vocabulary()
                    .word(people.family(one.uid()), one.callback().name())
                    .filter(Word::isRemote)
                    .isPresent())
        .map(one -> one.uid())
        .distinct()
        .count();
  }

  /** Whether a leave or a kill ends the session of a user whose callbacks are seen. */
  static boolean endsSessions(Scenario base, Setting setting) {
    return base.participants().stream()
        .filter(who -> setting.hosts(who.platform()))
        .map(Participant::uid)
        .anyMatch(user -> endsSession(base, user));
  }

  private static boolean endsSession(Scenario base, UserId user) {
    Whereabouts where = new Whereabouts();
    return base.steps().stream()
        .filter(step -> step.uid().equals(user))
        .anyMatch(
            step -> {
              boolean ends = where.isInSession() && ENDS.contains(step.action());
              where.apply(step);
              return ends;
            });
  }
}
