package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The next deadline of everything that waits for one, and that none is due again once it fell. */
final class Deadlines {
  private final ImmutableMap<String, LongSupplier> nextByName;

  /** The same without their names: they are asked at every change. */
  private final LongSupplier[] all;

  /** The next one, as long as nothing has changed since it was looked for. */
  private long nextMillis;

  private boolean isKnown;

  /** The next deadlines, in milliseconds, {@link Pair#NONE} for none, by what falls then. */
  Deadlines(ImmutableMap<String, LongSupplier> nextByName) {
    this.nextByName = nextByName;
    this.all = nextByName.values().toArray(new LongSupplier[0]);
  }

  /** The first of all, as it is or was when it was looked for. */
  long next() {
    if (!isKnown) {
      nextMillis = Pair.NONE;
      for (LongSupplier each : all) {
        nextMillis = Math.min(nextMillis, each.getAsLong());
      }
      isKnown = true;
    }
    return nextMillis;
  }

  /** Something has changed on which a deadline may depend: it is looked for anew. */
  void forget() {
    isKnown = false;
  }

  /**
   * The first of all, when everything has fallen that was due by now.
   *
   * @throws IllegalStateException if something is due by now even so: time would stand still
   */
  long nextAfter(long nowMillis) {
    long next = next();
    if (next <= nowMillis) {
      throw new IllegalStateException(
          "the oracle stands still: "
              + nameOf(next)
              + " was due at "
              + Sentences.time(next)
              + " and fell, and is due still at "
              + Sentences.time(nowMillis));
    }
    return next;
  }

  private String nameOf(long millis) {
    return nextByName.entrySet().stream()
        .filter(each -> each.getValue().getAsLong() == millis)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
