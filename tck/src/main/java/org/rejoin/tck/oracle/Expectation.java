package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/**
 * One callback that must or may be seen, and what was seen for it.
 *
 * @param level whether it must or may be
 * @param atMillis when it is due
 * @param uid whose app is to be called
 * @param callback what it is to be told, under the name in force
 * @param rules the rules that it comes from
 * @param met what was seen for it; empty if nothing was, or not yet
 */
public record Expectation(
    Level level,
    long atMillis,
    UserId uid,
    Callback callback,
    ImmutableSet<Rule> rules,
    Optional<Met> met) {

  /** An expectation for which nothing was seen. */
  public Expectation(
      Level level, long atMillis, UserId uid, Callback callback, ImmutableSet<Rule> rules) {
    this(level, atMillis, uid, callback, rules, Optional.empty());
  }

  /**
   * A callback that was seen for an expectation.
   *
   * @param callback what was seen, and when
   * @param inOrder whether it was seen after all that had to come before it
   */
  public record Met(TracedCallback callback, boolean inOrder) {}

  /** How much a port is bound; whatever no expectation names is forbidden. */
  public enum Level {
    /** A conforming port reports it. */
    REQUIRED,
    /** A conforming port may report it; what follows depends on whether it did. */
    PERMITTED
  }

  /** The remote user that it is about, where it is about one. */
  public Optional<UserId> peer() {
    return callback.peer();
  }

  /** Whether it is a difference that nothing was seen for it. */
  public boolean isMissing() {
    return level == Level.REQUIRED && met.isEmpty();
  }

  /** The same, but a conforming port need not report it. */
  public Expectation permitted() {
    return new Expectation(Level.PERMITTED, atMillis, uid, callback, rules, met);
  }

  /** The same, with what was seen for it. */
  public Expectation metBy(TracedCallback seen, boolean inOrder) {
    return new Expectation(
        level, atMillis, uid, callback, rules, Optional.of(new Met(seen, inOrder)));
  }
}
