package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.spec.Rule;

/**
 * One difference between what was seen and what had to be.
 *
 * @param atMillis when it showed
 * @param kind in which way it differs
 * @param rules the rules that are broken; never empty
 * @param message one sentence for a person: what happened, what was due and when, what was seen
 * @param uid whose app, or whose client, it shows at; empty where it shows at a server
 * @param peer the remote user that it is about, where it is about one
 * @param unlogged what would have called for a callback that nothing called for, as the end of
 *     "unless the log lacks"; empty if nothing would have, or if a callback is missing
 */
public record Divergence(
    long atMillis,
    Kind kind,
    ImmutableSet<Rule> rules,
    String message,
    Optional<UserId> uid,
    Optional<UserId> peer,
    Optional<String> unlogged) {

  /** In which way what was seen differs from what had to be. */
  public enum Kind {
    /** What had to be seen was not. */
    MISSING,
    /** It was seen at another time, of another user, or under another name. */
    MISPLACED,
    /** A callback that nothing called for was seen. */
    SURPLUS,
    /** It is a server that differs, or what a server is asked for. */
    SERVER
  }

  /** A difference of which nothing is known but when it showed, its rules and its sentence. */
  public Divergence(long atMillis, Kind kind, ImmutableSet<Rule> rules, String message) {
    this(atMillis, kind, rules, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, with whose it is. */
  Divergence at(Seat seat, Optional<UserId> about) {
    return new Divergence(atMillis, kind, rules, message, Optional.of(seat.uid), about, unlogged);
  }
}
