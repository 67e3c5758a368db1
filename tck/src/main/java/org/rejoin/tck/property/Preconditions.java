package org.rejoin.tck.property;

import org.rejoin.tck.presence.Course;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.spec.Rule;

/** Whether a scenario and its trace show anything of a rule. */
final class Preconditions {
  private Preconditions() {}

  static boolean isMet(Rule rule, Scenario base, Trace trace, Setting setting) {
    return switch (rule) {
      case KILL_00 -> !base.steps().isEmpty();
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
    People people = new People(base);
    return Course.of(base, setting.profile()).changes().stream()
        .filter(change -> change.step().isPresent())
        .filter(change -> change.before().isInSession() && !change.after().isInSession())
        .anyMatch(change -> setting.hosts(people.platform(change.uid())));
  }
}
