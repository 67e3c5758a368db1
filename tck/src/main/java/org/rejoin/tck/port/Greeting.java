package org.rejoin.tck.port;

import java.util.Optional;

/**
 * Waits for a port's hello; whatever else comes makes the port unusable, with a sentence that
 * helps.
 */
final class Greeting {
  /** What a hello looks like. */
  static final String EXAMPLE =
      "{\"type\":\"hello\",\"protocol\":1,\"name\":\"...\","
          + "\"version\":\"...\",\"platforms\":[\"web\"],\"view\":\"channel\",\"clock\":\"virtual\"}";

  private static final String WANTED = "; expected one line like " + EXAMPLE;

  private Greeting() {}

  static Hello await(ChildProcess child, PortLimits limits, StrayOutput stray)
      throws InterruptedException {
    long limitNanos = (limits.deadlines() ? limits.hello() : Pace.FOREVER).toNanos();
    long endNanos = System.nanoTime() + limitNanos;
    while (true) {
      Optional<Heard> heard = child.read(endNanos - System.nanoTime());
      if (heard.isEmpty() || heard.get().stamp().nanos() - endNanos > 0) {
        throw unusable(
            "no hello within "
                + Conversation.seconds(limits.hello())
                + Endings.unfinished(child, false)
                + WANTED,
            child,
            stray);
      }
      if (heard.get() instanceof Heard.Message line) {
        return read(line.text(), child, stray);
      }
      if (heard.get() instanceof Heard.Garbled garbled) {
        throw unusable("wrong hello: " + garbled.problem() + WANTED, child, stray);
      }
      if (heard.get() instanceof Heard.End) {
        boolean midway = !heard.get().text().isEmpty();
        throw unusable(
            "no hello: " + Endings.sentence(child, limits.end(), midway) + WANTED, child, stray);
      }
      stray.add(heard.get().text());
    }
  }

  private static Hello read(String line, ChildProcess child, StrayOutput stray) {
    try {
      return HelloReader.read(Messages.parse(line));
    } catch (ProtocolException e) {
      throw unusable("wrong hello: " + e.getMessage() + WANTED, child, stray);
    }
  }

  private static PortUnusableException unusable(
      String problem, ChildProcess child, StrayOutput stray) {
    StringBuilder message = new StringBuilder("port unusable: ").append(problem);
    stray.warnings().forEach(warning -> message.append("; ").append(warning));
    return new PortUnusableException(message.append(child.log().asSuffix()).toString());
  }
}
