package org.rejoin.tck.explore;

import org.rejoin.tck.presence.Link;

/**
 * A state of two users and an input, in words.
 *
 * @param own the state of the user looked at
 * @param link the other's link
 * @param held what is held of the other
 * @param input which input, as {@link Users#TWO} numbers them
 */
record Pair(OwnState own, Link link, HeldState held, int input) {
  private static final Link[] LINKS = Link.values();
  private static final int HELD = HeldState.ALL.size();

  /** The pair with this number. */
  static Pair of(int number) {
    int state = number / Users.TWO.inputs();
    int other = state % (LINKS.length * HELD);
    return new Pair(
        OwnState.ALL.get(state / (LINKS.length * HELD)),
        LINKS[other / HELD],
        HeldState.ALL.get(other % HELD),
        number % Users.TWO.inputs());
  }

  /** Its words in an id, such as {@code cut-at-lost/killed-at-window/restore}. */
  String id() {
    return own.id() + "/" + link.id() + "-" + held.id() + "/" + inputId();
  }

  private String inputId() {
    int stimuli = Stimulus.ALL.size();
    if (isWaiting()) {
      return "wait";
    }
    if (saysGoodbye()) {
      return "other-kill-goodbye";
    }
    return toOther() ? "other-" + stimulus().id() : Stimulus.ALL.get(input % stimuli).id();
  }

  boolean isWaiting() {
    return input == Users.TWO.waiting();
  }

  /** Whether the other is killed and says goodbye. */
  boolean saysGoodbye() {
    return input == 2 * Stimulus.ALL.size();
  }

  boolean toOther() {
    return input >= Stimulus.ALL.size();
  }

  /** What is done, unless it is waiting. */
  Stimulus stimulus() {
    return saysGoodbye() ? Stimulus.KILL : Stimulus.ALL.get(input % Stimulus.ALL.size());
  }

  /** Whether an age is exactly at a threshold. */
  boolean isAtThreshold() {
    return own.isAtThreshold() || held == HeldState.AT_WINDOW;
  }
}
