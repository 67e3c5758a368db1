package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;

/** KILL-00: in what circumstances a process is killed changes nothing, in no cell of the matrix. */
class KillContextsTest {
  private static final Oracle ORACLE =
      new Oracle(Profiles.AGORA_2019_05, ImmutableSet.copyOf(Feature.values()));

  /** A cell's id is that of its checks without the last part, which names the circumstances. */
  private final ImmutableListMultimap<String, Check> cells =
      Multimaps.index(
          Matrix.checks(Profiles.AGORA_2019_05).stream()
              .filter(check -> check.id().contains("/killed/"))
              .toList(),
          check -> check.id().substring(0, check.id().lastIndexOf('/')));

  @Test
  void theKilledHalfHas108CellsOf8CircumstancesAnd4OnWeb() {
    assertEquals(108, cells.keySet().size());
    cells
        .asMap()
        .forEach(
            (cell, checks) ->
                assertEquals(cell.startsWith("matrix/web-") ? 4 : 8, checks.size(), cell));
  }

  @Test
  void everyCircumstanceOfACellGivesTheSameTraceOnTheReference() {
    cells
        .asMap()
        .forEach(
            (cell, checks) ->
                assertEquals(
                    1,
                    checks.stream()
                        .map(check -> ScenarioJson.toJson(trace(check)).toString())
                        .distinct()
                        .count(),
                    cell));
  }

  @Test
  void theOracleExpectsTheSameInEveryCircumstanceOfACell() {
    cells
        .asMap()
        .forEach(
            (cell, checks) ->
                assertEquals(
                    1, checks.stream().map(KillContextsTest::expected).distinct().count(), cell));
  }

  private static Trace trace(Check check) {
    return new World(check.scenario(), Profiles.AGORA_2019_05).run();
  }

  private static ImmutableList<Expectation> expected(Check check) {
    return ORACLE.judge(check.scenario(), trace(check)).expected();
  }
}
