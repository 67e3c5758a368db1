package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.tck.port.Probe;

/**
 * How a port ends once its input is closed.
 *
 * @param probe its running program
 * @param patience how long it may take
 */
record Ending(Probe probe, Patience patience) {
  Finding look() throws InterruptedException {
    Optional<Integer> exitCode = probe.end(patience.end());
    if (exitCode.isEmpty()) {
      return failed(
          "it lives on " + Traces.seconds(patience.end()) + " after its standard input was closed",
          Advice.END_SOON);
    }
    if (exitCode.get() != 0) {
      return failed(
          "it ended with exit code " + exitCode.get() + " after its standard input was closed",
          Advice.END_WELL);
    }
    ImmutableList<String> left = probe.leftBehind(patience.end());
    return left.isEmpty()
        ? Finding.ok(Rung.END, "exit code 0, and no process left behind")
        : failed("it left processes behind: " + String.join(", ", left), Advice.END_ALL);
  }

  private Finding failed(String seen, String advice) {
    return Finding.failed(Rung.END, seen, advice, probe.log());
  }
}
