package org.rejoin.tck.property;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Where one line of callbacks can be in its grammar. At an instant at which sessions begin, all
 * readings are kept: that the callbacks seen there belong to the old session, or to a new one.
 */
final class Sentences {

  /** A place in one of the two sentences of the grammar. */
  private enum Place {
    BEGIN,
    INTERRUPTED,
    LOST,
    BACK,
    GONE
  }

  private final ImmutableSortedMultiset<Long> begins;

  /** Where it can be, by how many of the sessions of the present instant have begun. */
  private ImmutableList<EnumSet<Place>> places = ImmutableList.of(EnumSet.of(Place.BEGIN));

  private long nowMillis = -1;

  /**
   * At the beginning.
   *
   * @param begins when sessions begin, once for each
   */
  Sentences(ImmutableSortedMultiset<Long> begins) {
    this.begins = begins;
  }

  /** Takes the next word. Returns whether it can come there. */
  boolean goesOn(Word word, long atMillis) {
    if (atMillis != nowMillis) {
      moveTo(atMillis);
    }
    ImmutableList.Builder<EnumSet<Place>> next = ImmutableList.builder();
    boolean possible = false;
    for (EnumSet<Place> here : places) {
      EnumSet<Place> from = EnumSet.copyOf(here);
      if (possible) {
        from.add(Place.BEGIN);
      }
      possible |= !here.isEmpty();
      next.add(after(from, word));
    }
    places = next.build();
    return places.stream().anyMatch(here -> !here.isEmpty());
  }

  private void moveTo(long millis) {
    EnumSet<Place> last = places.get(places.size() - 1);
    if (places.size() > 1) {
      last.add(Place.BEGIN);
    }
    boolean begun =
        !begins.subMultiset(nowMillis, BoundType.OPEN, millis, BoundType.OPEN).isEmpty();
    ImmutableList.Builder<EnumSet<Place>> next = ImmutableList.builder();
    next.add(begun ? EnumSet.of(Place.BEGIN) : last);
    for (int i = 0; i < begins.count(millis); i++) {
      next.add(EnumSet.of(Place.BEGIN));
    }
    places = next.build();
    nowMillis = millis;
  }

  private static EnumSet<Place> after(EnumSet<Place> places, Word word) {
    EnumSet<Place> next = EnumSet.noneOf(Place.class);
    Sets.immutableEnumSet(places).forEach(place -> after(place, word).ifPresent(next::add));
    return next;
  }

  private static Optional<Place> after(Place place, Word word) {
    return switch (word) {
      case INTERRUPTED -> place == Place.BEGIN ? Optional.of(Place.INTERRUPTED) : Optional.empty();
      case LOST -> place == Place.INTERRUPTED ? Optional.of(Place.LOST) : Optional.empty();
      case REJOINED ->
          place == Place.INTERRUPTED || place == Place.LOST
              ? Optional.of(Place.BEGIN)
              : Optional.empty();
      case BACK ->
          place == Place.BEGIN || place == Place.GONE ? Optional.of(Place.BACK) : Optional.empty();
      case GONE ->
          place == Place.BEGIN || place == Place.BACK ? Optional.of(Place.GONE) : Optional.empty();
    };
  }
}
