package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/**
 * One callback that must or may be seen.
 *
 * @param level whether it must or may be
 * @param atMillis when it is due
 * @param uid whose app is to be called
 * @param callback what it is to be told, under the name in force
 * @param rules the rules that it comes from
 */
public record Expectation(
    Level level, long atMillis, UserId uid, Callback callback, ImmutableSet<Rule> rules) {

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

  /** The same, but a conforming port need not report it. */
  Expectation permitted() {
    return new Expectation(Level.PERMITTED, atMillis, uid, callback, rules);
  }
}
