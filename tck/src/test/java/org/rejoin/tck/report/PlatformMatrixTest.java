package org.rejoin.tck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.tck.report.PlatformMatrix.Cell;
import org.rejoin.tck.run.Ending;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;

/** The matrix has a cell for each place, and each check of the matrix is counted in its cell. */
class PlatformMatrixTest {
  static Stream<Named<RunResult>> runs() {
    return Runs.all().entrySet().stream().map(run -> Named.of(run.getKey(), run.getValue()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void eachCellCountsTheChecksOfItsPlace(RunResult result) {
    PlatformMatrix matrix = PlatformMatrix.of(result);
    assertEquals(72, matrix.cells().size());
    for (Cell cell : matrix.cells()) {
      List<Verdict> ended =
          result.written().stream()
              .filter(ending -> isOf(cell, ending))
              .map(Ending::verdict)
              .toList();
      assertEquals(
          new Cell(
              cell.actor(),
              cell.observer(),
              cell.cause(),
              PlatformMatrix.worst(ended.stream()),
              (int) ended.stream().filter(verdict -> verdict == Verdict.PASS).count(),
              ended.size()),
          matrix.cell(cell.actor(), cell.observer(), cell.cause()));
    }
    assertEquals(
        result.written().stream()
            .filter(ending -> ending.check().id().startsWith("matrix/"))
            .count(),
        matrix.cells().stream().mapToInt(Cell::selected).sum());
  }

  private static boolean isOf(Cell cell, Ending ending) {
    return ending.check().id().startsWith("matrix/")
        && ending.check().id().contains("/" + cell.cause().id() + "/")
        && ending.check().scenario().participants().get(0).platform() == cell.actor()
        && ending.check().scenario().participants().get(1).platform() == cell.observer();
  }

  @Test
  void ofTwoVerdictsTheWorseOneShows() {
    List<Verdict> worstFirst =
        List.of(
            Verdict.FAIL,
            Verdict.HANG,
            Verdict.CRASH,
            Verdict.PROTOCOL_ERROR,
            Verdict.KNOWN_FAILING,
            Verdict.INCONCLUSIVE,
            Verdict.NOT_EXERCISED,
            Verdict.PASS,
            Verdict.UNSUPPORTED,
            Verdict.NOT_SELECTED);
    assertEquals(Verdict.values().length, worstFirst.size());
    for (int i = 0; i < worstFirst.size(); i++) {
      for (int j = i; j < worstFirst.size(); j++) {
        ImmutableList<Verdict> both = ImmutableList.of(worstFirst.get(j), worstFirst.get(i));
        assertEquals(worstFirst.get(i), PlatformMatrix.worst(both.stream()), both::toString);
      }
    }
    assertEquals(Verdict.NOT_SELECTED, PlatformMatrix.worst(Stream.empty()));
  }
}
