package org.rejoin.example.udp;

import java.io.IOException;
import org.rejoin.tck.port.PortServer;

/** The port as a program that speaks port protocol 1 on standard input and output. */
final class Main {
  private static final String TIME_SCALE = "0.1";
  private static final String CONCURRENCY = "12";

  private Main() {}

  /**
   * Serves until its input ends.
   *
   * @param args the time scale, by default 0.1, and how many scenarios it works on at once, by
   *     default 12; exit code 2 if they are anything else
   * @throws IOException if a stream breaks
   */
  public static void main(String[] args) throws IOException {
    try (UdpPort port = port(args)) {
      new PortServer(port).serve(System.in, System.out);
    }
  }

  private static UdpPort port(String[] args) {
    try {
      return new UdpPort(
          new TimeScale(Double.parseDouble(args.length > 0 ? args[0] : TIME_SCALE)),
          Integer.parseInt(args.length > 1 ? args[1] : CONCURRENCY));
    } catch (IllegalArgumentException e) {
      System.err.println(
          "rejoin-example-udp: " + e.getMessage() + "; usage: run.sh [TIME_SCALE [CONCURRENCY]]");
      System.exit(2);
      throw e;
    }
  }
}
