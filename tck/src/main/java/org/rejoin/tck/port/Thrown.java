package org.rejoin.tck.port;

/** The sentence on what a port in a JVM threw: in the kit's own, in one for the port, in a test. */
public final class Thrown {
  private Thrown() {}

  /** What was thrown and where, in one line. */
  public static String sentence(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return "the port threw " + thrown + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
