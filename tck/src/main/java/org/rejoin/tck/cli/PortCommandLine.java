package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Arrays;
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
  @Option(
      names = "--platform",
      split = ",",
      paramLabel = "P",
      description = "The platforms that it plays: android, windows, linux, ios, macos, web.")
  List<String> platforms = ImmutableList.of();

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "What it hosts: 'channel', every user, or 'client', one user.")
  String view = "channel";

  @Override
  public Integer call() throws IOException {
    new PortServer(port()).serve(System.in, System.out);
    return 0;
  }

  /**
   * The port that is meant.
   *
   * @throws UsageException if there is no such platform or view
   */
  ReferencePort port() {
    return new ReferencePort(chosenPlatforms(), chosenView());
  }

  private ImmutableSet<Platform> chosenPlatforms() {
    return platforms.isEmpty()
        ? ImmutableSet.copyOf(Platform.values())
        : platforms.stream().map(PortCommandLine::platform).collect(ImmutableSet.toImmutableSet());
  }

  private static Platform platform(String id) {
    return Platform.ofId(id)
        .orElseThrow(
            () ->
                new UsageException(
                    "--platform: there is no '"
                        + id
                        + "'; there are "
                        + Arrays.stream(Platform.values()).map(Platform::id).toList()));
  }

  private Hello.View chosenView() {
    return switch (view) {
      case "channel" -> Hello.View.CHANNEL;
      case "client" -> Hello.View.CLIENT;
      default ->
          throw new UsageException(
              "--view: there is no '" + view + "'; there are [channel, client]");
    };
  }
}
