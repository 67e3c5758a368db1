package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * One run of a port's program, looked at step by step: for a diagnosis, not for a verdict.
 *
 * <p>Nothing waits longer than it is told to, whatever the program does. For one thread.
 */
public final class Probe implements AutoCloseable {
  private static final int POLL_MILLIS = 10;

  private final ChildProcess child;
  private final StrayOutput stray = new StrayOutput();
  private long nextId = 1;
  private boolean answered;

  private Probe(ChildProcess child) {
    this.child = child;
  }

  /** What came of the greeting. */
  public sealed interface Greeted {
    /** The port said who it is. */
    record Said(Hello hello) implements Greeted {}

    /**
     * Its first message is no hello.
     *
     * @param problem which field of it, and what was expected
     */
    record Wrong(String problem) implements Greeted {}

    /**
     * It ended first.
     *
     * @param how in a sentence, with its exit code
     */
    record Ended(String how) implements Greeted {}

    /** It said nothing in time. */
    record Silent() implements Greeted {}
  }

  /**
   * Starts the program.
   *
   * @param command how to start it
   * @param limits how long a line may be
   * @param transcript where every line goes; it is not closed
   * @throws PortUnusableException if the system can't start it
   */
  public static Probe start(PortCommand command, PortLimits limits, Transcript transcript) {
    return new Probe(ChildProcess.start(command, limits.lineBytes(), transcript));
  }

  /**
   * Starts the program, and lets live what it leaves behind when it ends, until it is looked at.
   *
   * @param command how to start it
   * @param limits how long a line may be
   * @param transcript where every line goes; it is not closed
   * @throws PortUnusableException if the system can't start it
   */
  public static Probe startWatched(PortCommand command, PortLimits limits, Transcript transcript) {
    return new Probe(ChildProcess.startWatched(command, limits.lineBytes(), transcript));
  }

  /** A hello as it may look, for advice. */
  public static String helloExample() {
    return Greeting.EXAMPLE;
  }

  /**
   * Greets the port, once.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public Greeted greet(String kit, Duration patience) throws InterruptedException {
    child.write(Messages.hello(kit));
    Optional<Heard> heard = hear(System.nanoTime() + patience.toNanos());
    if (heard.isEmpty()) {
      return new Greeted.Silent();
    }
    if (heard.get() instanceof Heard.Garbled garbled) {
      return new Greeted.Wrong(garbled.problem());
    }
    if (heard.get() instanceof Heard.End end) {
      return new Greeted.Ended(Endings.sentence(child, patience, !end.text().isEmpty()));
    }
    try {
      return new Greeted.Said(HelloReader.read(Messages.parse(heard.get().text())));
    } catch (ProtocolException e) {
      return new Greeted.Wrong(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes all scenarios at once and hears the answers, in any order.
   *
   * @param patience how long all of it may take
   * @return the answers that came in time, by the index of the scenario
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public ImmutableMap<Integer, Answer> ask(
      ImmutableList<Scenario> scenarios, Profile profile, Duration patience)
      throws InterruptedException {
    Map<Integer, Answer> answers = new TreeMap<>();
    Pace pace = new Pace(scenarios.size(), scenarios.size(), 0, patience);
    Batch batch =
        new Batch(scenarios, profile, (answer, index) -> answers.put(index, answer), pace, nextId);
    long endNanos = System.nanoTime() + patience.toNanos();
    while (batch.wantsMore()) {
      child.write(batch.next(System.nanoTime()));
    }
    nextId = batch.nextId();
    boolean inStep = true;
    while (inStep && !batch.isDone()) {
      Optional<Heard> heard = hear(endNanos);
      inStep = heard.isPresent() && take(heard.get(), batch, patience);
    }
    return ImmutableMap.copyOf(answers);
  }

  private boolean take(Heard heard, Batch batch, Duration patience) throws InterruptedException {
    if (heard instanceof Heard.Message message) {
      answered = true;
      return Replies.take(message, batch);
    }
    if (heard instanceof Heard.Garbled garbled) {
      return Replies.takeBroken(garbled, garbled.problem(), batch);
    }
    boolean midway = !heard.text().isEmpty();
    Answer crashed = new Answer.Crashed(Endings.sentence(child, patience, midway));
    batch.first().ifPresent(flight -> batch.answer(flight, crashed, heard.stamp().nanos()));
    return false;
  }

  /** Closes the port's input. Returns whether a message comes then, which was held back. */
  public boolean speaksOnceInputCloses(Duration patience) throws InterruptedException {
    child.closeInput();
    Optional<Heard> heard = hear(System.nanoTime() + patience.toNanos());
    return heard.filter(one -> one.text().startsWith("{")).isPresent();
  }

  /** What may help one whose port says nothing. */
  public String hintOnSilence() {
    return Endings.unfinished(child, answered);
  }

  /**
   * Closes the port's input and waits for its end.
   *
   * @return its exit code; empty if it lives on
   */
  public Optional<Integer> end(Duration patience) throws InterruptedException {
    child.closeInput();
    long endNanos = System.nanoTime() + patience.toNanos();
    Optional<Heard> heard;
    do {
      heard = hear(endNanos);
    } while (heard.isPresent() && !(heard.get() instanceof Heard.End));
    return child.exitCode(Duration.ofNanos(Math.max(0, endNanos - System.nanoTime())));
  }

  /**
   * What the port started and did not end, once the port has ended.
   *
   * @param patience how long that may take to end by itself
   * @return each in a few words
   */
  public ImmutableList<String> leftBehind(Duration patience) throws InterruptedException {
    long endNanos = System.nanoTime() + patience.toNanos();
    ImmutableList<ProcessHandle> living = child.offspring();
    while (!living.isEmpty() && endNanos - System.nanoTime() > 0) {
      Thread.sleep(POLL_MILLIS);
      living = child.offspring();
    }
    List<String> words = new ArrayList<>();
    for (ProcessHandle one : living) {
      words.add(one.pid() + one.info().command().map(name -> " " + name).orElse(""));
    }
    return ImmutableList.copyOf(words);
  }

  /** The last lines of the port's log, harmless to look at. */
  public ImmutableList<String> log() {
    return child.log().lines();
  }

  /** What it printed that is no message, in a sentence; empty if nothing. */
  public ImmutableList<String> strayOutput() {
    return stray.warnings();
  }

  /** Kills the program and all that it started. */
  @Override
  public void close() {
    child.kill();
  }

  /** The next thing that is not stray. */
  private Optional<Heard> hear(long endNanos) throws InterruptedException {
    while (true) {
      Optional<Heard> heard = child.read(endNanos - System.nanoTime());
      if (heard.isPresent() && heard.get().stamp().nanos() - endNanos > 0) {
        return Optional.empty();
      }
      if (heard.isEmpty() || !(heard.get() instanceof Heard.Stray)) {
        return heard;
      }
      stray.add(heard.get().text());
    }
  }
}
