package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rejoin.tck.reference.states.ClientTable.Table;

/**
 * Every state that three users of one channel can come to on the lattice of 2 s, breadth first, and
 * what must hold in each. Users with the same window are interchangeable: of states that differ in
 * their names alone one is looked at. Ends at the first state or transition in which something does
 * not hold, with the shortest way there.
 */
@SuppressWarnings("EnumOrdinal") // Which stimuli there are is where one of them stands.
final class Exploration {

  /** How a network may fail. */
  enum Loss {
    /** Both ways at once. */
    WHOLE,
    /** In one direction too. */
    ONE_WAY
  }

  /**
   * What was found.
   *
   * @param states how many states there are
   * @param looked how many of them were looked at, the others being these but for names
   * @param transitions how many stimuli that apply, and steps of time, lead from the latter
   * @param problem what does not hold, and the way there; empty if all holds
   */
  record Found(long states, int looked, long transitions, Optional<String> problem) {}

  /** More than twice as many as are looked at of the right client; all of them fit into memory. */
  private static final int MOST_LOOKED_AT = 10_000_000;

  private static final Stimulus[] STIMULI = Stimulus.values();

  private final Table[] tables;
  private final Network network;
  private final Rosters rosters;
  private final int stimuli;

  /** The stimuli that apply, by standing. */
  private final Stimulus[][] applying = new Stimulus[Standing.values().length][];

  private final StateSet set = new StateSet();

  /** What the state that is looked at leads to. */
  private final long[] reached = new long[Network.USERS * STIMULI.length + 1];

  private int count;

  private long states;
  private long transitions;

  private Exploration(ImmutableList<Table> tables, Loss loss) {
    this.tables = tables.toArray(new Table[0]);
    this.network = new Network(this.tables);
    this.rosters = new Rosters(this.tables);
    this.stimuli =
        switch (loss) {
          case WHOLE -> Stimulus.DROP_UPLINK.ordinal();
          case ONE_WAY -> STIMULI.length;
        };
    for (Standing standing : Standing.values()) {
      applying[standing.ordinal()] =
          Arrays.stream(STIMULI, 0, stimuli)
              .filter(stimulus -> stimulus.applies(standing))
              .toArray(Stimulus[]::new);
    }
  }

  /**
   * Explores.
   *
   * @param tables one client each, in the order of the users; interchangeable if they are the same
   * @param loss how a network may fail
   */
  static Found explore(ImmutableList<Table> tables, Loss loss) {
    return new Exploration(tables, loss).explore();
  }

  private Found explore() {
    reached[0] = network.packRenamed();
    set.addAll(reached, 1, StateSet.NONE);
    for (int number = 0; number < set.size(); number++) {
      if (!leave(number)) {
        return new Found(states, number, transitions, Optional.of(story(number)));
      }
      if (set.size() > MOST_LOOKED_AT) {
        throw new AssertionError(
            "more than " + MOST_LOOKED_AT + " states and no end; the clients have too many");
      }
    }
    return new Found(states, set.size(), transitions, Optional.empty());
  }

  /** Looks at a state and what leads from it. Returns whether all holds. */
  private boolean leave(int number) {
    long state = set.state(number);
    network.unpack(state);
    states += network.names();
    if (rosters.problem(network).isPresent()) {
      return false;
    }
    count = 0;
    for (int user = 0; user < Network.USERS; user++) {
      network.unpack(state);
      for (Stimulus stimulus : applying[network.standing(user).ordinal()]) {
        network.unpack(state);
        network.apply(user, stimulus);
        if (!reach()) {
          return false;
        }
      }
    }
    network.unpack(state);
    network.tick();
    if (!reach()) {
      return false;
    }
    set.addAll(reached, count, number);
    return true;
  }

  private boolean reach() {
    transitions++;
    if (network.breaching() != Network.NOBODY) {
      return false;
    }
    reached[count] = network.packRenamed();
    count++;
    return true;
  }

  /**
   * What does not hold at a state, and the way there, with every user under one name throughout.
   */
  private String story(int number) {
    Deque<Long> way = new ArrayDeque<>();
    for (int at = number; at != StateSet.NONE; at = set.before(at)) {
      way.push(set.state(at));
    }
    long state = way.pop();
    List<String> told = new ArrayList<>();
    for (long next : way) {
      state = step(state, next, told);
    }
    network.unpack(state);
    Optional<String> problem = rosters.problem(network);
    if (problem.isPresent()) {
      told.add(problem.get());
    } else {
      breach(state, told);
    }
    return String.join("; ", told);
  }

  /** Goes on to a state that is the next but for names. */
  private long step(long state, long next, List<String> told) {
    for (int user = 0; user < Network.USERS; user++) {
      for (int i = 0; i < stimuli; i++) {
        network.unpack(state);
        if (STIMULI[i].applies(network.standing(user))) {
          network.apply(user, STIMULI[i]);
          if (network.packRenamed() == next) {
            told.add(words(STIMULI[i], user));
            return network.pack();
          }
        }
      }
    }
    told.add("2 s");
    network.unpack(state);
    network.tick();
    return network.pack();
  }

  /** What leads from a state to a breach of the grammar, and the breach. */
  private void breach(long state, List<String> told) {
    for (int user = 0; user < Network.USERS; user++) {
      for (int i = 0; i < stimuli; i++) {
        network.unpack(state);
        if (STIMULI[i].applies(network.standing(user))) {
          network.apply(user, STIMULI[i]);
          if (network.breaching() != Network.NOBODY) {
            told.add(words(STIMULI[i], user));
            told.add(breach());
            return;
          }
        }
      }
    }
    network.unpack(state);
    network.tick();
    told.add("2 s");
    told.add(breach());
  }

  private String breach() {
    int user = network.breaching();
    String what = tables[user].breaches().getOrDefault(network.breach(), "");
    return "user " + (user + 1) + " is told " + Machine.renamed(what, user);
  }

  private static String words(Stimulus stimulus, int user) {
    return stimulus.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + (user + 1);
  }
}
