package org.rejoin.tck.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.rejoin.tck.port.PortServer;
import org.rejoin.tck.reference.ReferencePort;
import picocli.CommandLine.Command;

/** The reference as a port on standard input and output. */
@Command(
    name = "port",
    description = "Serves the reference as a port on standard input and output.",
    mixinStandardHelpOptions = true)
final class PortCommandLine implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    new PortServer(new ReferencePort()).serve(System.in, System.out);
    return 0;
  }
}
