package org.rejoin.tck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.rejoin.tck.explorer.ExplorerPage;
import org.rejoin.tck.explorer.ExplorerServer;
import org.rejoin.tck.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes or serves the explorer. */
@Command(
    name = "explore",
    description =
        "Writes or serves the explorer: a page to pull the cable by hand, and see who is told what"
            + " and by which rule.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written", "2:usage error", "130:interrupted; how serving ends"})
final class ExploreCommand implements Callable<Integer> {
  private static final String FILE = "index.html";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--serve",
      description = "Serve it to this machine alone, until interrupted; prints the address.")
  boolean serve;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Where to write " + FILE + "; without --serve rejoin-explorer if not given.")
  Optional<Path> folder = Optional.empty();

  @Override
  public Integer call() {
    if (folder.isPresent() || !serve) {
      write(folder.orElse(Path.of("rejoin-explorer")));
    }
    return serve ? serve() : 0;
  }

  private void write(Path to) {
    Path file = to.resolve(FILE);
    try {
      Files.createDirectories(to);
      Files.writeString(file, ExplorerPage.html(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UsageException.unwritable("explore", to, e);
    }
    tell("written: " + file);
  }

  private int serve() {
    try (ExplorerServer server = ExplorerServer.start()) {
      tell("serving: " + server.address() + "   (Ctrl-C ends it)");
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      throw new UsageException("explore: can't serve: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED.number();
    }
  }

  private void tell(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
