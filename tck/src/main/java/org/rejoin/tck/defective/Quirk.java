package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * A misreading, as the plain machine asks for it at each of its decisions: what is not overridden
 * is right. Without state, so that one may be run many times.
 */
class Quirk implements Behaviour {
  @Override
  public final Trace run(Scenario scenario, Profile profile) {
    return new Plain(scenario, profile, this).run();
  }

  /** A step is about to be done. */
  void before(Step step, Plain world) {}

  /** A step was done. */
  void after(Step step, Plain world) {}

  /** What is said in place of something. */
  ImmutableList<Said> tell(Said said, Plain world) {
    return ImmutableList.of(said);
  }

  /** When a deaf user is interrupted, lost, or gives up; {@code right} is the right answer. */
  long localDue(Person me, Plain world, long right) {
    return right;
  }

  /** When an observer holds a silent user gone. */
  long goneDue(Sight sight, Plain world, long right) {
    return right;
  }

  /** Whether an observer that is cut off says gone by its own clock, as D-09 permits to some. */
  boolean goesByItsOwnClock(Person observer, Plain world) {
    return false;
  }

  /** When a channel is destroyed that somebody has just left empty. */
  long destroyedDue(Hall hall, Person last, Plain world, long right) {
    return right;
  }

  /** Whether a user that leaves or is killed says goodbye. */
  boolean saysGoodbye(Step step, Person who, Plain world, boolean right) {
    return right;
  }

  /** Whether an observer gets a goodbye. */
  boolean getsGoodbye(Person observer, Person of, Plain world) {
    return true;
  }

  /** Which server an attempt goes to; empty if none is made. */
  Optional<String> attempt(Person me, Plain world, String right) {
    return Optional.of(right);
  }
}
