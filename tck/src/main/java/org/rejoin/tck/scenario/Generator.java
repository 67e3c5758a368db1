package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;
import org.rejoin.api.UserId;

/**
 * Makes scenarios by (seed, index): any one can be made again alone, so shards add up to the whole.
 *
 * <p>Gaps are drawn from the profile's boundaries, a millisecond either side of them and sums of
 * two, as well as at random, and outages overlap often: that is where ports go wrong. In some
 * scenarios one gap is of hours, days or weeks, often within an outage, and in some the uids pass
 * 2^31. Immutable.
 */
public final class Generator {
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  private static final ImmutableList<Direction> DIRECTIONS =
      ImmutableList.copyOf(Direction.values());

  /** One in so many scenarios has a long gap: enough of each kind in 3,000 to meet a defect. */
  private static final int LONG_EVERY = 32;

  /** One in so many has uids on both sides of 2^31. */
  private static final int LARGE_UIDS_EVERY = 64;

  private static final long HOUR_MILLIS = 3_600_000;

  /** By how much a gap that passes 2^31 or 2^32 ms may be shorter, so that any step may do so. */
  private static final int MOST_BEFORE_MILLIS = 60_000;

  private final int maxUsers;
  private final ImmutableList<Long> boundaries;
  private final long restMillis;

  /**
   * A generator.
   *
   * @param profile whose constants are the boundaries
   * @param maxUsers how many users a scenario has at most
   */
  public Generator(Profile profile, int maxUsers) {
    this.maxUsers = maxUsers;
    this.boundaries = boundaries(profile.thresholds());
    this.restMillis = 1_000 + profile.longestMillis();
  }

  private static ImmutableList<Long> boundaries(ImmutableList<Threshold> thresholds) {
    TreeSet<Long> sums = new TreeSet<>();
    for (Threshold one : thresholds) {
      sums.add(one.millis());
      thresholds.forEach(other -> sums.add(one.millis() + other.millis()));
    }
    return ImmutableList.copyOf(sums);
  }

  /** The scenario with this address. */
  public Scenario generate(long seed, long index) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + index);
    ImmutableScenario.Builder scenario =
        ImmutableScenario.builder().name("generated/" + seed + "/" + index);
    int users = 1 + random.nextInt(maxUsers);
    List<Platform> platforms = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int uid = 1; uid <= users; uid++) {
      Platform platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
      platforms.add(platform);
      if (random.nextInt(8) > 0) {
        steps.add(Step.of(0, Action.JOIN, UserId.of(uid)));
      }
    }
    boolean otherChannels = random.nextInt(8) == 0;
    boolean oneWay = random.nextInt(6) == 0;
    long atMillis = 0;
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      atMillis += gap(random);
      Step step = Step.of(atMillis, action(random), UserId.of(1 + random.nextInt(users)));
      if (oneWay && step.action() == Action.DROP) {
        step = step.withDirection(DIRECTIONS.get(random.nextInt(DIRECTIONS.size())));
      }
      boolean joins = step.action().beginsSession();
      steps.add(otherChannels && joins && random.nextBoolean() ? step.withChannel("other") : step);
    }
    // Drawn last, so that what comes before stays as it was for every address.
    Mode mode = random.nextInt(4) == 0 ? Mode.LIVE : Mode.COMMUNICATION;
    boolean contexts = random.nextInt(2) == 0;
    if (contexts) {
      steps.replaceAll(
          step ->
              step.action() == Action.KILL
                  ? step.withContext(context(random, platforms.get((int) step.uid().value() - 1)))
                  : step);
    }
    boolean isLong = random.nextInt(LONG_EVERY) == 0;
    long waitMillis = isLong ? longGap(random) : 0;
    int from = steps.size() - (isLong ? random.nextInt(count + 1) : 0);
    long firstUid = random.nextInt(LARGE_UIDS_EVERY) == 0 ? Integer.MAX_VALUE : 1;
    if (isLong && random.nextBoolean()) {
      from = firstReturn(steps).orElse(from);
    }
    steps
        .subList(from, steps.size())
        .replaceAll(step -> step.withAtMillis(step.atMillis() + waitMillis));
    atMillis += waitMillis;
    for (int i = 0; i < users; i++) {
      scenario.addParticipants(new Participant(UserId.of(firstUid + i), platforms.get(i)));
    }
    if (firstUid > 1) {
      steps.replaceAll(step -> step.withUid(UserId.of(firstUid - 1 + step.uid().value())));
    }
    return scenario.addAllSteps(steps).mode(mode).untilMillis(atMillis + restMillis).build();
  }

  /** Hours, days, or as much as an int of milliseconds can't hold, with a sign or without. */
  private static long longGap(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> HOUR_MILLIS * random.nextInt(1, 24);
      case 1 -> 24 * HOUR_MILLIS * random.nextInt(1, 24);
      case 2 -> (1L << 31) - random.nextInt(MOST_BEFORE_MILLIS);
      default -> (1L << 32) - random.nextInt(MOST_BEFORE_MILLIS);
    };
  }

  /** Where a user is restored whose step before was a drop, so that what comes before is outage. */
  private static OptionalInt firstReturn(List<Step> steps) {
    Map<UserId, Action> last = new HashMap<>();
    return IntStream.range(0, steps.size())
        .filter(
            i ->
                Action.DROP == last.put(steps.get(i).uid(), steps.get(i).action())
                    && steps.get(i).action() == Action.RESTORE)
        .findFirst();
  }

  private static KillContext context(SplittableRandom random, Platform platform) {
    boolean closesPage = random.nextBoolean() && platform == Platform.WEB;
    return new KillContext(
        closesPage ? KillContext.How.PAGE_CLOSED : KillContext.How.PROCESS,
        random.nextBoolean(),
        random.nextBoolean());
  }

  private long gap(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1, 2 -> random.nextInt(1, 4_000);
      case 3 -> random.nextInt(1, 30_000);
      default -> boundaries.get(random.nextInt(boundaries.size())) + random.nextInt(3) - 1;
    };
  }

  private static Action action(SplittableRandom random) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> Action.DROP;
      case 5, 6, 7, 8, 9 -> Action.RESTORE;
      case 10, 11 -> Action.KILL;
      case 12, 13 -> Action.RESTART;
      case 14 -> Action.LEAVE;
      default -> Action.JOIN;
    };
  }
}
