package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.rejoin.tck.spec.Rule;

/** When servers destroy channels (KILL-10, D-28, D-29), and whether they show it. */
final class Lifecycle {
  private final Terms terms;
  private final Findings findings;
  private final Presence presence;

  /** Channels whose destruction is due at the present instant and was not shown yet. */
  private final Set<String> due = new LinkedHashSet<>();

  private long dueMillis;

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
    for (ServerChannel channel : presence.channels()) {
      if (channel.destroyedDueMillis <= nowMillis) {
        channel.destroyedDueMillis = Pair.NONE;
        channel.silentMembers.clear();
        if (terms.showsChannels()) {
          due.add(channel.name);
          dueMillis = nowMillis;
          if (channel.lastWasKilled) {
            findings.exercised(Rule.KILL_10);
          }
        }
      }
    }
  }

  /** A server shows that it destroyed a channel. */
  void destroyed(String name, long nowMillis) {
    if (terms.showsChannels() && !due.remove(name)) {
      findings.divergence(
          nowMillis,
          ImmutableSet.of(Rule.KILL_10),
          "channel '"
              + name
              + "' is not due to be destroyed at "
              + Sentences.time(nowMillis)
              + ": that is "
              + Sentences.time(terms.profile().channelDestroyedAfterMillis())
              + " after its last user became absent");
    }
  }

  /** The instant has passed. */
  void close() {
    for (String name : due) {
      findings.divergence(
          dueMillis,
          ImmutableSet.of(Rule.KILL_10),
          "the last user of channel '"
              + name
              + "' became absent at "
              + Sentences.time(dueMillis - terms.profile().channelDestroyedAfterMillis())
              + ", so it is to be destroyed at "
              + Sentences.time(dueMillis)
              + "; not seen");
    }
    due.clear();
  }
}
