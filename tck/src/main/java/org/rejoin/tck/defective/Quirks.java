package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Step;

/** Misreadings of one decision, short enough to be read in a list. */
final class Quirks {
  private Quirks() {}

  /** What is said in place of something. */
  static Quirk tell(BiFunction<Said, Plain, ImmutableList<Said>> instead) {
    return new Quirk() {
      @Override
      ImmutableList<Said> tell(Said said, Plain world) {
        return instead.apply(said, world);
      }
    };
  }

  /** Some of what is to be said is not. */
  static Quirk swallow(Predicate<Said> which) {
    return swallow((said, unused) -> which.test(said));
  }

  /** Some of what is to be said is not. */
  static Quirk swallow(BiPredicate<Said, Plain> which) {
    return tell(
        (said, world) -> which.test(said, world) ? ImmutableList.of() : ImmutableList.of(said));
  }

  /** Some of what is to be said is said again after a while. */
  static Quirk repeat(Predicate<Said> which, long afterMillis) {
    return tell(
        (said, unused) ->
            which.test(said)
                ? ImmutableList.of(said, said.at(said.atMillis() + afterMillis))
                : ImmutableList.of(said));
  }

  /** Some of what is to be said is said at another time. */
  static Quirk shift(Predicate<Said> which, long byMillis) {
    return tell(
        (said, unused) ->
            ImmutableList.of(which.test(said) ? said.at(said.atMillis() + byMillis) : said));
  }

  /** Something is done before a step. */
  static Quirk before(BiConsumer<Step, Plain> deed) {
    return new Quirk() {
      @Override
      void before(Step step, Plain world) {
        deed.accept(step, world);
      }
    };
  }

  /** Something is done before a user's step of one kind. */
  static Quirk before(Action action, BiConsumer<Person, Plain> deed) {
    return before(
        (step, world) -> {
          if (step.action() == action) {
            deed.accept(world.person(step.uid()), world);
          }
        });
  }

  /** Something is done after a step. */
  static Quirk after(BiConsumer<Step, Plain> deed) {
    return new Quirk() {
      @Override
      void after(Step step, Plain world) {
        deed.accept(step, world);
      }
    };
  }

  /** Something is done after a user's step of one kind. */
  static Quirk after(Action action, BiConsumer<Person, Plain> deed) {
    return after(
        (step, world) -> {
          if (step.action() == action) {
            deed.accept(world.person(step.uid()), world);
          }
        });
  }

  /** When something is due, from whom it concerns and the right answer. */
  @FunctionalInterface
  interface Due<T> {
    /** The answer. */
    long of(T whom, long right);
  }

  /** When a deaf user is told of its outage. */
  static Quirk localDue(Due<Person> due) {
    return new Quirk() {
      @Override
      long localDue(Person me, Plain world, long right) {
        return right == Plain.NEVER ? right : due.of(me, right);
      }
    };
  }

  /** When an observer holds a silent user gone. */
  static Quirk goneDue(Due<Sight> due) {
    return new Quirk() {
      @Override
      long goneDue(Sight sight, Plain world, long right) {
        return due.of(sight, right);
      }
    };
  }

  /** When an empty channel is destroyed. */
  static Quirk destroyedDue(Due<Hall> due) {
    return new Quirk() {
      @Override
      long destroyedDue(Hall hall, Person last, Plain world, long right) {
        return due.of(hall, right);
      }
    };
  }

  /** When a user says goodbye although it can't or should not, or the other way round. */
  static Quirk goodbye(BiPredicate<Step, Person> otherwise) {
    return new Quirk() {
      @Override
      boolean saysGoodbye(Step step, Person who, Plain world, boolean right) {
        return right ^ otherwise.test(step, who);
      }
    };
  }

  /** Which observers get no goodbye of whom. */
  static Quirk deafToGoodbyes(BiPredicate<Person, Person> which) {
    return new Quirk() {
      @Override
      boolean getsGoodbye(Person observer, Person of, Plain world) {
        return !which.test(observer, of);
      }
    };
  }

  /** Which server an attempt goes to, from whose it is and the right one. */
  static Quirk attempt(BiFunction<Person, String, Optional<String>> which) {
    return new Quirk() {
      @Override
      Optional<String> attempt(Person me, Plain world, String right) {
        return which.apply(me, right);
      }
    };
  }
}
