package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.port.Transcript;

/**
 * Ports of one kind that work side by side.
 *
 * @param ports at least one
 * @param transcript what they all write to; it ends with them
 */
record PortCrew(ImmutableList<Port> ports, Transcript transcript) implements AutoCloseable {
  /** Starts some; if one does not come up, those before it are ended. */
  static PortCrew start(int count, Supplier<Port> start, Transcript transcript) {
    List<Port> started = new ArrayList<>();
    boolean all = false;
    try {
      for (int i = 0; i < count; i++) {
        started.add(start.get());
      }
      all = true;
      return new PortCrew(ImmutableList.copyOf(started), transcript);
    } finally {
      if (!all) {
        started.forEach(Port::close);
        transcript.close();
      }
    }
  }

  Hello hello() {
    return ports.get(0).hello();
  }

  /** What the user should know of them, each thing once. */
  ImmutableList<String> warnings() {
    return ports.stream()
        .flatMap(port -> port.warnings().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** Ends the ports; the transcript goes on. */
  void closePorts() {
    ports.forEach(Port::close);
  }

  @Override
  public void close() {
    closePorts();
    transcript.close();
  }
}
