package org.rejoin.tck.oracle;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Reason;

/**
 * The callback names under one profile, both ways: from an event kind to its name, and from a name
 * back to what it can stand for. Immutable.
 */
final class NamesInForce {
  private static final int LONGEST_GUESS = 200;

  private static final CharMatcher LETTERS_AND_DIGITS =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'));

  private final ImmutableMap<Family, ImmutableMap<Event.Kind, String>> names;
  private final ImmutableMap<Family, ImmutableSetMultimap<String, Event.Kind>> kinds;

  NamesInForce(Profile profile) {
    this.names =
        Maps.immutableEnumMap(
            Maps.toMap(Arrays.asList(Family.values()), family -> names(family, profile)));
    this.kinds =
        Maps.immutableEnumMap(
            Maps.toMap(Arrays.asList(Family.values()), family -> kinds(family, profile)));
  }

  private ImmutableSetMultimap<String, Event.Kind> kinds(Family family, Profile profile) {
    ImmutableSetMultimap.Builder<String, Event.Kind> byName = ImmutableSetMultimap.builder();
    for (CallbackKey key : CallbackNames.table().keySet()) {
      String name = name(key.family(), key.kind());
      if (key.family() == family && !name.isEmpty()) {
        byName.put(name, key.kind());
        profile.aliases().get(key).forEach(alias -> byName.put(alias, key.kind()));
      }
    }
    return byName.build();
  }

  private ImmutableSetMultimap<String, Event.Kind> of(Family family) {
    return kinds.getOrDefault(family, ImmutableSetMultimap.of());
  }

  private static ImmutableMap<Event.Kind, String> names(Family family, Profile profile) {
    return Maps.immutableEnumMap(
        Maps.toMap(
            Arrays.asList(Event.Kind.values()),
            kind -> {
              CallbackKey key = new CallbackKey(family, kind);
              String seeds =
                  CallbackNames.table().getOrDefault(key, CallbackSignature.SILENT).name();
              return profile.names().getOrDefault(key, seeds);
            }));
  }

  /** The name in force; empty where the family is silent. */
  String name(Family family, Event.Kind kind) {
    return names.getOrDefault(family, ImmutableMap.of()).getOrDefault(kind, "");
  }

  /**
   * What a name can stand for. The reason decides where the name leaves it open, and is not looked
   * at where it does not (D-41).
   */
  ImmutableSet<Event.Kind> kinds(Family family, String name, Optional<Reason> reason) {
    ImmutableSet<Event.Kind> open = of(family).get(name);
    boolean decides = open.contains(Event.Kind.USER_QUIT) && open.contains(Event.Kind.USER_DROPPED);
    return decides && reason.isPresent() ? ImmutableSet.of(kind(reason.get())) : open;
  }

  /** Every name that a family has, aliases included. */
  ImmutableSet<String> all(Family family) {
    return of(family).keySet();
  }

  /**
   * What a name was probably meant to be, whatever its capitals and its family. One that is longer
   * than any name with all its decoration is not looked at: a port may send a megabyte.
   */
  ImmutableSet<Event.Kind> guess(String wrong) {
    if (wrong.length() > LONGEST_GUESS) {
      return ImmutableSet.of();
    }
    String meant = plain(wrong);
    return kinds.values().stream()
        .flatMap(ofFamily -> ofFamily.entries().stream())
        .filter(entry -> plain(entry.getKey()).equals(meant))
        .map(entry -> entry.getValue())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Event.Kind kind(Reason reason) {
    return switch (reason) {
      case QUIT -> Event.Kind.USER_QUIT;
      case DROPPED -> Event.Kind.USER_DROPPED;
    };
  }

  private static String plain(String name) {
    return Ascii.toLowerCase(LETTERS_AND_DIGITS.retainFrom(name));
  }
}
