package org.rejoin.tck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.rejoin.tck.port.Transcript;
import picocli.CommandLine.Option;

/** The option that writes down what is said between the kit and its ports. */
final class TranscriptOption {
  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = "Where every line is written, both ways, and the port's log.")
  Optional<Path> file = Optional.empty();

  /**
   * Opens the file; without one, nothing is written.
   *
   * @throws UsageException if it can't be written to
   */
  Transcript open() {
    if (file.isEmpty()) {
      return Transcript.none();
    }
    try {
      return Transcript.to(file.get());
    } catch (IOException e) {
      throw UsageException.unwritable("--transcript", file.get(), e);
    }
  }
}
