package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/** Scenarios on their way: those to be written, and those written whose answer is awaited. */
final class Batch {
  private final ImmutableList<Scenario> scenarios;
  private final Profile profile;
  private final ObjIntConsumer<Answer> sink;
  private final Pace pace;
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final InFlight inFlight;

  /** Judged without their own answer, which may still come: one scenario costs one verdict. */
  private final Set<Long> writtenOff = new HashSet<>();

  private long nextId;

  Batch(
      ImmutableList<Scenario> scenarios,
      Profile profile,
      ObjIntConsumer<Answer> sink,
      Pace pace,
      long firstId) {
    this.scenarios = scenarios;
    this.profile = profile;
    this.sink = sink;
    this.pace = pace;
    this.nextId = firstId;
    this.inFlight = new InFlight(pace.atOnce());
    for (int i = 0; i < scenarios.size(); i++) {
      waiting.add(i);
    }
  }

  boolean isDone() {
    return waiting.isEmpty() && inFlight.size() == 0;
  }

  long nextId() {
    return nextId;
  }

  /** Whether one more is to be written ahead. */
  boolean wantsMore() {
    return !waiting.isEmpty() && inFlight.size() < pace.window();
  }

  /** The next line to write; its scenario is in flight from now on. */
  String next(long nowNanos) {
    int index = waiting.remove();
    Scenario scenario = scenarios.get(index);
    long id = nextId;
    nextId++;
    inFlight.add(new Flight(id, index, nowNanos, pace.limit(scenario).toNanos()));
    return Messages.run(id, scenario, profile);
  }

  /** What is in flight under an id. */
  Optional<Flight> flight(long id) {
    return inFlight.get(id);
  }

  /** The first whose answer is awaited. */
  Optional<Flight> first() {
    return inFlight.first();
  }

  /** The first whose time is up at an instant. */
  Optional<Flight> overdue(long nowNanos) {
    return inFlight.overdue(nowNanos);
  }

  /** How long it is from an instant until some scenario's time is up. */
  long patienceNanos(long nowNanos) {
    return inFlight.patienceNanos(nowNanos);
  }

  /** Whether an id was ever given to a scenario of this batch or of one before it. */
  boolean wasWritten(long id) {
    return id > 0 && id < nextId;
  }

  Scenario scenario(Flight flight) {
    return scenarios.get(flight.index());
  }

  /** Whether an answer is one that nobody waits for any more; it is then to be passed over. */
  boolean passesOver(long id) {
    return writtenOff.remove(id);
  }

  /** Its answer has come. */
  void answer(Flight flight, Answer answer, long cameNanos) {
    inFlight.remove(flight, cameNanos);
    sink.accept(answer, flight.index());
  }

  /** It is judged; should its own answer come still, that is passed over. */
  void writeOff(Flight flight, Answer answer, long nowNanos) {
    writtenOff.add(flight.id());
    answer(flight, answer, nowNanos);
  }

  /** Those that were in flight when the port went are to be written again, first of all. */
  void takeBack() {
    ImmutableList<Integer> indexes = inFlight.clear();
    indexes.reverse().forEach(waiting::addFirst);
    writtenOff.clear();
  }

  /** Nothing more is run. */
  void giveUp(String reason) {
    takeBack();
    while (!waiting.isEmpty()) {
      sink.accept(new Answer.NotRun(reason), waiting.remove());
    }
  }
}
