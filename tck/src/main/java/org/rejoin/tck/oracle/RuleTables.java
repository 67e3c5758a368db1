package org.rejoin.tck.oracle;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.tck.spec.Rule;

/** Which rules speak of what, written out as tables for those who can't ask the oracle. */
public final class RuleTables {
  private RuleTables() {}

  /**
   * The tables by name. {@code local} is by the kind of the event; {@code silent}, {@code quit},
   * {@code back} and {@code unnoticed} are by what the other user's absence last came from.
   */
  public static ImmutableMap<String, ImmutableTable<Family, String, ImmutableSet<Rule>>> byName() {
    return ImmutableMap.of(
        "local",
            table(
                Event.Kind.values(),
                Event.Kind::isLocal,
                (family, kind) -> ImmutableSet.of(Attribution.local(kind, family))),
        "silent", causes(Attribution::silent),
        "quit", causes(Attribution::quit),
        "back", causes(Attribution::back),
        "unnoticed", causes(Attribution::unnoticed));
  }

  /** The rules of a first meeting. */
  public static ImmutableSet<Rule> met() {
    return Attribution.MET;
  }

  private static ImmutableTable<Family, String, ImmutableSet<Rule>> causes(
      BiFunction<Family, Cause, ImmutableSet<Rule>> rules) {
    return table(Cause.values(), cause -> true, rules);
  }

  private static <T extends Enum<T>> ImmutableTable<Family, String, ImmutableSet<Rule>> table(
      T[] keys, Predicate<T> wanted, BiFunction<Family, T, ImmutableSet<Rule>> rules) {
    ImmutableTable.Builder<Family, String, ImmutableSet<Rule>> table = ImmutableTable.builder();
    for (Family family : Family.values()) {
      Arrays.stream(keys)
          .filter(wanted)
          .forEach(key -> table.put(family, word(key), rules.apply(family, key)));
    }
    return table.buildOrThrow();
  }

  /** Such as {@code killed-awl}. */
  private static String word(Enum<?> key) {
    return Ascii.toLowerCase(key.name()).replace('_', '-');
  }
}
