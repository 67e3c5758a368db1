package org.rejoin.tck.property;

import java.util.Optional;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Step;

/** Where one user is while a script goes on. */
final class Whereabouts {
  private Optional<String> channel = Optional.empty();
  private Optional<Direction> cut = Optional.empty();
  private int session;

  /** Whether it is in a channel, connected or not. */
  boolean isInSession() {
    return channel.isPresent();
  }

  Optional<String> channel() {
    return channel;
  }

  boolean isCut() {
    return cut.isPresent();
  }

  boolean hears() {
    return isInSession() && (cut.isEmpty() || cut.get() == Direction.UPLINK);
  }

  boolean isAudible() {
    return isInSession() && (cut.isEmpty() || cut.get() == Direction.DOWNLINK);
  }

  /** How many sessions it has begun. */
  int session() {
    return session;
  }

  /** The one door: what a step does to this user; one that can't do anything does nothing. */
  void apply(Step step) {
    switch (step.action()) {
      case JOIN, RESTART -> {
        channel = Optional.of(step.channel());
        cut = Optional.empty();
        session++;
      }
      case DROP -> {
        if (isInSession() && !isCut()) {
          cut = Optional.of(step.direction());
        }
      }
      case RESTORE -> cut = Optional.empty();
      case LEAVE, KILL -> {
        channel = Optional.empty();
        cut = Optional.empty();
      }
      case PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
        // The sample has no step of one client's view.
      }
    }
  }
}
