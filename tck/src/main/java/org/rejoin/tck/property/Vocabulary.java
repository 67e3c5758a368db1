package org.rejoin.tck.property;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.CallbackNames;

/** What the callback names in force mean, aliases included. Immutable. */
final class Vocabulary {

  /** A name on a family. */
  private record Name(Family family, String name) {}

  private final ImmutableMap<Name, Word> words;
  private final ImmutableMap<Name, String> names;

  Vocabulary(Profile profile) {
    Map<Name, Word> known = new LinkedHashMap<>();
    ImmutableMap.Builder<Name, String> aliases = ImmutableMap.builder();
    for (CallbackKey key : CallbackNames.table().keySet()) {
      String seeds = CallbackNames.table().getOrDefault(key, CallbackSignature.SILENT).name();
      String name = profile.names().getOrDefault(key, seeds);
      if (!name.isEmpty()) {
        known.put(new Name(key.family(), name), Word.of(key.kind()));
        for (String alias : profile.aliases().get(key)) {
          known.put(new Name(key.family(), alias), Word.of(key.kind()));
          aliases.put(new Name(key.family(), alias), name);
        }
      }
    }
    this.words = ImmutableMap.copyOf(known);
    this.names = aliases.buildKeepingLast();
  }

  /** What a callback says; empty if the family has none of this name. */
  Optional<Word> word(Family family, String name) {
    return Optional.ofNullable(words.get(new Name(family, name)));
  }

  /** A name that says this; where there are several, the first of the family's table. */
  String name(Family family, Word word) {
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().family() == family && entry.getValue() == word)
        .map(entry -> entry.getKey().name())
        .findFirst()
        .orElse("");
  }

  /** The name in force for an alias; any other name as it is. */
  String plain(Family family, String name) {
    return names.getOrDefault(new Name(family, name), name);
  }
}
