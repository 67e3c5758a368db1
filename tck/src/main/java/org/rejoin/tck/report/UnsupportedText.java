package org.rejoin.tck.report;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rejoin.tck.run.Ending;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Needs;

/** What a run did not judge because the port does not do it: why, how many checks, and which. */
public final class UnsupportedText {
  private UnsupportedText() {}

  /**
   * A line for each reason, that of the most checks first, such as {@code 52 checks: the port does
   * not offer leave: NET-13 2, matrix 40, generated 10}.
   *
   * @param most how many groups of checks a line names
   */
  public static ImmutableList<String> lines(RunResult result, int most) {
    return result.unsupported().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(
            reason ->
                Counts.of(reason.getValue(), "check")
                    + ": "
                    + Plain.shortLine(reason.getKey())
                    + ": "
                    + groups(result, reason.getKey(), reason.getValue(), most))
        .collect(ImmutableList.toImmutableList());
  }

  /** What the checks are about, by the first word of their ids. */
  private static String groups(RunResult result, String reason, int checks, int most) {
    Multiset<String> groups = LinkedHashMultiset.create();
    unsupported(result).stream()
        .filter(ending -> ending.reason().equals(reason))
        .forEach(
            ending -> groups.add(Splitter.on('/').split(ending.check().id()).iterator().next()));
    groups.add(result.exhaustive().isEmpty() ? "generated" : "others", checks - groups.size());
    Multiset<String> largest = Multisets.copyHighestCountFirst(groups);
    String named =
        largest.elementSet().stream()
            .limit(most)
            .map(group -> Plain.shortLine(group) + " " + Counts.number(largest.count(group)))
            .collect(Collectors.joining(", "));
    int more = groups.elementSet().size() - most;
    return more > 0 ? named + ", and " + more + " more kinds" : named;
  }

  /** The features that would let more be judged, with how many written checks need each. */
  public static Optional<String> lacking(RunResult result) {
    ImmutableSet<Feature> offered = result.port().features();
    Multiset<Feature> needed = LinkedHashMultiset.create();
    unsupported(result)
        .forEach(
            ending -> needed.addAll(Sets.difference(Needs.of(ending.check().scenario()), offered)));
    return needed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Multisets.copyHighestCountFirst(needed).elementSet().stream()
                .map(
                    feature ->
                        feature.id() + " (" + Counts.of(needed.count(feature), "check") + ")")
                .collect(Collectors.joining(", ")));
  }

  private static ImmutableList<Ending> unsupported(RunResult result) {
    return result.written().stream()
        .filter(ending -> ending.verdict() == Verdict.UNSUPPORTED)
        .collect(ImmutableList.toImmutableList());
  }
}
