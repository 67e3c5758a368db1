package org.rejoin.tck.report.merge;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.HashSet;
import java.util.Set;
import org.rejoin.tck.run.ExitCode;

/** Puts reports together: shards of one run become one, and what is left stands side by side. */
public final class Reports {
  private Reports() {}

  private record Port(String name, String version) {}

  /**
   * The reports to be shown: shards added up, in the order in which a run's first one comes.
   *
   * @throws MergeException if a report is there twice, or shards do not make up a run
   */
  public static ImmutableList<Report> together(ImmutableList<Report> all) {
    Set<Report> seen = new HashSet<>();
    for (Report report : all) {
      if (!seen.add(withoutFile(report))) {
        throw new MergeException(
            report.file() + ": the same report is there twice; name each one once");
      }
    }
    ImmutableListMultimap<Port, Report> shards =
        Multimaps.index(
            all.stream().filter(report -> report.shard().isPresent()).toList(), Reports::port);
    Set<Port> added = new HashSet<>();
    ImmutableList.Builder<Report> together = ImmutableList.builder();
    for (Report report : all) {
      if (report.shard().isEmpty()) {
        together.add(report);
      } else if (added.add(port(report))) {
        together.add(Shards.sum(shards.get(port(report))));
      }
    }
    return together.build();
  }

  private static Report withoutFile(Report report) {
    return ImmutableReport.copyOf(report).withFile("");
  }

  private static Port port(Report report) {
    return new Port(report.port(), report.version());
  }

  /** The exit code of all: the gravest of them. */
  public static ExitCode exitCode(ImmutableList<Report> reports) {
    return ExitCode.gravest(reports.stream().map(report -> report.conclusion().exit()));
  }
}
