package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * A port in this JVM on a thread of its own: one that throws or hangs costs one scenario, as a
 * program would. After a hang a new one is made, until that has happened too often.
 *
 * <p>Used by one thread at a time. While a debugger is attached there is no limit of time.
 */
public final class GuardedPort implements Port {
  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));

  private final Supplier<Port> factory;
  private final PortLimits limits;
  private final Hello hello;

  private Port port;
  private PortThread thread = new PortThread();
  private int restarts;
  private Optional<Throwable> thrown = Optional.empty();

  /**
   * Makes the port and hears its hello.
   *
   * @param factory makes the port, and makes it anew after a hang
   * @param limits how much patience to have, and how often it is made anew
   * @throws IllegalStateException if there is none, or one that plays no platform
   */
  public GuardedPort(Supplier<Port> factory, PortLimits limits) {
    this.factory = factory;
    this.limits = ImmutablePortLimits.copyOf(limits).withDeadlines(limits.deadlines() && !DEBUGGED);
    this.port = made(factory);
    Hello said = port.hello();
    if (said == null || said.platforms().isEmpty()) {
      throw new IllegalStateException(
          said == null ? "the port's hello() returned null" : "the port's hello names no platform");
    }
    this.hello = said;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  /** The port that is guarded; the newest, after hangs. */
  public Port guarded() {
    return port;
  }

  /** What it threw in the scenario that was run last, if it did. */
  public Optional<Throwable> thrown() {
    return thrown;
  }

  @Override
  public Answer run(Scenario scenario, Profile profile) {
    if (restarts > limits.maxRestarts()) {
      return new Answer.NotRun(
          "the port was restarted as often as it may be ("
              + limits.maxRestarts()
              + "); mend what made that necessary");
    }
    return run(scenario, profile, limits);
  }

  private Answer run(Scenario scenario, Profile profile, PortLimits limit) {
    thrown = Optional.empty();
    Port current = port;
    Duration most = Pace.of(hello, limit).limit(scenario);
    Future<Answer> running = thread.begin(() -> answer(current, scenario, profile));
    try {
      return running.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      thrown = Optional.of(cause);
      return new Answer.Failed(Thrown.sentence(cause));
    } catch (TimeoutException e) {
      String place = thread.place();
      replace();
      return new Answer.Hung(
          "no answer within "
              + Conversation.seconds(most)
              + (place.isEmpty() ? "" : "\nthe port's thread is" + place));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.NotRun("interrupted");
    }
  }

  /** By the port's own way to run many, of which this is one. */
  private static Answer answer(Port port, Scenario scenario, Profile profile) {
    List<Answer> answers = new ArrayList<>();
    port.runAll(ImmutableList.of(scenario), profile, (answer, index) -> answers.add(answer));
    if (answers.isEmpty()) {
      return new Answer.Broke("the port gave no answer");
    }
    Answer first = answers.get(0);
    return first == null ? new Answer.Failed("the port answered null") : first;
  }

  /**
   * The same port with another patience, for tries that nothing depends on: their hangs are not
   * counted. It is not closed by closing what is returned.
   */
  public Port within(Duration answer) {
    PortLimits others = ImmutablePortLimits.copyOf(limits).withAnswer(answer);
    return new Port() {
      @Override
      public Hello hello() {
        return hello;
      }

      @Override
      public Answer run(Scenario scenario, Profile profile) {
        int before = restarts;
        Answer answer = GuardedPort.this.run(scenario, profile, others);
        restarts = before;
        return answer;
      }
    };
  }

  @Override
  public ImmutableList<String> warnings() {
    return port.warnings();
  }

  /**
   * Closes the port.
   *
   * @throws IllegalStateException if that does not end well
   */
  @Override
  public void close() {
    Port current = port;
    Future<Boolean> closing =
        thread.begin(
            () -> {
              current.close();
              return true;
            });
    try {
      boolean unused = closing.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the port's close() threw " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "the port's close() did not return; its thread is" + thread.place(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.abandon();
    }
  }

  private void replace() {
    thread.abandon();
    restarts++;
    if (restarts <= limits.maxRestarts()) {
      thread = new PortThread();
      port = made(factory);
    }
  }

  private static Port made(Supplier<Port> factory) {
    Port made = factory.get();
    if (made == null) {
      throw new IllegalStateException("port() returned null; return the port under test");
    }
    return made;
  }
}
