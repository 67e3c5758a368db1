package org.rejoin.tck.defective;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** The program of a port that behaves badly, each run in one way. */
final class HostileProgram {
  private static final int FIVE_MILLION = 5_000_000;

  private HostileProgram() {}

  /**
   * Behaves badly.
   *
   * @param args how: the name of a {@link HostilePort}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HostilePort port = HostilePort.valueOf(args[0]);
    in.readLine();
    if (port == HostilePort.SILENT) {
      new CountDownLatch(1).await();
    }
    out.println(hello(port == HostilePort.WRONG_VERSION ? 99 : 1));
    for (int id = 1; in.readLine() != null; id++) {
      if (id == 2) {
        misbehave(port, out);
      } else {
        out.println("{\"type\":\"trace\",\"id\":" + id + ",\"callbacks\":[]}");
      }
    }
  }

  private static String hello(int version) {
    return "{\"type\":\"hello\",\"protocol\":"
        + version
        + ",\"name\":\"hostile\",\"version\":\"1\",\"platforms\":[\"web\"],"
        + "\"view\":\"channel\",\"clock\":\"virtual\"}";
  }

  private static void misbehave(HostilePort port, PrintStream out) throws InterruptedException {
    switch (port) {
      case SILENT, WRONG_VERSION -> throw new IllegalStateException("never came so far");
      case CRASHES -> Runtime.getRuntime().halt(7);
      case HALF_A_LINE -> {
        out.print("{\"type\":");
        out.flush();
        new CountDownLatch(1).await();
      }
      case FLOODS -> {
        out.print("{\"id\":2,\"x\":\"");
        out.print("x".repeat(FIVE_MILLION));
        out.println("\"}");
      }
      case HANGS -> new CountDownLatch(1).await();
      case NO_JSON -> out.println("{\"id\":2,oops}");
      case UNASKED -> out.println("{\"type\":\"trace\",\"id\":99,\"callbacks\":[]}");
    }
  }
}
