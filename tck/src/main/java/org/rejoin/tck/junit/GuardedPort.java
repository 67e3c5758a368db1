package org.rejoin.tck.junit;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Scenario;

/**
 * An implementer's port, on a thread of its own: one that throws or hangs fails a scenario and not
 * the test run. After a hang a new one is made, until that has happened too often.
 *
 * <p>For one thread at a time. While a debugger is attached there is no limit of time.
 */
final class GuardedPort {
  private static final int MAX_HANGS = 3;
  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));

  private final Supplier<Port> factory;
  private final Hello hello;

  private Port port;
  private PortThread thread = new PortThread();
  private int hangs;

  /**
   * Makes the port and hears its hello.
   *
   * @throws IllegalStateException if there is none, or one that plays no platform
   */
  GuardedPort(Supplier<Port> factory) {
    this.factory = factory;
    this.port = made(factory);
    Hello said = port.hello();
    if (said == null || said.platforms().isEmpty()) {
      throw new IllegalStateException(
          said == null ? "the port's hello() returned null" : "the port's hello names no platform");
    }
    this.hello = said;
  }

  /**
   * What came of a scenario.
   *
   * @param answer the answer, the port's or ours
   * @param thrown what the port threw, if it did
   */
  record Result(Answer answer, Optional<Throwable> thrown) {
    static Result of(Answer answer) {
      return new Result(answer, Optional.empty());
    }
  }

  Hello hello() {
    return hello;
  }

  Result run(Scenario scenario, Profile profile, Duration patience) {
    if (hangs > MAX_HANGS) {
      return Result.of(new Answer.NotRun("the port hung " + hangs + " times; it is not run again"));
    }
    Port current = port;
    Future<Answer> running = thread.begin(() -> current.run(scenario, profile));
    try {
      return Result.of(within(running, patience.plusMillis(ownMillis(scenario))));
    } catch (ExecutionException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      return new Result(new Answer.Failed("the port threw " + thrown), Optional.of(thrown));
    } catch (TimeoutException e) {
      Answer hung =
          new Answer.Hung(
              "no answer within "
                  + patience.toMillis()
                  + " ms; the port's thread is"
                  + thread.place());
      replace();
      return Result.of(hung);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.of(new Answer.NotRun("interrupted"));
    }
  }

  /** The same, for a try that nothing depends on: a hang is not counted. */
  Result tryOut(Scenario scenario, Profile profile, Duration patience) {
    int before = hangs;
    Result result = run(scenario, profile, patience);
    hangs = before;
    return result;
  }

  /** Whether it is made anew should it hang. */
  boolean mayHang() {
    return hangs < MAX_HANGS;
  }

  /**
   * Closes the port.
   *
   * @throws IllegalStateException if that does not end well
   */
  void close(Duration patience) {
    Port current = port;
    Future<Answer> closing =
        thread.begin(
            () -> {
              current.close();
              return new Answer.NotRun("closed");
            });
    try {
      within(closing, patience);
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

  private static Answer within(Future<Answer> running, Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    Answer answer =
        DEBUGGED ? running.get() : running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null ? new Answer.Failed("the port's run() returned null") : answer;
  }

  private long ownMillis(Scenario scenario) {
    return switch (hello.clock()) {
      case VIRTUAL -> 0;
      case REAL -> Math.round(scenario.untilMillis() * hello.timeScale());
    };
  }

  private void replace() {
    thread.abandon();
    hangs++;
    if (hangs <= MAX_HANGS) {
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
