package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.presence.Link;

/**
 * How many users there are, and with that how closely the others are looked at. Gives every state
 * and every pair of state and input a number.
 */
enum Users {
  /** One other: its link, and what is held of it. Every stimulus is an input of its own. */
  TWO(1, Link.values().length, 2 * Stimulus.ALL.size() + 2),

  /** Two interchangeable others: heard or not, and what is held of them. */
  THREE(2, 2, Stimulus.ALL.size() + 2 * 3 + 1);

  /** No input: it makes no difference that is looked at. */
  static final int NONE = -1;

  private static final int HELD = HeldState.ALL.size();

  private final int others;
  private final int links;
  private final int inputs;

  Users(int others, int links, int inputs) {
    this.others = others;
    this.links = links;
    this.inputs = inputs;
  }

  int others() {
    return others;
  }

  /** How many numbers of pairs there are, reachable or not. */
  int pairs() {
    int states = OwnState.ALL.size();
    for (int other = 0; other < others; other++) {
      states *= width();
    }
    return states * inputs;
  }

  int inputs() {
    return inputs;
  }

  /** How many numbers of states of one other there are. */
  int width() {
    return links * HELD;
  }

  /** What has to be done to others to bring everything about that is looked at. */
  ImmutableList<Stimulus> toOthers() {
    return switch (this) {
      case TWO -> Stimulus.ALL;
      case THREE -> ImmutableList.of(Stimulus.JOIN, Stimulus.LEAVE, Stimulus.KILL);
    };
  }

  /** What is looked at of another's link, as a number. */
  int link(Situation situation, int other) {
    Link link = situation.link(other);
    return switch (this) {
      case TWO -> Numbers.of(link);
      case THREE -> link.isHeard() ? 1 : 0;
    };
  }

  private int other(Situation situation, int other) {
    return link(situation, other) * HELD + Numbers.of(HeldState.of(situation, other));
  }

  /** The number of a state; the others' order makes none. */
  int state(Situation situation) {
    int own = Numbers.of(OwnState.of(situation));
    int width = width();
    return switch (this) {
      case TWO -> own * width + other(situation, 0);
      case THREE -> {
        int one = other(situation, 0);
        int two = other(situation, 1);
        yield (own * width + Math.max(one, two)) * width + Math.min(one, two);
      }
    };
  }

  int toOwn(Stimulus stimulus) {
    return Numbers.of(stimulus);
  }

  int waiting() {
    return inputs - 1;
  }

  /** The number of an input to another, in a situation before it; {@link #NONE} if it is none. */
  int toOther(Situation situation, int other, Stimulus stimulus, boolean saysGoodbye) {
    int own = Stimulus.ALL.size();
    return switch (this) {
      case TWO -> stimulus == Stimulus.KILL && saysGoodbye ? 2 * own : own + Numbers.of(stimulus);
      case THREE -> {
        Link before = situation.link(other);
        Link after = stimulus.after(before);
        if (before.isHeard() == after.isHeard()) {
          yield NONE;
        }
        boolean goodbye = stimulus.isGoodbye(saysGoodbye);
        int what = after.isHeard() ? 0 : goodbye ? 2 : 1;
        int which = other(situation, other) >= other(situation, 1 - other) ? 0 : 1;
        yield own + 3 * which + what;
      }
    };
  }
}
