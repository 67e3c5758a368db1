package org.rejoin.tck.doctor;

/** What a port must do before judging it makes sense, each on top of the one before. */
public enum Rung {
  /** Its program runs. */
  STARTS("starts"),
  /** It says who it is. */
  HELLO("hello"),
  /** Its answers arrive while its input is still open. */
  FLUSH("flush"),
  /** It answers a scenario with a trace of the protocol's shape. */
  SCENARIO("one scenario"),
  /** No scenario shows in the next. */
  REPEATABLE("same answer twice"),
  /** It keeps the time that its hello names. */
  TIME("time honesty"),
  /** How many scenarios it runs when they are written ahead. */
  THROUGHPUT("throughput"),
  /** It ends with its input, and all that it started too. */
  END("clean end");

  private final String title;

  Rung(String title) {
    this.title = title;
  }

  /** What it is called. */
  public String title() {
    return title;
  }
}
