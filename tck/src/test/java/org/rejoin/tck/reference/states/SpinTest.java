package org.rejoin.tck.reference.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rejoin.tck.reference.states.ClientTable.Table;
import org.rejoin.tck.reference.states.Exploration.Loss;

/** SPIN comes to the same states as the exploration, by rules that were written down twice. */
@Tag("ci")
class SpinTest {
  @TempDir Path folder;

  @BeforeAll
  static void itIsThere() {
    assumeTrue(Spin.isThere(), Spin.NEEDED);
  }

  static Stream<String> mixes() {
    return Mixes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("mixes")
  void itStoresEveryStateOfTheExplorationAndNoOther(String mix) throws Exception {
    ImmutableList<Table> users = Mixes.all().getOrDefault(mix, ImmutableList.of());
    Spin.Found found = Spin.in(folder, users).explore();
    assertTrue(found.holds(), found.output());
    assertEquals(Exploration.explore(users, Loss.WHOLE).states(), found.states());
  }

  /** Each breaks something else of what the model says of a state. */
  static Stream<Supplier<Machine>> wrongMachines() {
    return Stream.of(
        WrongMachines.neverSaysBack(Mixes.PROFILE),
        WrongMachines.neverSaysDropped(Mixes.PROFILE),
        WrongMachines.rosterStaleAfterItsOutage(Mixes.PROFILE),
        WrongMachines.neverSaysInterrupted(Mixes.PROFILE));
  }

  @ParameterizedTest
  @MethodSource("wrongMachines")
  void itFindsAClientThatIsWrong(Supplier<Machine> wrong) throws Exception {
    ImmutableList<Table> users =
        ImmutableList.of(Mixes.ofShortWindow(), ClientTable.of(wrong), Mixes.ofShortWindow());
    Spin.Found found = Spin.in(folder, users).explore();
    assertTrue(found.output().contains("assertion violated"), found.output());
    assertFalse(found.holds(), found.output());
  }
}
