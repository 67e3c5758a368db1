package org.rejoin.tck.port;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What a port has printed and nobody has looked at yet. So many lines and so much text fit in; then
 * whoever puts more has to wait, and the port with it. Safe for one thread at either end.
 */
final class Inbox {
  private static final int MAX_LINES = 1 << 10;
  private static final int MAX_CHARACTERS = 8 << 20;

  private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MAX_LINES);
  private final Semaphore room = new Semaphore(MAX_CHARACTERS);
  private volatile boolean atEnd;

  /** Puts one thing in; waits for room. */
  void put(Heard next) throws InterruptedException {
    room.acquire(size(next));
    heard.put(next);
    atEnd = next instanceof Heard.End;
  }

  /** Nothing more will come, and what nobody has looked at is not wanted any more. */
  void end(Heard.End last) {
    heard.clear();
    heard.add(last);
    atEnd = true;
  }

  /** The next thing; empty if nothing comes in time. */
  Optional<Heard> take(long patienceNanos) throws InterruptedException {
    Optional<Heard> next =
        Optional.ofNullable(heard.poll(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS));
    next.ifPresent(taken -> room.release(size(taken)));
    return next;
  }

  /** Whether the last thing has been put in. */
  boolean isAtEnd() {
    return atEnd;
  }

  private static int size(Heard one) {
    return Math.min(one.text().length(), MAX_CHARACTERS);
  }
}
