package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;

/**
 * Ports of one kind that work side by side.
 *
 * @param ports at least one
 */
record PortCrew(ImmutableList<Port> ports) implements AutoCloseable {
  /** Starts some; if one does not come up, those before it are ended. */
  static PortCrew start(int count, Supplier<Port> start) {
    List<Port> started = new ArrayList<>();
    boolean all = false;
    try {
      for (int i = 0; i < count; i++) {
        started.add(start.get());
      }
      all = true;
      return new PortCrew(ImmutableList.copyOf(started));
    } finally {
      if (!all) {
        started.forEach(Port::close);
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

  @Override
  public void close() {
    ports.forEach(Port::close);
  }
}
