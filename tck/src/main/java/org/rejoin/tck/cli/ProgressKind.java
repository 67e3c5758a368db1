package org.rejoin.tck.cli;

import java.io.PrintWriter;
import org.rejoin.tck.run.Progress;

/**
 * How progress is told: not at all if the user wants quiet, as a bar if standard error is a
 * terminal, else in lines.
 */
final class ProgressKind {
  /** Set by the launcher, since Java can't tell for standard error alone. */
  private static final String ON_TERMINAL = "rejoin.terminal";

  private ProgressKind() {}

  static Progress of(boolean quiet, PrintWriter err) {
    if (quiet) {
      return Progress.SILENT;
    }
    return Boolean.getBoolean(ON_TERMINAL)
        ? new BarProgress(System.err)
        : new LineProgress(err, System::nanoTime);
  }
}
