package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profiles;

/** The matrix is whole: no cell is missing, none stands twice. */
class MatrixTest {
  private final ImmutableList<Check> checks = Matrix.checks(Profiles.AGORA_2019_05);

  @Test
  void has216CellsInAllTheirContexts() {
    assertEquals(216, Matrix.cells());
    assertEquals(
        216,
        checks.stream()
            .map(check -> check.id().substring(0, check.id().lastIndexOf('/')))
            .distinct()
            .count());
    // 108 dropped cells in 2 modes; 90 killed ones in 8 contexts, 18 on Web in 4.
    assertEquals(108 * 2 + 90 * 8 + 18 * 4, checks.size());
    assertEquals(checks.size(), checks.stream().map(Check::id).distinct().count());
  }

  @Test
  void backMeansBackByTheObserversOwnWindow() {
    assertEquals("[0, 0, 5000, 13000]", times("matrix/android-web/dropped/in-time/live"));
    assertEquals("[0, 0, 5000, 27000]", times("matrix/android-ios/dropped/late/live"));
    assertEquals("[0, 0, 5000]", times("matrix/web-ios/killed/never/live-page-closed"));
  }

  private String times(String id) {
    return checks.stream()
        .filter(check -> check.id().equals(id))
        .flatMap(check -> check.scenario().steps().stream())
        .map(Step::atMillis)
        .collect(Collectors.toList())
        .toString();
  }
}
