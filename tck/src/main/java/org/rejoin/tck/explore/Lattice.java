package org.rejoin.tck.explore;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything that can be reached on the lattice of instants on which every threshold is exact, with
 * the shortest way to it. Between two instants of the lattice, what follows a threshold by 1 ms is
 * looked at too. Immutable once made.
 */
final class Lattice {

  /**
   * One thing that happens on a way.
   *
   * @param user whom it is done to: 0 the user itself, from 1 the others; meaningless for time
   * @param stimulus what is done; empty: time passes
   * @param millis how much time
   */
  record Move(int user, Optional<Stimulus> stimulus, long millis) {
    static Move pass(long millis) {
      return new Move(0, Optional.empty(), millis);
    }
  }

  /** So many ages fit into a key, one of them for all that are beyond the last threshold. */
  private static final int AGES = 1_024;

  /** Where no node is: before the first, and where a pair was not met. */
  private static final int NOWHERE = -1;

  /** A node of the lattice, and from which and how it is reached. */
  private record Node(Situation situation, int before, Move by) {}

  private final Users users;
  private final boolean goodbyes;
  private final long unitMillis;
  private final ImmutableList<Move> moves;
  private final Set<Long> keys = new HashSet<>();
  private final List<Node> nodes = new ArrayList<>();

  /** The node at or after which each pair was met first, and how long after it. */
  private final int[] metAt;

  private final long[] metAfterMillis;

  private Lattice(Users users, Thresholds thresholds, boolean goodbyes) {
    this.users = users;
    this.goodbyes = goodbyes;
    this.unitMillis = thresholds.unitMillis();
    this.moves = moves(users);
    this.metAt = new int[users.pairs()];
    this.metAfterMillis = new long[users.pairs()];
    Arrays.fill(metAt, NOWHERE);
  }

  /**
   * Explores.
   *
   * @param users how many there are
   * @param thresholds those of the user looked at
   * @param goodbyes whether killed others say goodbye
   * @throws IllegalArgumentException if the thresholds have hardly a common step, so that there are
   *     too many instants to look at
   */
  static Lattice explore(Users users, Thresholds thresholds, boolean goodbyes) {
    checkArgument(
        thresholds.units() < AGES - 1,
        "%s: their widest common step is %s ms, too short to try every instant",
        thresholds,
        thresholds.unitMillis());
    Lattice lattice = new Lattice(users, thresholds, goodbyes);
    lattice.reach(new Situation(thresholds, users.others()), NOWHERE, Move.pass(0));
    for (int node = 0; node < lattice.nodes.size(); node++) {
      lattice.leave(node);
    }
    return lattice;
  }

  private static ImmutableList<Move> moves(Users users) {
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    for (int user = 0; user <= users.others(); user++) {
      for (Stimulus stimulus : user == 0 ? Stimulus.ALL : users.toOthers()) {
        moves.add(new Move(user, Optional.of(stimulus), 0));
      }
    }
    return moves.build();
  }

  /** Whether a pair was met. */
  boolean isReached(int pair) {
    return metAt[pair] != NOWHERE;
  }

  /** The pairs that were met. */
  BitSet reached() {
    BitSet reached = new BitSet();
    IntStream.range(0, metAt.length).filter(this::isReached).forEach(reached::set);
    return reached;
  }

  /** The shortest way to the state of a pair that was met. */
  ImmutableList<Move> way(int pair) {
    List<Move> way = new ArrayList<>();
    if (metAfterMillis[pair] > 0) {
      way.add(Move.pass(metAfterMillis[pair]));
    }
    for (Node node = nodes.get(metAt[pair]); node.before() != NOWHERE; ) {
      way.add(node.by());
      node = nodes.get(node.before());
    }
    return ImmutableList.copyOf(way).reverse();
  }

  private void leave(int node) {
    Situation here = nodes.get(node).situation();
    meet(here, node, 0);
    for (Move move : moves) {
      Situation next = here.copy();
      apply(next, move);
      reach(next, node, move);
    }
    Situation later = here.copy();
    long passed = 0;
    while (passed < unitMillis) {
      long millis = Math.min(later.untilChangeMillis(), unitMillis - passed);
      later.pass(millis);
      passed += millis;
      if (passed < unitMillis) {
        meet(later, node, passed);
      }
    }
    reach(later, node, Move.pass(unitMillis));
  }

  private void apply(Situation situation, Move move) {
    Stimulus stimulus = move.stimulus().orElseThrow();
    if (move.user() == 0) {
      situation.toOwn(stimulus);
    } else {
      situation.toOther(move.user() - 1, stimulus, goodbyes);
    }
  }

  private void meet(Situation situation, int node, long millisAfter) {
    int first = users.state(situation) * users.inputs();
    for (Move move : moves) {
      int input = number(situation, move);
      if (input != Users.NONE) {
        meet(first + input, node, millisAfter);
      }
    }
    if (situation.untilChangeMillis() != Situation.NEVER) {
      meet(first + users.waiting(), node, millisAfter);
    }
  }

  private void meet(int pair, int node, long millisAfter) {
    if (metAt[pair] == NOWHERE) {
      metAt[pair] = node;
      metAfterMillis[pair] = millisAfter;
    }
  }

  private int number(Situation situation, Move move) {
    Stimulus stimulus = move.stimulus().orElseThrow();
    return move.user() == 0
        ? users.toOwn(stimulus)
        : users.toOther(situation, move.user() - 1, stimulus, goodbyes);
  }

  private void reach(Situation situation, int before, Move by) {
    if (keys.add(key(situation))) {
      nodes.add(new Node(situation, before, by));
    }
  }

  /** What a situation's future depends on; ages count up to the first step beyond what they do. */
  private long key(Situation situation) {
    Thresholds thresholds = situation.thresholds();
    long[] others = new long[situation.others()];
    for (int other = 0; other < others.length; other++) {
      others[other] =
          (users.link(situation, other) * 4L + Numbers.of(situation.held(other))) * AGES
              + age(situation.silentMillis(other), thresholds.windowMillis());
    }
    Arrays.sort(others);
    long key =
        Numbers.of(situation.own()) * (long) AGES
            + age(situation.deafMillis(), thresholds.lostMillis());
    for (long other : others) {
      key = key << 16 | other;
    }
    return key;
  }

  private long age(long millis, long thresholdMillis) {
    return Math.min(millis, thresholdMillis + unitMillis) / unitMillis;
  }
}
