package org.rejoin.tck.run;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which failures of a run are made smaller: the first of each kind, then the second of
 * each, and so on. Hangs come last of all, since each try of one costs the kit's patience.
 */
final class ShrinkOrder {
  private ShrinkOrder() {}

  /** Places in the list of failures. */
  static ImmutableList<Integer> of(ImmutableList<Failure> failures) {
    record Place(int index, int round, boolean hang) {}
    Multiset<Likeness> before = HashMultiset.create();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < failures.size(); i++) {
      Likeness kind = Likeness.of(failures.get(i));
      boolean hang = kind.verdict() == Verdict.HANG;
      int round = before.count(kind);
      before.add(kind);
      places.add(new Place(i, round, hang));
    }
    places.sort(Comparator.comparing(Place::hang).thenComparing(Place::round));
    return places.stream().map(Place::index).collect(ImmutableList.toImmutableList());
  }
}
