package org.rejoin.tck.reference.states;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One client as a table of states and inputs, made by driving the client through every one of them.
 * A state is the client's snapshot and what its app has been told. That the snapshot is enough is
 * checked: every further way to a known state must go on as the first one does.
 */
@SuppressWarnings("EnumOrdinal") // The table is an array; nothing is written down.
final class ClientTable {
  /** Where a state leads on whose way something is said that should not be. */
  static final int NOWHERE = -1;

  /** Longer than any deadline. */
  private static final int TICKS_UNTIL_QUIET = 16;

  /** More states than any client has; one with more has something in its snapshot that grows. */
  private static final int MOST_STATES = 2_000;

  /** A state, and the shortest way to it. */
  private record State(String snapshot, Told told, ImmutableList<ClientInput> way) {}

  /** Where an input leads: to a state, or to a breach of the grammar. */
  private record Outcome(String snapshot, Told told, Optional<String> breach) {}

  private final Supplier<Machine> machines;
  private final Map<Outcome, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final ImmutableIntArray.Builder next = ImmutableIntArray.builder();
  private final Map<Integer, String> breaches = new HashMap<>();

  private ClientTable(Supplier<Machine> machines) {
    this.machines = machines;
  }

  /**
   * A finished table.
   *
   * @param told what was told in each state
   * @param snapshots each state in words
   * @param next where each input leads from each state
   * @param quiet where each state leads if nothing more happens; {@link #NOWHERE} if to a breach
   * @param swapped each state with its two remotes in each other's place
   * @param breaches what is wrong with a transition, by its place in {@code next}
   */
  record Table(
      ImmutableList<Told> told,
      ImmutableList<String> snapshots,
      ImmutableIntArray next,
      ImmutableIntArray quiet,
      ImmutableIntArray swapped,
      ImmutableMap<Integer, String> breaches) {
    int size() {
      return told.size();
    }
  }

  /** Drives machines of a kind, each from its beginning, through every state and input. */
  static Table of(Supplier<Machine> machines) {
    ClientTable table = new ClientTable(machines);
    Outcome start = new Outcome(machines.get().snapshot(), Told.NOTHING, Optional.empty());
    int unused = table.number(start, ImmutableList.of());
    for (int state = 0; state < table.states.size(); state++) {
      table.leave(state);
    }
    return table.finished();
  }

  private void leave(int state) {
    ImmutableList<ClientInput> way = states.get(state).way();
    for (ClientInput input : ClientInput.values()) {
      Outcome outcome = outcome(way, ImmutableList.of(input));
      ImmutableList<ClientInput> longer =
          ImmutableList.<ClientInput>builder().addAll(way).add(input).build();
      int from = state * ClientInput.COUNT + input.ordinal();
      if (outcome.breach().isPresent()) {
        breaches.put(from, outcome.breach().get());
        next.add(state);
      } else {
        next.add(number(outcome, longer));
      }
    }
  }

  private int number(Outcome outcome, ImmutableList<ClientInput> way) {
    Integer known = numbers.get(outcome);
    if (known != null) {
      checkAlike(states.get(known).way(), way);
      return known;
    }
    int number = states.size();
    if (number == MOST_STATES) {
      throw new AssertionError(
          "a client has more than "
              + MOST_STATES
              + " states: something in its snapshot grows or shrinks for ever; the last one, after "
              + way
              + ": "
              + outcome.snapshot());
    }
    numbers.put(outcome, number);
    states.add(new State(outcome.snapshot(), outcome.told(), way));
    return number;
  }

  private void checkAlike(ImmutableList<ClientInput> one, ImmutableList<ClientInput> other) {
    for (ClientInput input : ClientInput.values()) {
      checkAlike(one, other, ImmutableList.of(input));
    }
    for (int ticks = 2; ticks <= TICKS_UNTIL_QUIET; ticks += 3) {
      checkAlike(one, other, ImmutableList.copyOf(Collections.nCopies(ticks, ClientInput.TICK)));
    }
  }

  private void checkAlike(
      ImmutableList<ClientInput> one,
      ImmutableList<ClientInput> other,
      ImmutableList<ClientInput> then) {
    if (!outcome(one, then).equals(outcome(other, then))) {
      throw new AssertionError(
          "the snapshot is not enough: after "
              + one
              + " and after "
              + other
              + ", "
              + then
              + " leads to different states");
    }
  }

  private Outcome outcome(ImmutableList<ClientInput> way, ImmutableList<ClientInput> then) {
    Machine machine = machines.get();
    Told told = Told.NOTHING;
    try {
      for (ClientInput input : Iterables.concat(way, then)) {
        told = after(machine, told, input);
      }
      return new Outcome(machine.snapshot(), told, Optional.empty());
    } catch (Told.Breach breach) {
      return new Outcome("", told, Optional.of(breach.getMessage()));
    }
  }

  private static Told after(Machine machine, Told told, ClientInput input) throws Told.Breach {
    long nowMillis = machine.nowMillis();
    return told.after(input, machine.accept(input), nowMillis);
  }

  private Table finished() {
    ImmutableIntArray all = next.build();
    ImmutableIntArray.Builder quiet = ImmutableIntArray.builder();
    for (int state = 0; state < states.size(); state++) {
      int at = state;
      for (int tick = 0; tick < TICKS_UNTIL_QUIET && at != NOWHERE; tick++) {
        int from = at * ClientInput.COUNT + ClientInput.TICK.ordinal();
        at = breaches.containsKey(from) ? NOWHERE : all.get(from);
      }
      quiet.add(at);
    }
    return new Table(
        states.stream().map(State::told).collect(ImmutableList.toImmutableList()),
        states.stream().map(State::snapshot).collect(ImmutableList.toImmutableList()),
        all,
        quiet.build(),
        swapped(all),
        ImmutableMap.copyOf(breaches));
  }

  /** The way to each state, with every remote for the other one. */
  private ImmutableIntArray swapped(ImmutableIntArray all) {
    ImmutableIntArray.Builder swapped = ImmutableIntArray.builder();
    for (State state : states) {
      int at = 0;
      for (ClientInput input : state.way()) {
        at = all.get(at * ClientInput.COUNT + input.swapped().ordinal());
      }
      swapped.add(at);
    }
    return swapped.build();
  }
}
