package org.rejoin.tck.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.rejoin.tck.run.Progress;

/** A bar with rate and time left on a terminal, which is gone when the work is over. */
final class BarProgress implements Progress {
  private static final int COLUMNS = 79;
  private static final int BYTES_A_MEGABYTE = 1_000_000;

  private final PrintStream terminal;
  private Optional<ProgressBar> bar = Optional.empty();

  BarProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String what, long total) {
    ProgressBarBuilder builder =
        ProgressBar.builder()
            .setTaskName(what)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
            .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
            .showSpeed();
    if (what.equals(BYTES)) {
      builder.setTaskName("MB").setUnit(" MB", BYTES_A_MEGABYTE);
    }
    bar = Optional.of(builder.build());
  }

  @Override
  public synchronized void done(long more) {
    bar.ifPresent(one -> one.stepBy(more));
  }

  @Override
  public synchronized void end() {
    bar.ifPresent(
        one -> {
          one.close();
          // The library's own way to do this leaves the last state there now and then.
          terminal.print("\r" + " ".repeat(COLUMNS) + "\r");
          terminal.flush();
        });
    bar = Optional.empty();
  }
}
