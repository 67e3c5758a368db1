package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures all rows in five rounds, so that each figure alternates with its anchor, and writes the
 * table.
 */
public final class Benchmarks {
  private static final int ROUNDS = 5;
  private static final Place TABLE = new Place("<!-- table -->\n", "<!-- end of table -->\n");
  private static final Place SCALE = new Place("<!-- scale -->\n", "<!-- end of scale -->\n");

  private Benchmarks() {}

  /** Where in the file a table stands. */
  private record Place(String begin, String end) {}

  /**
   * Runs.
   *
   * @param args the file whose table is written anew; then regular expressions, if only the rows
   *     that one is found in are wanted: then nothing is written but standard output
   */
  public static void main(String[] args) throws Exception {
    List<Pattern> wanted = Arrays.stream(args).skip(1).map(Pattern::compile).toList();
    ImmutableList<Row> rows =
        Rows.all().stream()
            .filter(row -> wanted.isEmpty() || wanted.stream().anyMatch(one -> isIn(one, row)))
            .collect(ImmutableList.toImmutableList());
    ImmutableSet<String> keys =
        rows.stream()
            .flatMap(row -> Stream.concat(Stream.of(row.key()), anchorKey(row).stream()))
            .collect(ImmutableSet.toImmutableSet());
    ListMultimap<String, Double> figures =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    ImmutableList<Source> sources =
        ImmutableList.of(
            new Jmh(), new Footprint(), new RoundTrips(), new Processes(), new Explorations());
    for (int round = 1; round <= ROUNDS && !rows.isEmpty(); round++) {
      System.err.println("round " + round + " of " + ROUNDS);
      for (Source source : sources) {
        source.round(keys).forEach(figures::put);
      }
    }
    boolean writes = wanted.isEmpty();
    if (!rows.isEmpty()) {
      String table = new Table(ImmutableListMultimap.copyOf(figures)).markdown(rows);
      System.out.print(table);
      if (writes) {
        write(Path.of(args[0]), TABLE, machine() + "\n\n" + table);
      }
    }
    if (writes || wanted.stream().anyMatch(one -> one.matcher("scale").find())) {
      String scale = Scale.markdown();
      System.out.print(scale);
      if (writes) {
        write(Path.of(args[0]), SCALE, scale);
      }
    }
  }

  private static Optional<String> anchorKey(Row row) {
    return row.anchor().map(Row.Anchor::key);
  }

  private static boolean isIn(Pattern pattern, Row row) {
    return pattern.matcher(row.what() + " " + row.key()).find();
  }

  private static String machine() {
    return String.format(
        "%s, %s %s, %d processors, Java %s. Each figure is the median of %d rounds.",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ROUNDS);
  }

  private static void write(Path file, Place place, String table) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(place.begin()) + place.begin().length();
    int end = text.indexOf(place.end());
    if (end < begin) {
      throw new IOException(file + " has no place for a table");
    }
    Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
  }
}
