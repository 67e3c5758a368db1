package org.rejoin.tck.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.OptionalInt;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * Counts which pairs of state and input scenarios exercise: those of two users and those of three,
 * each looked at from every one of them. Safe for several threads.
 */
public final class Coverage {

  /**
   * Pairs of some number of users.
   *
   * @param exercised how many different ones were met
   * @param reachable how many there are for the families looked at; empty if that is not known
   */
  public record Pairs(int exercised, OptionalInt reachable) {}

  /**
   * What was counted.
   *
   * @param two pairs of two users
   * @param three pairs of three users
   */
  public record Count(Pairs two, Pairs three) {}

  private final Profile profile;
  private final Met met = new Met();

  /** Nothing is exercised yet. */
  public Coverage(Profile profile) {
    this.profile = profile;
  }

  /**
   * A scenario was run and judged. It counts if it has two or three users, one channel, no named
   * servers and nobody who may give up.
   *
   * @param scenario what was done
   * @param judged whose callbacks were judged
   */
  public void add(Scenario scenario, ImmutableSet<UserId> judged) {
    if (counts(scenario)) {
      Users users = scenario.participants().size() == 2 ? Users.TWO : Users.THREE;
      for (Participant who : scenario.participants()) {
        if (judged.contains(who.uid())) {
          follow(scenario, who, users);
        }
      }
    }
  }

  /** Whether a scenario is one of those that count. */
  public boolean counts(Scenario scenario) {
    int users = scenario.participants().size();
    return (users == 2 || users == 3)
        && scenario.servers().isEmpty()
        && scenario.untilMillis() < profile.giveUpAfterMillis().orElse(Long.MAX_VALUE)
        && scenario.steps().stream().allMatch(step -> step.channel().equals(Step.MAIN_CHANNEL));
  }

  private synchronized void follow(Scenario scenario, Participant who, Users users) {
    Family family = who.platform().family();
    Thresholds thresholds = Thresholds.of(profile, family, scenario.mode());
    new Follower(users, thresholds, met.of(users, family)).follow(scenario, who);
  }

  /**
   * What was counted so far.
   *
   * @param own the platforms of users whose callbacks are judged
   * @param others the platforms of those about whom they are told
   */
  public synchronized Count count(ImmutableSet<Platform> own, ImmutableSet<Platform> others) {
    return new Count(
        pairs(Users.TWO, families(own), families(others)),
        pairs(Users.THREE, families(own), families(others)));
  }

  /** Which pairs were met so far, as a text for {@link Met#together}. */
  public synchronized String met() {
    return met.text();
  }

  private Pairs pairs(Users users, ImmutableSet<Family> own, ImmutableSet<Family> others) {
    int exercised = met.count(users);
    int reachable = 0;
    for (Family family : own) {
      OptionalInt of = Reachable.pairs(users, thresholds(family), Goodbyes.among(others));
      if (of.isEmpty()) {
        return new Pairs(exercised, of);
      }
      reachable += of.getAsInt();
    }
    return new Pairs(exercised, OptionalInt.of(reachable));
  }

  /**
   * The pairs that are reachable for the same users and were not met so far, each in words: family,
   * state, input. Takes seconds for a profile whose thresholds have a short common step; names none
   * of a profile in which they have hardly any.
   */
  public synchronized ImmutableList<String> missed(
      ImmutableSet<Platform> own, ImmutableSet<Platform> others) {
    ImmutableList.Builder<String> missed = ImmutableList.builder();
    for (Users users : Users.values()) {
      for (Family family : families(own)) {
        BitSet left =
            Reachable.which(users, thresholds(family), Goodbyes.among(families(others)))
                .orElseGet(BitSet::new);
        left.andNot(met.of(users, family));
        left.stream().mapToObj(pair -> PairId.of(users, family, pair)).forEach(missed::add);
      }
    }
    return missed.build();
  }

  private ImmutableList<Thresholds> thresholds(Family family) {
    return Thresholds.modes(profile, family).stream()
        .map(mode -> Thresholds.of(profile, family, mode))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableSet<Family> families(ImmutableSet<Platform> platforms) {
    return platforms.stream().map(Platform::family).collect(ImmutableSet.toImmutableSet());
  }
}
