package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rejoin.tck.run.Shard;

/** Finds out whether reports are all shards of one run, and adds them up. */
final class Shards {
  private Shards() {}

  /**
   * The report of the whole run.
   *
   * @throws MergeException naming what does not fit, and what to do
   */
  static Report sum(ImmutableList<Report> shards) {
    Report first = shards.get(0);
    for (Report other : shards) {
      same(first, other, "numbers of shards", report -> shard(report).of());
      same(first, other, "kits", Report::kit);
      same(first, other, "profiles", Report::profile);
      same(first, other, "seeds", Report::seed);
      same(first, other, "hellos", report -> report.tree().path("port"));
      same(first, other, "clocks", Shards::clock);
      same(first, other, "numbers of checks (--scenarios)", Report::checks);
    }
    checkAllThere(shards);
    checkShares(shards);
    String files = Joiner.on(", ").join(shards.stream().map(Report::file).iterator());
    return ReportReader.of(files, new Sum(shards).tree());
  }

  private static Shard shard(Report report) {
    return report.shard().orElse(Shard.WHOLE);
  }

  private static List<JsonNode> clock(Report report) {
    JsonNode clock = report.tree().path("realClock");
    return List.of(clock.path("timeScale"), clock.path("tolerance"));
  }

  private static void same(
      Report first, Report other, String what, Function<Report, Object> trait) {
    Object of = trait.apply(first);
    Object ofOther = trait.apply(other);
    if (!of.equals(ofOther)) {
      String values = of instanceof Number ? ", " + of + " and " + ofOther : "";
      throw new MergeException(
          first.file()
              + " and "
              + other.file()
              + " are shards of runs with different "
              + what
              + values
              + "; run all shards alike");
    }
  }

  private static void checkAllThere(ImmutableList<Report> shards) {
    int of = shard(shards.get(0)).of();
    List<Integer> there = new ArrayList<>();
    for (Report report : shards) {
      int number = shard(report).number();
      int before = there.indexOf(number);
      if (before >= 0) {
        throw new MergeException(
            shards.get(before).file()
                + " and "
                + report.file()
                + " are both shard "
                + number
                + "/"
                + of
                + "; name one of them");
      }
      there.add(number);
    }
    if (there.size() < of) {
      throw new MergeException(
          shards.get(0).file()
              + ": is one of "
              + of
              + " shards, and not there: "
              + missing(of, there)
              + "; name the reports of all");
    }
  }

  private static String missing(int of, List<Integer> there) {
    List<String> missing =
        IntStream.rangeClosed(1, of)
            .filter(number -> !there.contains(number))
            .limit(5)
            .mapToObj(number -> number + "/" + of)
            .toList();
    int more = of - there.size() - missing.size();
    return Joiner.on(", ").join(missing) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Checks are dealt in turn, so shards of one selection differ by one check at most. */
  private static void checkShares(ImmutableList<Report> shards) {
    int selected = shards.stream().mapToInt(Report::selected).sum();
    for (Report report : shards) {
      Shard shard = shard(report);
      int share = (selected + shard.of() - shard.number()) / shard.of();
      if (report.selected() != share) {
        throw new MergeException(
            report.file()
                + ": has "
                + report.selected()
                + " checks where shard "
                + shard.number()
                + "/"
                + shard.of()
                + " of "
                + selected
                + " has "
                + share
                + "; run all shards with the same --only, --skip and --platform");
      }
    }
  }
}
