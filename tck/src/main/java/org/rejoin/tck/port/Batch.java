package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/** Scenarios on their way: those to be written, and those written whose answer is awaited. */
final class Batch {
  private final ImmutableList<Scenario> scenarios;
  private final Profile profile;
  private final ObjIntConsumer<Answer> sink;
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final LinkedHashMap<Long, Integer> inFlight = new LinkedHashMap<>();

  private long nextId;

  Batch(
      ImmutableList<Scenario> scenarios,
      Profile profile,
      ObjIntConsumer<Answer> sink,
      long firstId) {
    this.scenarios = scenarios;
    this.profile = profile;
    this.sink = sink;
    this.nextId = firstId;
    for (int i = 0; i < scenarios.size(); i++) {
      waiting.add(i);
    }
  }

  boolean isDone() {
    return waiting.isEmpty() && inFlight.isEmpty();
  }

  long nextId() {
    return nextId;
  }

  int inFlight() {
    return inFlight.size();
  }

  boolean hasMore() {
    return !waiting.isEmpty();
  }

  /** The next line to write; its scenario is in flight from now on. */
  String next() {
    int index = waiting.remove();
    long id = nextId;
    nextId++;
    inFlight.put(id, index);
    return Messages.run(id, scenarios.get(index), profile);
  }

  /** The scenario that is in flight under an id. */
  Optional<Scenario> scenario(long id) {
    return Optional.ofNullable(inFlight.get(id)).map(scenarios::get);
  }

  void answer(long id, Answer answer) {
    Integer index = inFlight.remove(id);
    if (index != null) {
      sink.accept(answer, index);
    }
  }

  /** Lays something at the door of the first unanswered scenario. */
  void blame(Answer answer) {
    inFlight.keySet().stream().findFirst().ifPresent(id -> answer(id, answer));
  }

  /** Those that were in flight when the port went are to be written again, first of all. */
  void takeBack() {
    Integer[] indexes = inFlight.values().toArray(new Integer[0]);
    for (int i = indexes.length - 1; i >= 0; i--) {
      waiting.addFirst(indexes[i]);
    }
    inFlight.clear();
  }

  /** Nothing more is run. */
  void giveUp(String reason) {
    takeBack();
    while (!waiting.isEmpty()) {
      sink.accept(new Answer.NotRun(reason), waiting.remove());
    }
  }
}
