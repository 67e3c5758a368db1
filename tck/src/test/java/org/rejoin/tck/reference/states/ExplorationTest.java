package org.rejoin.tck.reference.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Family;
import org.rejoin.tck.reference.states.ClientTable.Table;
import org.rejoin.tck.reference.states.Exploration.Found;
import org.rejoin.tck.reference.states.Exploration.Loss;

/**
 * The reference in every state that three users can come to: callbacks keep to the grammar, nobody
 * is told what is not so, and rosters converge.
 */
class ExplorationTest {
  @Test
  void aFamilyCountsForTheWindowAlone() {
    assertEquals(
        Mixes.ofLongWindow(), ClientTable.of(() -> new Machine(Family.APPLE, Mixes.PROFILE)));
  }

  @Test
  void noInputAtAllBringsAClientToBreachItsGrammar() {
    assertEquals(ImmutableMap.of(), Mixes.ofLongWindow().breaches());
    assertEquals(ImmutableMap.of(), Mixes.ofShortWindow().breaches());
    assertEquals(925, Mixes.ofLongWindow().size());
    assertEquals(290, Mixes.ofShortWindow().size());
  }

  @Test
  void threeUsersWhoseNetworksFailBothWaysConvergeFromEveryState() {
    ImmutableList<Found> found =
        Mixes.all().values().parallelStream()
            .map(mix -> Exploration.explore(mix, Loss.WHOLE))
            .collect(ImmutableList.toImmutableList());
    found.forEach(mix -> assertEquals(Optional.empty(), mix.problem()));
    long states = found.stream().mapToLong(Found::states).sum();
    long transitions = found.stream().mapToLong(Found::transitions).sum();
    System.out.printf(
        "reference, three users, networks that fail both ways: %,d states, %,d transitions"
            + " (one of those alike but for names); every invariant holds in each%n",
        states, transitions);
    assertEquals(14_964_021, states);
  }

  @Test
  @Tag("ci")
  void threeUsersWhoseNetworksFailOneWayConvergeFromEveryState() {
    Found found =
        Exploration.explore(
            ImmutableList.of(Mixes.ofShortWindow(), Mixes.ofShortWindow(), Mixes.ofShortWindow()),
            Loss.ONE_WAY);
    assertEquals(Optional.empty(), found.problem());
    System.out.printf(
        "reference, three users, windows of 10 s, networks that fail one way too: %,d states,"
            + " %,d transitions (one of those alike but for names); every invariant holds in"
            + " each%n",
        found.states(), found.transitions());
    assertEquals(24_363_116, found.states());
  }

  @Test
  void aClientThatNeverSaysThatAUserIsBackIsFoundWithTheShortestWayThere() {
    assertEquals(
        Optional.of(
            "join 1; join 2; leave or quit 1; join 1;"
                + " user 2 does not hold user 1 present, whom it hears"),
        problem(WrongMachines.neverSaysBack(Mixes.PROFILE)));
  }

  @Test
  void aClientThatSaysBackOfAUserWhoWasNotToldGoneIsFound() {
    assertEquals(
        Optional.of(
            "join 1; join 2; drop 1; join 1;"
                + " user 2 is told USER_JOINED of user 1 after PRESENT"),
        problem(WrongMachines.saysBackWheneverHeard(Mixes.PROFILE)));
  }

  @Test
  void aClientThatNeverHoldsASilentUserGoneIsFound() {
    assertEquals(
        Optional.of(
            "join 1; join 2; drop 1;"
                + " when time has passed, user 2 holds user 1 present, whom it does not hear"),
        problem(WrongMachines.neverSaysDropped(Mixes.PROFILE)));
  }

  @Test
  void aClientThatSpeaksAfterTheEndOfItsSessionIsFound() {
    assertEquals(
        Optional.of("join 2; leave or quit 2; user 2 is told REJOINED though it is in no session"),
        problem(WrongMachines.speaksAfterTheEnd(Mixes.PROFILE)));
  }

  @Test
  void aClientThatKeepsAnInterruptionBackIsFound() {
    assertEquals(
        Optional.of("join 2; drop 2; 2 s; 2 s; 2 s; restore 2; user 2 is told REJOINED after WELL"),
        problem(WrongMachines.neverSaysInterrupted(Mixes.PROFILE)));
  }

  @Test
  void aClientThatIsLateIsFound() {
    assertEquals(
        Optional.of("join 2; drop 2; 2 s; 2 s; 2 s; user 2 is told INTERRUPTED 1 ms late"),
        problem(WrongMachines.saysWhatIsDueLate(Mixes.PROFILE)));
  }

  @Test
  void aClientWhoseRosterIsStaleAfterItsOwnOutageIsFound() {
    assertEquals(
        Optional.of(
            "join 1; join 2; kill 1; drop 2; when all are restored and time has passed,"
                + " user 2 holds user 1 present, whom it does not hear"),
        problem(WrongMachines.rosterStaleAfterItsOutage(Mixes.PROFILE)));
  }

  @Test
  void aSnapshotThatLeavesSomethingOutIsNoticed() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> ClientTable.of(WrongMachines.withTooShortASnapshot(Mixes.PROFILE)));
    assertEquals(
        "the snapshot is not enough: after [JOIN, DOWN] and after [JOIN, DOWN, TICK],"
            + " [TICK, TICK] leads to different states",
        error.getMessage());
  }

  @Test
  void aSnapshotThatGrowsForEverIsNoticedBeforeTheMemoryIsFull() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> ClientTable.of(WrongMachines.withASnapshotThatGrows(Mixes.PROFILE)));
    assertTrue(
        error.getMessage().startsWith("a client has more than 2000 states: something in its"),
        error::getMessage);
    assertTrue(error.getMessage().length() < 1_000, error::getMessage);
  }

  private static Optional<String> problem(Supplier<Machine> wrong) {
    ImmutableList<Table> mix =
        ImmutableList.of(Mixes.ofShortWindow(), ClientTable.of(wrong), Mixes.ofShortWindow());
    return Exploration.explore(mix, Loss.WHOLE).problem();
  }
}
