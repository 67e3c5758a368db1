package org.rejoin.example.udp;

import java.nio.file.Path;
import org.rejoin.tck.port.PortCommand;

/** How the tests start the port: as the kit does, in a JVM of its own. */
final class PortProgram {
  private PortProgram() {}

  static PortCommand command() {
    return PortCommand.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }
}
