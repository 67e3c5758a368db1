package org.rejoin.benchmarks;

import java.util.Locale;

/** How a figure is shown. Times are kept in nanoseconds, sizes in bytes. */
enum Unit {
  /** A time for one. */
  NANOS,
  /** How many in a second, from the time for one. */
  A_SECOND,
  /** A time that a person waits. */
  SECONDS,
  /** Memory. */
  BYTES,
  /** Memory of a process. */
  MEBIBYTES;

  String show(double figure) {
    return switch (this) {
      case NANOS -> significant(figure) + " ns";
      case A_SECOND -> String.format(Locale.ROOT, "%,.0f a second", rounded(1e9 / figure));
      case SECONDS -> String.format(Locale.ROOT, "%.2f s", figure / 1e9);
      case BYTES -> significant(figure) + " B";
      case MEBIBYTES -> String.format(Locale.ROOT, "%.0f MiB", figure / (1 << 20));
    };
  }

  /** What is compared: the rate where a rate is shown, else the figure itself. */
  double ratio(double figure, double anchor) {
    return this == A_SECOND ? anchor / figure : figure / anchor;
  }

  private static String significant(double figure) {
    return figure < 10
        ? String.format(Locale.ROOT, "%.2f", figure)
        : figure < 100
            ? String.format(Locale.ROOT, "%.1f", figure)
            : String.format(Locale.ROOT, "%,.0f", figure);
  }

  private static double rounded(double rate) {
    double step = Math.pow(10, Math.floor(Math.log10(rate)) - 2);
    return Math.round(rate / step) * step;
  }
}
