package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Acceptors;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * Which callbacks of one trace no rule is about, so that they are counted and not judged: names
 * that the platform's contract does not have, and a user that is told gone for a reason that is
 * neither {@code quit} nor {@code dropped}, with the callback that takes this back.
 */
final class Ignoring {
  private static final String NAME = "no rule is about this name";

  private final Acceptors acceptors;
  private final Totals totals;
  private final Supplier<Differences> differences;

  /** Who was last told gone of whom for another reason, with the reason. */
  private final Map<About, String> away = new HashMap<>(0);

  private record About(UserId uid, Optional<UserId> peer) {}

  Ignoring(Acceptors acceptors, Totals totals, Supplier<Differences> differences) {
    this.acceptors = acceptors;
    this.totals = totals;
    this.differences = differences;
  }

  /**
   * Whether nothing is made of a callback, which is counted then.
   *
   * @param otherReason the reason that it has, if no rule is about that; else empty
   */
  boolean ignores(Family family, TracedCallback callback, String otherReason) {
    String name = callback.callback().name();
    ImmutableSet<Event.Kind> meanings = acceptors.meanings(family, name);
    if (meanings.isEmpty()) {
      return !acceptors.isMisspelt(name) && count(name, NAME);
    }
    if (otherReason.isEmpty() && away.isEmpty()) {
      return false;
    }
    About about = new About(callback.uid(), callback.callback().peer());
    boolean isGone =
        meanings.contains(Event.Kind.USER_DROPPED) || meanings.contains(Event.Kind.USER_QUIT);
    if (isGone && !otherReason.isEmpty()) {
      away.put(about, otherReason);
      differences.get().otherReason(callback);
      return count(name, "no rule is about its reason, " + otherReason);
    }
    String before = away.remove(about);
    return before != null
        && meanings.contains(Event.Kind.USER_JOINED)
        && count(name, "it takes back one whose reason is " + before);
  }

  private boolean count(String name, String because) {
    totals.addIgnored(name, because);
    return true;
  }
}
