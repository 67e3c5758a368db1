package org.rejoin.tck.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits for a port's hello; whatever else comes makes the port unusable, with a sentence that
 * helps.
 */
final class Greeting {
  private static final String WANTED =
      "; expected one line like {\"type\":\"hello\",\"protocol\":1,\"name\":\"...\","
          + "\"version\":\"...\",\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}";

  private Greeting() {}

  static Hello await(ChildProcess child, PortLimits limits, StrayOutput stray)
      throws InterruptedException {
    long endNanos = System.nanoTime() + limits.hello().toNanos();
    while (true) {
      Optional<Heard> heard =
          child.read(Duration.ofNanos(Math.max(0, endNanos - System.nanoTime())));
      if (heard.isEmpty()) {
        throw unusable(
            "no hello within "
                + Conversation.seconds(limits.hello())
                + " (is standard output flushed after each line?)",
            child,
            stray);
      }
      if (heard.get() instanceof Heard.Line line) {
        if (line.text().startsWith("{")) {
          return read(line.text(), child, stray);
        }
        stray.add(line.text());
      } else if (heard.get() instanceof Heard.Garbled garbled) {
        throw unusable("wrong hello: " + garbled.problem(), child, stray);
      } else {
        throw unusable("no hello: " + child.ending(limits.end()), child, stray);
      }
    }
  }

  private static Hello read(String line, ChildProcess child, StrayOutput stray) {
    try {
      return HelloReader.read(Messages.parse(line));
    } catch (ProtocolException e) {
      throw unusable("wrong hello: " + e.getMessage(), child, stray);
    }
  }

  private static PortUnusableException unusable(
      String problem, ChildProcess child, StrayOutput stray) {
    StringBuilder message = new StringBuilder("port unusable: ").append(problem).append(WANTED);
    stray.warnings().forEach(warning -> message.append("; ").append(warning));
    return new PortUnusableException(message.append(child.log().asSuffix()).toString());
  }
}
