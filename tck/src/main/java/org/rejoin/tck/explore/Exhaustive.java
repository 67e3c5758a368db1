package org.rejoin.tck.explore;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.Arrays;
import java.util.function.Predicate;
import org.rejoin.api.Family;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;

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
  private static final String PREFIX = "exhaustive/";

  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  /** One check: whose it is, which pair, on which kind of lattice, and when the input comes. */
  private record Entry(Family family, Mode mode, int pair, boolean goodbyes, Timing timing) {
    String id() {
      String live =
          switch (mode) {
            case COMMUNICATION -> "";
            case LIVE -> "/live";
          };
      return PREFIX + PairId.of(Users.TWO, family, pair) + live + timing.suffix();
    }
  }

  private final ImmutableSet<Platform> own;
  private final ImmutableSet<Platform> others;
  private final Profile profile;
  private final Script script;
  private final ImmutableTable<Thresholds, Boolean, Lattice> lattices;
  private final ImmutableList<Entry> entries;

  private Exhaustive(Profile profile, ImmutableSet<Platform> own, ImmutableSet<Platform> others) {
    this.own = own;
    this.others = others;
    this.profile = profile;
    this.script = new Script(profile);
    this.lattices = lattices(profile);
    boolean goodbyesFirst = others.stream().allMatch(Exhaustive::saysGoodbye);
    ImmutableList.Builder<Entry> all = ImmutableList.builder();
    for (Family family : Family.values()) {
      for (Mode mode : Thresholds.modes(profile, family)) {
        for (int pair = 0; pair < Users.TWO.pairs(); pair++) {
          add(all, family, mode, pair, goodbyesFirst);
        }
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

  private static ImmutableTable<Thresholds, Boolean, Lattice> lattices(Profile profile) {
    ImmutableSet<Thresholds> all =
        Arrays.stream(Family.values())
            .flatMap(
                family ->
                    Thresholds.modes(profile, family).stream()
                        .map(mode -> Thresholds.of(profile, family, mode)))
            .collect(toImmutableSet());
    ImmutableTable.Builder<Thresholds, Boolean, Lattice> lattices = ImmutableTable.builder();
    for (Thresholds thresholds : all) {
      for (boolean goodbyes : new boolean[] {false, true}) {
        lattices.put(thresholds, goodbyes, Lattice.explore(Users.TWO, thresholds, goodbyes));
      }
    }
    return lattices.buildOrThrow();
  }

  private void add(
      ImmutableList.Builder<Entry> all, Family family, Mode mode, int pair, boolean goodbyesFirst) {
    for (boolean goodbyes : new boolean[] {goodbyesFirst, !goodbyesFirst}) {
      Lattice lattice = lattice(family, mode, goodbyes);
      if (lattice.isReached(pair)) {
        for (Timing timing : Timing.of(Pair.of(pair), lattice.way(pair))) {
          all.add(new Entry(family, mode, pair, goodbyes, timing));
        }
        return;
      }
    }
  }

  private Lattice lattice(Family family, Mode mode, boolean goodbyes) {
    Lattice lattice = lattices.get(Thresholds.of(profile, family, mode), goodbyes);
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
    ImmutableList<Lattice.Move> way =
        lattice(entry.family(), entry.mode(), entry.goodbyes()).way(entry.pair());
    Predicate<Platform> asOther =
        Script.killsOther(way, pair)
            ? platform -> saysGoodbye(platform) == entry.goodbyes()
            : platform -> true;
    return new Check(
        entry.id(),
        "a state of two users, and an input to it",
        script.write(
            entry.id(),
            entry.mode(),
            choose(index, own, platform -> platform.family() == entry.family()),
            choose(index, others, asOther),
            way,
            pair,
            entry.timing()),
        new Origin.Exhaustive());
  }

  private static boolean saysGoodbye(Platform platform) {
    return StepReading.quitsWhenKilled(platform.family());
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
