package org.rejoin.tck.property;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Where one line of callbacks can be in its grammar. At an instant at which a session begins two
 * readings are kept: that the callbacks seen there belong to the old session, and to the new one.
 */
final class Sentences {

  /** A place in one of the two sentences. */
  private enum Place {
    BEGIN,
    INTERRUPTED,
    LOST,
    BACK,
    GONE
  }

  private final ImmutableSortedSet<Long> begins;
  private EnumSet<Place> places = EnumSet.of(Place.BEGIN);

  /** The same if a session has begun at the present instant already. */
  private EnumSet<Place> begun = EnumSet.noneOf(Place.class);

  private long nowMillis = -1;

  /**
   * At the beginning.
   *
   * @param begins when sessions begin
   */
  Sentences(ImmutableSortedSet<Long> begins) {
    this.begins = begins;
  }

  /** Takes the next word. Returns whether it can come there. */
  boolean goesOn(Word word, long atMillis) {
    moveTo(atMillis);
    if (begins.contains(nowMillis)) {
      begun.add(Place.BEGIN);
      begun = after(begun, word);
    }
    places = after(places, word);
    return !places.isEmpty() || !begun.isEmpty();
  }

  private void moveTo(long millis) {
    if (millis == nowMillis) {
      return;
    }
    if (begins.contains(nowMillis)) {
      places = begun;
      places.add(Place.BEGIN);
    }
    if (!begins.subSet(nowMillis, false, millis, false).isEmpty()) {
      places = EnumSet.of(Place.BEGIN);
    }
    begun = EnumSet.noneOf(Place.class);
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
