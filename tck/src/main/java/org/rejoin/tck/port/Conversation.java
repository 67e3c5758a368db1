package org.rejoin.tck.port;

import java.time.Duration;
import java.util.Optional;

/** What is said between the kit and one run of a port's program, from hello to the end. */
final class Conversation {
  private final Launcher launcher;
  private final ChildProcess child;
  private final StrayOutput stray;
  private final Hello hello;

  private boolean open = true;

  /** Whether a whole batch lies behind it, so that the port had time of its own to end. */
  private boolean rested;

  /** Whether any answer came. */
  private boolean answered;

  private Conversation(Launcher launcher, ChildProcess child, StrayOutput stray, Hello hello) {
    this.launcher = launcher;
    this.child = child;
    this.stray = stray;
    this.hello = hello;
  }

  /**
   * Starts the program and hears its hello.
   *
   * @throws PortUnusableException if that does not succeed
   */
  static Conversation begin(Launcher launcher, PortLimits limits, String kit, StrayOutput stray) {
    ChildProcess child = launcher.start();
    boolean heard = false;
    try {
      child.write(Messages.hello(kit));
      Hello hello = Greeting.await(child, limits, stray);
      heard = true;
      return new Conversation(launcher, child, stray, hello);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnusableException("interrupted while waiting for the port's hello");
    } finally {
      if (!heard) {
        child.kill();
      }
    }
  }

  Hello hello() {
    return hello;
  }

  boolean isOpen() {
    return open;
  }

  /** Goes on until the batch is done or the port is: then the conversation is closed. */
  void converse(Batch batch, PortLimits limits) throws InterruptedException {
    boolean done = false;
    try {
      // One that ended between two batches is not the next scenario's fault.
      open = !(rested && child.isOver());
      while (open && !batch.isDone()) {
        exchange(batch, limits);
      }
      done = open;
      rested = true;
    } finally {
      if (!done) {
        abandon(batch);
      }
    }
  }

  private void exchange(Batch batch, PortLimits limits) throws InterruptedException {
    while (batch.wantsMore()) {
      child.write(batch.next(System.nanoTime()));
    }
    Optional<Heard> heard = child.read(batch.patienceNanos(System.nanoTime()));
    if (launcher.isStopped()) {
      open = false;
      return;
    }
    // What came too late does not count, however much keeps coming.
    long nanos = heard.map(line -> line.stamp().nanos()).orElseGet(System::nanoTime);
    Optional<Flight> overdue = batch.overdue(nanos);
    if (overdue.isPresent()) {
      batch.answer(overdue.get(), overdue(overdue.get(), limits), nanos);
      open = false;
    } else if (heard.isPresent()) {
      take(heard.get(), batch, limits);
    }
  }

  private void take(Heard heard, Batch batch, PortLimits limits) throws InterruptedException {
    if (heard instanceof Heard.Stray) {
      stray.add(heard.text());
    } else if (heard instanceof Heard.Message message) {
      answered = true;
      open = Replies.take(message, batch);
    } else if (heard instanceof Heard.Garbled garbled) {
      open = Replies.takeBroken(garbled, garbled.problem(), batch);
    } else {
      takeEnd(heard, batch, limits);
    }
  }

  /** The last line may lack its end if it is whole otherwise. */
  private void takeEnd(Heard end, Batch batch, PortLimits limits) throws InterruptedException {
    boolean midway = !end.text().isEmpty() && !Replies.isMessage(end.text());
    if (!end.text().isEmpty() && !midway) {
      open = Replies.take(new Heard.Message(end.text(), end.stamp()), batch);
    }
    Optional<Flight> first = batch.first();
    if (open && first.isPresent()) {
      batch.answer(first.get(), crashed(limits, midway), end.stamp().nanos());
    }
    open = false;
  }

  private Answer overdue(Flight flight, PortLimits limits) throws InterruptedException {
    return child.isOver()
        ? crashed(limits, false)
        : new Answer.Hung(
            "no answer within "
                + seconds(Duration.ofNanos(flight.limitNanos()))
                + Endings.unfinished(child, answered)
                + child.log().asSuffix());
  }

  private Answer crashed(PortLimits limits, boolean midway) throws InterruptedException {
    String ending = Endings.sentence(child, limits.end(), midway);
    return new Answer.Crashed(ending + child.log().asSuffix());
  }

  /** Ends it in peace. Returns a warning if the port did not. */
  Optional<String> finish(PortLimits limits) {
    open = false;
    try {
      child.closeInput();
      long endNanos = System.nanoTime() + limits.end().toNanos();
      Optional<Heard> heard;
      do {
        heard = child.read(endNanos - System.nanoTime());
        heard.filter(Heard.Stray.class::isInstance).ifPresent(line -> stray.add(line.text()));
      } while (heard.isPresent()
          && !(heard.get() instanceof Heard.End)
          && endNanos - System.nanoTime() > 0);
      long restNanos = Math.max(0, endNanos - System.nanoTime());
      return Endings.complaint(child.exitCode(Duration.ofNanos(restNanos)), limits.end());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while the port was to end");
    } finally {
      child.kill();
    }
  }

  private void abandon(Batch batch) {
    open = false;
    batch.takeBack();
    child.kill();
  }

  static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
