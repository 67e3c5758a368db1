package org.rejoin.tck.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario's time runs from when its turn comes, and from then on alone. */
class InFlightTest {
  private static final long LIMIT = 10;

  @Test
  void timeBeginsWhenItIsWritten() {
    InFlight one = written(1, flight(1, 100));
    assertEquals(5, one.patienceNanos(105));
    assertEquals(0, one.overdue(109).stream().count());
    assertEquals(Optional.of(flight(1, 100)), one.overdue(110));
  }

  @Test
  void timeBeginsWhenTheReplyBeforeItCame() {
    InFlight two = written(1, flight(1, 100), flight(2, 100));
    two.remove(flight(1, 100), 108);
    assertEquals(0, two.overdue(117).stream().count());
    assertEquals(Optional.of(flight(2, 100)), two.overdue(118));
  }

  @Test
  void aReplyThatCameBeforeItWasWrittenDoesNotShortenItsTime() {
    InFlight two = written(1, flight(1, 100), flight(2, 105));
    two.remove(flight(1, 100), 103);
    assertEquals(10, two.patienceNanos(105));
  }

  @Test
  void answersToOthersDoNotProlongTheTimeOfTheFirst() {
    InFlight three = written(1, flight(1, 100), flight(2, 100), flight(3, 100));
    three.remove(flight(2, 100), 105);
    three.remove(flight(3, 100), 109);
    assertEquals(Optional.of(flight(1, 100)), three.overdue(110));
  }

  @Test
  void asManyAsThePortWorksOnAtOnceHaveTimesOfTheirOwn() {
    Flight quick = new Flight(2, 2, 100, 3);
    InFlight three = written(2, flight(1, 100), quick, flight(3, 100));
    assertEquals(Optional.of(flight(1, 100)), three.first());
    assertEquals(Optional.of(quick), three.overdue(103));
    three.remove(quick, 103);
    assertEquals(7, three.patienceNanos(103));
    three.remove(flight(1, 100), 104);
    assertEquals(9, three.patienceNanos(104));
  }

  @Test
  void theClockMayPassItsGreatestNumber() {
    InFlight one = written(1, flight(1, Long.MAX_VALUE - 5));
    assertEquals(0, one.overdue(Long.MAX_VALUE).stream().count());
    assertEquals(1, one.overdue(Long.MIN_VALUE + 5).stream().count());
  }

  @Test
  void clearedItGivesBackAllInTheOrderWritten() {
    InFlight three = written(2, flight(1, 100), flight(2, 100), flight(3, 100));
    assertEquals(ImmutableList.of(1, 2, 3), three.clear());
    assertEquals(0, three.size());
  }

  private static InFlight written(int atOnce, Flight... flights) {
    InFlight inFlight = new InFlight(atOnce);
    for (Flight flight : flights) {
      inFlight.add(flight);
    }
    return inFlight;
  }

  private static Flight flight(int id, long writtenNanos) {
    return new Flight(id, id, writtenNanos, LIMIT);
  }
}
