package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rejoin.tck.spec.Rule;

/** When servers destroy channels (KILL-10, D-28, D-29), and whether they show it. */
final class Lifecycle {

  /** A destruction that is to be shown. */
  private record Due(String channel, long dueMillis) {}

  private final Terms terms;
  private final Findings findings;
  private final Presence presence;

  /** Not shown yet, and still in time. */
  private final List<Due> open = new ArrayList<>();

  /** Not shown in time; one a channel, waiting to be shown too late. */
  private final List<Due> overdue = new ArrayList<>();

  Lifecycle(Terms terms, Findings findings, Presence presence) {
    this.terms = terms;
    this.findings = findings;
    this.presence = presence;
  }

  long nextDeadline() {
    long next = Pair.NONE;
    for (ServerChannel channel : presence.channels()) {
      next = Math.min(next, channel.destroyedDueMillis);
    }
    return next;
  }

  void fall(long nowMillis) {
    if (nextDeadline() > nowMillis) {
      return;
    }
    for (ServerChannel channel : ImmutableList.copyOf(presence.channels())) {
      if (channel.destroyedDueMillis <= nowMillis) {
        presence.forget(channel);
        if (terms.showsChannels()) {
          open.add(new Due(channel.name, channel.destroyedDueMillis));
          if (channel.lastWasKilled) {
            findings.exercised(Rule.KILL_10);
          }
        }
      }
    }
  }

  /**
   * A server shows that it destroyed a channel.
   *
   * @param atMillis when it was seen; what is due by now has fallen already
   */
  void destroyed(String name, long atMillis) {
    if (!terms.showsChannels() || take(open, name).isPresent()) {
      return;
    }
    Optional<ServerChannel> channel = presence.channel(name);
    if (channel.isPresent() && channel.get().takeSpared(atMillis, terms.tolerance())) {
      return;
    }
    Optional<Due> late = take(overdue, name);
    if (late.isPresent()) {
      diverge(late.get(), Divergence.Kind.MISPLACED, "; seen at " + Sentences.time(atMillis));
      return;
    }
    if (channel.isPresent() && channel.get().destroyedDueMillis != Pair.NONE) {
      presence.forget(channel.get());
      diverge(
          new Due(name, channel.get().destroyedDueMillis),
          Divergence.Kind.MISPLACED,
          "; seen at " + Sentences.time(atMillis));
    } else {
      findings.divergence(
          new Divergence(
              atMillis,
              Divergence.Kind.SERVER,
              ImmutableSet.of(Rule.KILL_10),
              "channel '"
                  + name
                  + "' is not due to be destroyed at "
                  + Sentences.time(atMillis)
                  + ": that is "
                  + Sentences.time(terms.profile().channelDestroyedAfterMillis())
                  + " after its last user became absent"));
    }
  }

  /** Time passes: what was due so long before an instant that its window has ended is overdue. */
  void closeBefore(long millis) {
    for (Iterator<Due> rest = open.iterator(); rest.hasNext(); ) {
      Due due = rest.next();
      if (due.dueMillis() + terms.tolerance().widthMillis() < millis) {
        rest.remove();
        if (terms.tolerance().isExact() || presence.channel(due.channel()).isEmpty()) {
          take(overdue, due.channel())
              .ifPresent(older -> diverge(older, Divergence.Kind.MISSING, "; not seen"));
          overdue.add(due);
        }
      }
    }
  }

  /** Nothing more comes. */
  void end() {
    overdue.forEach(due -> diverge(due, Divergence.Kind.MISSING, "; not seen"));
  }

  private static Optional<Due> take(List<Due> from, String channel) {
    for (Due due : from) {
      if (due.channel().equals(channel)) {
        from.remove(due);
        return Optional.of(due);
      }
    }
    return Optional.empty();
  }

  private void diverge(Due due, Divergence.Kind kind, String what) {
    findings.divergence(
        new Divergence(
            due.dueMillis(),
            kind,
            ImmutableSet.of(Rule.KILL_10),
            "the last user of channel '"
                + due.channel()
                + "' became absent at "
                + Sentences.time(due.dueMillis() - terms.profile().channelDestroyedAfterMillis())
                + ", so it is to be destroyed at "
                + Sentences.time(due.dueMillis())
                + what));
  }
}
