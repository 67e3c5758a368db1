package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.spec.Rule;

/**
 * What users are told of each other does not hang on who else is there.
 *
 * <p>Left out is a scenario in which somebody joins after the channel was destroyed: as long as it
 * is there, which the bystander sees to, a silent user of it may be announced to a newcomer (D-33).
 */
final class Bystander extends Comparing {
  Bystander() {
    super(
        "bystander",
        "One more user, who never fails, changes nothing but what is about it and the channel's"
            + " end.",
        Rule.DRV_10);
  }

  @Override
  boolean suits(Scenario base, Setting setting) {
    long destroyedMillis = destroyedMillis(base, setting.profile());
    return base.steps().stream()
        .filter(step -> step.action().beginsSession())
        .filter(step -> step.channel().equals(Step.MAIN_CHANNEL))
        .noneMatch(step -> step.atMillis() > destroyedMillis);
  }

  /** When the channel is destroyed for the first time. */
  private static long destroyedMillis(Scenario base, Profile profile) {
    long afterMillis = profile.channelDestroyedAfterMillis();
    ImmutableList<Course.Stretch> heard =
        Course.of(base, profile).stretches().values().stream()
            .filter(it -> it.state().audibleIn().equals(Optional.of(Step.MAIN_CHANNEL)))
            .sorted(Comparator.comparingLong(Course.Stretch::fromMillis))
            .collect(ImmutableList.toImmutableList());
    long destroyedMillis = Long.MAX_VALUE;
    for (Course.Stretch next : heard) {
      if (next.fromMillis() > destroyedMillis) {
        return destroyedMillis;
      }
      long afterThisMillis = next.toMillis() + afterMillis;
      destroyedMillis =
          destroyedMillis == Long.MAX_VALUE
              ? afterThisMillis
              : Math.max(destroyedMillis, afterThisMillis);
    }
    return destroyedMillis;
  }

  @Override
  ImmutableList<Variant> variants(Scenario base, int number, Setting setting) {
    long highest = base.participants().stream().mapToLong(who -> who.uid().value()).max().orElse(0);
    UserId stranger = UserId.of(highest + 1);
    ImmutableList<Platform> platforms = setting.hosting().all().asList();
    Participant bystander = new Participant(stranger, platforms.get(number % platforms.size()));
    return ImmutableList.of(
        ImmutableVariant.builder()
            .how("with " + bystander.platform().id() + " user " + stranger + " there as well")
            .otherwise("without that user")
            .stranger(stranger)
            .endless(Step.MAIN_CHANNEL)
            .scenario(
                Remade.of(
                    base,
                    "/bystander",
                    ImmutableList.<Participant>builder()
                        .addAll(base.participants())
                        .add(bystander)
                        .build(),
                    ImmutableList.<Step>builder()
                        .add(Step.of(0, Action.JOIN, stranger))
                        .addAll(base.steps())
                        .build(),
                    base.untilMillis()))
            .build());
  }
}
