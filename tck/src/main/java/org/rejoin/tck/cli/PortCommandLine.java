package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.rejoin.api.Platform;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.PortServer;
import org.rejoin.tck.reference.ReferencePort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The reference as a port on standard input and output. */
@Command(
    name = "port",
    description = "Serves the reference as a port on standard input and output.",
    mixinStandardHelpOptions = true)
final class PortCommandLine implements Callable<Integer> {
  /** What the reference hosts. */
  enum View {
    channel,
    client
  }

  @Option(
      names = "--platform",
      split = ",",
      paramLabel = "P",
      converter = PlatformConverter.class,
      description = "The platforms that it plays: android, windows, linux, ios, macos, web.")
  List<Platform> platforms = ImmutableList.copyOf(Platform.values());

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "What it hosts: 'channel', every user, or 'client', one user.")
  View view = View.channel;

  @Override
  public Integer call() throws IOException {
    new PortServer(port()).serve(System.in, System.out);
    return 0;
  }

  /** The port that is meant. */
  ReferencePort port() {
    return new ReferencePort(
        ImmutableSet.copyOf(platforms),
        switch (view) {
          case channel -> Hello.View.CHANNEL;
          case client -> Hello.View.CLIENT;
        });
  }
}
