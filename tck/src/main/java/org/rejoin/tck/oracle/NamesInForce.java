package org.rejoin.tck.oracle;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MapMaker;
import com.google.common.collect.Sets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Reason;

/**
 * The callback names under one profile, both ways: from a kind of event to its name, and from a
 * name back to what it can stand for. Immutable; safe to share between threads.
 */
public final class NamesInForce {

  // A run judges tens of thousands of traces under one profile; its index is built once.
  private static final ConcurrentMap<Profile, NamesInForce> KNOWN =
      new MapMaker().weakKeys().makeMap();

  private final ImmutableMap<CallbackKey, ImmutableSet<String>> accepted;
  private final ImmutableMap<Family, ImmutableMap<String, ImmutableSet<Event.Kind>>> kinds;
  private final EnumMap<Family, EnumMap<Event.Kind, String>> names;

  private NamesInForce(Profile profile) {
    this.names = names(profile);
    this.accepted = accepted(profile, names);
    this.kinds = kinds(accepted);
  }

  static NamesInForce of(Profile profile) {
    return KNOWN.computeIfAbsent(profile, NamesInForce::new);
  }

  /** The name in force, or empty where the platform is silent. */
  public Optional<String> name(Family family, Event.Kind kind) {
    String name = rawName(family, kind);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The name in force and its aliases; empty where the platform is silent. */
  public ImmutableSet<String> accepted(Family family, Event.Kind kind) {
    return accepted.getOrDefault(new CallbackKey(family, kind), ImmutableSet.of());
  }

  /** What a name can stand for on a family; empty if the family has no such callback. */
  public ImmutableSet<Event.Kind> kinds(Family family, String name) {
    return kinds.get(family).getOrDefault(name, ImmutableSet.of());
  }

  /**
   * What a name with a reason can stand for: the reason decides where the name leaves it open, and
   * is not looked at where it does not (D-41).
   */
  public ImmutableSet<Event.Kind> kinds(Family family, String name, Optional<Reason> reason) {
    ImmutableSet<Event.Kind> open = kinds(family, name);
    if (reason.isEmpty() || !reasonDecides(open)) {
      return open;
    }
    return ImmutableSet.of(
        switch (reason.get()) {
          case QUIT -> Event.Kind.USER_QUIT;
          case DROPPED -> Event.Kind.USER_DROPPED;
        });
  }

  /** Whether a name that stands for these kinds leaves open why a user is gone. */
  static boolean reasonDecides(ImmutableSet<Event.Kind> kinds) {
    return kinds.contains(Event.Kind.USER_QUIT) && kinds.contains(Event.Kind.USER_DROPPED);
  }

  /** Every name that a family has, aliases included, in the order of the table. */
  public ImmutableSet<String> all(Family family) {
    return kinds.get(family).keySet();
  }

  /** What a name that the family does not have was probably meant to be. */
  ImmutableSet<Event.Kind> guess(Family family, String wrong) {
    for (String name : all(family)) {
      if (plain(name).equals(plain(wrong))) {
        return kinds(family, name);
      }
    }
    for (Family other : Family.values()) {
      for (String name : all(other)) {
        if (plain(name).equals(plain(wrong))) {
          return kinds(other, name);
        }
      }
    }
    return ImmutableSet.of();
  }

  /** The name that differs from a wrong one in capitals and punctuation alone. */
  Optional<String> near(Family family, String wrong) {
    return all(family).stream().filter(name -> plain(name).equals(plain(wrong))).findFirst();
  }

  String rawName(Family family, Event.Kind kind) {
    return names.get(family).get(kind);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static EnumMap<Family, EnumMap<Event.Kind, String>> names(Profile profile) {
    EnumMap<Family, EnumMap<Event.Kind, String>> names = new EnumMap<>(Family.class);
    for (Map.Entry<CallbackKey, CallbackSignature> row : CallbackNames.table().entrySet()) {
      names
          .computeIfAbsent(row.getKey().family(), family -> new EnumMap<>(Event.Kind.class))
          .put(
              row.getKey().kind(),
              profile.names().getOrDefault(row.getKey(), row.getValue().name()));
    }
    return names;
  }

  private static ImmutableMap<CallbackKey, ImmutableSet<String>> accepted(
      Profile profile, EnumMap<Family, EnumMap<Event.Kind, String>> names) {
    ImmutableMap.Builder<CallbackKey, ImmutableSet<String>> accepted = ImmutableMap.builder();
    for (CallbackKey key : CallbackNames.table().keySet()) {
      ImmutableSet.Builder<String> here = ImmutableSet.builder();
      String name = names.get(key.family()).get(key.kind());
      if (!name.isEmpty()) {
        here.add(name).addAll(profile.aliases().get(key));
      }
      accepted.put(key, here.build());
    }
    return accepted.buildOrThrow();
  }

  private static ImmutableMap<Family, ImmutableMap<String, ImmutableSet<Event.Kind>>> kinds(
      ImmutableMap<CallbackKey, ImmutableSet<String>> accepted) {
    EnumMap<Family, Map<String, EnumSet<Event.Kind>>> kinds = new EnumMap<>(Family.class);
    accepted.forEach(
        (key, names) -> {
          Map<String, EnumSet<Event.Kind>> here =
              kinds.computeIfAbsent(key.family(), family -> new LinkedHashMap<>());
          for (String name : names) {
            here.computeIfAbsent(name, n -> EnumSet.noneOf(Event.Kind.class)).add(key.kind());
          }
        });
    ImmutableMap.Builder<Family, ImmutableMap<String, ImmutableSet<Event.Kind>>> all =
        ImmutableMap.builder();
    kinds.forEach(
        (family, here) -> {
          ImmutableMap.Builder<String, ImmutableSet<Event.Kind>> byName = ImmutableMap.builder();
          here.forEach((name, set) -> byName.put(name, Sets.immutableEnumSet(set)));
          all.put(family, byName.buildOrThrow());
        });
    return all.buildOrThrow();
  }
}
