package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.tck.report.PlatformMatrix;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.Shard;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** What one {@code report.json} says, held to what its schema promises. */
@Value.Immutable
public interface Report {

  /**
   * A check that was not passed.
   *
   * @param check its id
   * @param verdict how it ended
   * @param message the first difference, in a sentence; whatever a port says
   */
  record Failed(String check, Verdict verdict, String message) {}

  /** Where it was read from, as the user named it. */
  String file();

  /** The kit and its version. */
  String kit();

  /** The port's name; whatever a port says. */
  String port();

  /** The port's version; whatever a port says. */
  String version();

  /** The id of the constants and names in force. */
  String profile();

  /** Where generated scenarios began. */
  long seed();

  /** Which share of a run it is; empty: all of it. */
  Optional<Shard> shard();

  /** What the run comes to. */
  Conclusion conclusion();

  /** How many checks ended how, every verdict named. */
  ImmutableMap<Verdict, Integer> counts();

  /** The verdict of every rule that it names. */
  ImmutableMap<Rule, Verdict> rules();

  /** How often each of those rules was exercised. */
  ImmutableMap<Rule, Integer> exercised();

  /** The platform matrix. */
  ImmutableList<PlatformMatrix.Cell> cells();

  /** Every check that was not passed, in the order of the checks. */
  ImmutableList<Failed> failures();

  /** Why the run is incomplete, a sentence each. */
  ImmutableList<String> incompleteBecause();

  /** All of it; to be read, never to be changed. */
  @Value.Auxiliary
  JsonNode tree();

  /** How many checks the run's plan has. */
  default int checks() {
    return counts().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them were selected. */
  default int selected() {
    return checks() - counts().getOrDefault(Verdict.NOT_SELECTED, 0);
  }
}
