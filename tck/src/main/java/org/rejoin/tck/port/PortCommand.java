package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start a port.
 *
 * @param command the program and its arguments; never given to a shell
 * @param directory where to start it; empty: where the kit was started
 * @param environment variables that it gets beside the kit's own
 */
public record PortCommand(
    ImmutableList<String> command,
    Optional<Path> directory,
    ImmutableMap<String, String> environment) {

  /** A command in the kit's own directory and environment. */
  public static PortCommand of(String... command) {
    return new PortCommand(ImmutableList.copyOf(command), Optional.empty(), ImmutableMap.of());
  }

  @Override
  public String toString() {
    return String.join(" ", command);
  }
}
