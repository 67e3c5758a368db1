package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.rejoin.tck.scenario.Scenario;

/** What is said between the kit and one run of a port's program, from hello to the end. */
final class Conversation {
  private final ChildProcess child;
  private final StrayOutput stray;
  private final Hello hello;

  private boolean open = true;

  /** Lines taken apart since the hello, for messages. */
  private long lines;

  private Conversation(ChildProcess child, StrayOutput stray, Hello hello) {
    this.child = child;
    this.stray = stray;
    this.hello = hello;
  }

  /**
   * Starts the program and hears its hello.
   *
   * @throws PortUnusableException if that does not succeed
   */
  static Conversation begin(PortCommand command, PortLimits limits, String kit, StrayOutput stray) {
    ChildProcess child = ChildProcess.start(command, limits.lineBytes());
    boolean heard = false;
    try {
      child.write(Messages.hello(kit));
      Hello hello = Greeting.await(child, limits, stray);
      heard = true;
      return new Conversation(child, stray, hello);
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
  void converse(Batch batch, PortLimits limits) {
    try {
      while (!batch.isDone() && open) {
        while (batch.hasMore() && batch.inFlight() < limits.window()) {
          child.write(batch.next());
        }
        Optional<Heard> heard = child.read(limits.answer());
        if (heard.isEmpty()) {
          batch.blame(
              new Answer.Hung(
                  "no answer within " + seconds(limits.answer()) + child.log().asSuffix()));
          close(batch);
        } else {
          take(heard.get(), batch, limits);
        }
      }
    } catch (InterruptedException e) {
      close(batch);
      batch.giveUp("interrupted");
      Thread.currentThread().interrupt();
    }
  }

  private void take(Heard heard, Batch batch, PortLimits limits) throws InterruptedException {
    if (heard instanceof Heard.Line line && !line.text().startsWith("{")) {
      stray.add(line.text());
    } else if (heard instanceof Heard.Line line) {
      lines++;
      takeMessage(line.text(), batch);
    } else if (heard instanceof Heard.Garbled garbled) {
      batch.blame(new Answer.Broke("line " + (lines + 1) + ": " + garbled.problem()));
      close(batch);
    } else {
      batch.blame(new Answer.Crashed(child.ending(limits.end()) + child.log().asSuffix()));
      close(batch);
    }
  }

  /** A line with a known id can only harm its own scenario; any other puts the port out of step. */
  private void takeMessage(String line, Batch batch) {
    Optional<Long> id = Optional.empty();
    try {
      JsonNode message = Messages.parse(line);
      Fields fields = new Fields(message, "");
      long named = fields.whole("id");
      Scenario scenario =
          batch
              .scenario(named)
              .orElseThrow(
                  () -> fields.wrong("id", "the id of a scenario that is not answered yet"));
      id = Optional.of(named);
      batch.answer(named, Messages.answer(fields, scenario));
    } catch (ProtocolException e) {
      Answer broke = new Answer.Broke("line " + lines + ": " + e.getMessage());
      if (id.isPresent()) {
        batch.answer(id.get(), broke);
      } else {
        batch.blame(broke);
        close(batch);
      }
    }
  }

  /** Ends it in peace. Returns a warning if the port did not. */
  Optional<String> finish(PortLimits limits) {
    open = false;
    try {
      return child.finish(limits.end())
          ? Optional.empty()
          : Optional.of(
              "the port did not end with exit code 0 within "
                  + seconds(limits.end())
                  + " after its standard input was closed");
    } catch (InterruptedException e) {
      child.kill();
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while the port was to end");
    }
  }

  private void close(Batch batch) {
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
