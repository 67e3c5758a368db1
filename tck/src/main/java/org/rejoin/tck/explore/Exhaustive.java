package org.rejoin.tck.explore;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Check;

/**
 * A check for every reachable pair of state and input of two users: the shortest way to the state,
 * the input, rest until everything has fallen due, and everybody's return. Where an age is exactly
 * at a threshold, the input also comes one millisecond early and one late. Immutable; a check is
 * made when it is asked for.
 *
 * <p>Which checks there are is the same for every port. Who plays in them is chosen from what the
 * port plays, as far as that goes.
 */
public final class Exhaustive {
  /** The beginning of every check's id. */
  public static final String PREFIX = "exhaustive/";

  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  /** One check: whose it is, which pair, on which kind of lattice, and when the input comes. */
  private record Entry(Family family, int pair, boolean goodbyes, Timing timing) {
    String id() {
      return PREFIX + PairId.of(Users.TWO, family, pair) + timing.suffix();
    }
  }

  private final ImmutableSet<Platform> own;
  private final ImmutableSet<Platform> others;
  private final Script script;
  private final ImmutableTable<Family, Boolean, Lattice> lattices;
  private final ImmutableList<Entry> entries;

  private Exhaustive(Profile profile, ImmutableSet<Platform> own, ImmutableSet<Platform> others) {
    this.own = own;
    this.others = others;
    this.script = new Script(profile);
    this.lattices = lattices(profile);
    boolean goodbyesFirst = others.stream().allMatch(Exhaustive::saysGoodbye);
    ImmutableList.Builder<Entry> all = ImmutableList.builder();
    for (Family family : Family.values()) {
      for (int pair = 0; pair < Users.TWO.pairs(); pair++) {
        add(all, family, pair, goodbyesFirst);
      }
    }
    this.entries = all.build();
  }

  /**
   * All checks under a profile.
   *
   * @param own the platforms of users whose callbacks are judged
   * @param others the platforms of those about whom they are told
   */
  public static Exhaustive of(
      Profile profile, ImmutableSet<Platform> own, ImmutableSet<Platform> others) {
    return new Exhaustive(profile, own, others);
  }

  private static ImmutableTable<Family, Boolean, Lattice> lattices(Profile profile) {
    ImmutableTable.Builder<Family, Boolean, Lattice> lattices = ImmutableTable.builder();
    for (boolean goodbyes : new boolean[] {false, true}) {
      for (Family family : Family.values()) {
        Thresholds thresholds = Thresholds.of(profile, family, Mode.COMMUNICATION);
        lattices.put(family, goodbyes, Lattice.explore(Users.TWO, thresholds, goodbyes));
      }
    }
    return lattices.buildOrThrow();
  }

  private void add(
      ImmutableList.Builder<Entry> all, Family family, int pair, boolean goodbyesFirst) {
    if (lattice(family, goodbyesFirst).isReached(pair)) {
      add(all, family, pair, goodbyesFirst, lattice(family, goodbyesFirst));
    } else if (lattice(family, !goodbyesFirst).isReached(pair)) {
      add(all, family, pair, !goodbyesFirst, lattice(family, !goodbyesFirst));
    }
  }

  private static void add(
      ImmutableList.Builder<Entry> all,
      Family family,
      int pair,
      boolean goodbyes,
      Lattice lattice) {
    for (Timing timing : Timing.of(Pair.of(pair), lattice.way(pair))) {
      all.add(new Entry(family, pair, goodbyes, timing));
    }
  }

  private Lattice lattice(Family family, boolean goodbyes) {
    Lattice lattice = lattices.get(family, goodbyes);
    if (lattice == null) {
      throw new IllegalStateException("not explored: " + family);
    }
    return lattice;
  }

  /** How many checks there are. */
  public int size() {
    return entries.size();
  }

  /** The id of a check; far cheaper than the check. */
  public String id(int index) {
    return entries.get(index).id();
  }

  /** A check; made anew, and always the same. */
  public Check check(int index) {
    Entry entry = entries.get(index);
    Pair pair = Pair.of(entry.pair());
    ImmutableList<Lattice.Move> way = lattice(entry.family(), entry.goodbyes()).way(entry.pair());
    Predicate<Platform> asOther =
        Script.killsOther(way, pair)
            ? platform -> saysGoodbye(platform) == entry.goodbyes()
            : platform -> true;
    return new Check(
        entry.id(),
        "a state of two users, and an input to it",
        script.write(
            entry.id(),
            choose(index, own, platform -> platform.family() == entry.family()),
            choose(index, others, asOther),
            way,
            pair,
            entry.timing()));
  }

  private static boolean saysGoodbye(Platform platform) {
    return Goodbyes.isSaidBy(platform.family());
  }

  /** One of the platforms that will do, in turn; one that the port plays, if there is any. */
  private static Platform choose(
      int turn, ImmutableSet<Platform> played, Predicate<Platform> willDo) {
    ImmutableList<Platform> all = PLATFORMS.stream().filter(willDo).collect(toImmutableList());
    ImmutableList<Platform> best = all.stream().filter(played::contains).collect(toImmutableList());
    ImmutableList<Platform> from = best.isEmpty() ? all : best;
    return from.get(turn % from.size());
  }
}
