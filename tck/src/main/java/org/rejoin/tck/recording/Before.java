package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.presence.UserState;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;

/**
 * What is kept of one user's lines that are gone: those that brought the user to where it was then,
 * and what its app was told of others without need. Few, however many lines there were.
 */
final class Before {
  /** A newcomer may be told of a silent user, and by its own clock that the user is gone. */
  private static final int TOLD_OF_ONE = 2;

  private final StepReading reading;
  private final List<Numbered<Step>> steps = new ArrayList<>(2);
  private final Map<UserId, List<Expectation>> told = new LinkedHashMap<>(0);
  private Optional<ConnectAttempt> accepted = Optional.empty();
  private Optional<ConnectAttempt> tried = Optional.empty();
  private UserState state;

  /**
   * Something with its place among the lines of the channel, since those of one instant have an
   * order.
   */
  record Numbered<T>(long number, T what) {}

  Before(StepReading reading) {
    this.reading = reading;
    this.state = reading.atFirst();
  }

  /** Takes a step. Returns whether another session begins, so that the one before is forgotten. */
  boolean add(long number, Step step) {
    if (reading.givesUpMillis(state) < step.atMillis()) {
      become(reading.givenUp(state, reading.givesUpMillis(state)));
    }
    UserState before = state;
    become(reading.after(state, step));
    boolean begins = state.session() != before.session();
    if (state.equals(before)) {
      return false;
    }
    if (begins) {
      steps.clear();
      accepted = Optional.empty();
    } else if (state.isWaiting() && before.isWaiting()) {
      steps.remove(steps.size() - 1);
    } else if (step.action() == Action.RESTORE && !state.isWaiting()) {
      steps.subList(lastDrop(), steps.size()).clear();
      return false;
    }
    steps.add(new Numbered<>(number, step));
    return begins;
  }

  void add(ConnectAttempt attempt) {
    UserState before = state;
    become(reading.after(state, attempt));
    if (state.equals(before)) {
      tried = Optional.of(attempt);
    } else {
      // The outage before it is over, and of its session the beginning is enough.
      steps.subList(1, lastDrop()).clear();
      accepted = Optional.of(attempt);
    }
  }

  /** A callback was told that need not be: what is expected later depends on it. */
  void add(UserId peer, Expectation met) {
    List<Expectation> of = told.computeIfAbsent(peer, unused -> new ArrayList<>(TOLD_OF_ONE));
    if (of.size() == TOLD_OF_ONE) {
      of.remove(0);
    }
    of.add(met);
  }

  /** The lines of a user's session are gone, so that nothing calls for what was told of it. */
  void forgetTold(UserId peer) {
    told.remove(peer);
  }

  private void become(UserState next) {
    if (next.session() != state.session() || !next.isInSession()) {
      told.clear();
    }
    if (next.link() != state.link()) {
      tried = Optional.empty();
    }
    state = next;
  }

  /** Where the last outage begins; there is one. */
  private int lastDrop() {
    int index = steps.size() - 1;
    while (steps.get(index).what().action() != Action.DROP) {
      index--;
    }
    return index;
  }

  List<Numbered<Step>> steps() {
    return steps;
  }

  ImmutableList<ConnectAttempt> attempts() {
    ImmutableList.Builder<ConnectAttempt> attempts = ImmutableList.builder();
    accepted.ifPresent(attempts::add);
    tried.ifPresent(attempts::add);
    return attempts.build();
  }

  /** What its app was told without need, each with the callback. */
  ImmutableList<Expectation> told() {
    return told.values().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
  }
}
