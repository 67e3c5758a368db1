package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Rows and what was measured for them, as Markdown. */
final class Table {
  private final ListMultimap<String, Double> figures;

  /** A table over the figures of some rounds, by key and in the order of the rounds. */
  Table(ListMultimap<String, Double> figures) {
    this.figures = figures;
  }

  String markdown(ImmutableList<Row> rows) {
    StringBuilder text =
        new StringBuilder("| what | median | beside | its median | ratio | goal |\n")
            .append("|---|---|---|---|---|---|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(Row row) {
    List<Double> own = figures.get(row.key());
    String beside = row.anchor().map(anchor -> beside(row, own, anchor)).orElse(" | | ");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s |%n",
        row.what(),
        own.isEmpty() ? "not measured" : row.unit().show(median(own)),
        beside,
        row.goal());
  }

  private String beside(Row row, List<Double> own, Row.Anchor anchor) {
    List<Double> others = figures.get(anchor.key());
    if (own.isEmpty() || others.isEmpty()) {
      return anchor.name() + " | not measured | ";
    }
    double ratio =
        median(
            IntStream.range(0, Math.min(own.size(), others.size()))
                .mapToObj(round -> row.unit().ratio(own.get(round), others.get(round)))
                .toList());
    return String.format(
        Locale.ROOT,
        ratio < 0.1 ? "%s | %s | %.3f" : "%s | %s | %.2f",
        anchor.name(),
        row.unit().show(median(others)),
        ratio);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
