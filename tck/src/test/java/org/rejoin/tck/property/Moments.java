package org.rejoin.tck.property;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.presence.UserState;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Where everybody is after each step, and who is still a silent member of which channel. */
final class Moments {

  /** One user's state. */
  record Where(Optional<String> channel, boolean audible, boolean hears, int session) {
    static final Where NOWHERE = new Where(Optional.empty(), false, false, 0);

    boolean isHeardBy(Where observer) {
      return audible && observer.hears() && channel.equals(observer.channel());
    }

    Optional<String> audibleIn() {
      return audible ? channel : Optional.empty();
    }
  }

  private final ImmutableList<Step> steps;
  private final People people;
  private final long destroyedAfterMillis;
  private final List<Map<UserId, Where>> after = new ArrayList<>();
  private final List<ImmutableSetMultimap<String, UserId>> silentAfter = new ArrayList<>();
  private final SetMultimap<String, UserId> heard = HashMultimap.create();
  private final SetMultimap<String, UserId> silent = HashMultimap.create();
  private final Map<String, Long> emptySinceMillis = new HashMap<>();

  Moments(Scenario scenario, Profile profile) {
    this.steps = scenario.steps();
    this.people = new People(scenario);
    this.destroyedAfterMillis = profile.channelDestroyedAfterMillis();
    StepReading reading = new StepReading(profile, scenario.servers());
    Map<UserId, UserState> users = new HashMap<>();
    for (Participant who : scenario.participants()) {
      users.put(who.uid(), reading.atFirst());
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      users.computeIfPresent(step.uid(), (uid, it) -> reading.after(it, step));
      Map<UserId, Where> now = new HashMap<>();
      users.forEach(
          (uid, it) ->
              now.put(
                  uid,
                  new Where(it.channel(), it.link().isHeard(), it.link().hears(), it.session())));
      after.add(now);
      move(step, after(i - 1, step.uid()).audibleIn(), after(i, step.uid()).audibleIn());
      silentAfter.add(ImmutableSetMultimap.copyOf(silent));
    }
  }

  private void move(Step step, Optional<String> before, Optional<String> now) {
    if (before.equals(now)) {
      return;
    }
    before.ifPresent(
        channel -> {
          heard.remove(channel, step.uid());
          if (!isGoodbye(step)) {
            silent.put(channel, step.uid());
          }
          if (heard.get(channel).isEmpty()) {
            emptySinceMillis.put(channel, step.atMillis());
          }
        });
    now.ifPresent(
        channel -> {
          long emptySince = emptySinceMillis.getOrDefault(channel, step.atMillis());
          if (heard.get(channel).isEmpty() && emptySince + destroyedAfterMillis < step.atMillis()) {
            silent.removeAll(channel);
          }
          heard.put(channel, step.uid());
          silent.remove(channel, step.uid());
        });
  }

  /** Whether a step is the goodbye of its user, if it can be heard. */
  boolean isGoodbye(Step step) {
    return step.action() == Action.LEAVE
        || (step.action() == Action.KILL && people.family(step.uid()) == Family.APPLE);
  }

  ImmutableList<Step> steps() {
    return steps;
  }

  /** After the step at an index; -1 is before the first. */
  Where after(int index, UserId user) {
    return index < 0 ? Where.NOWHERE : after.get(index).getOrDefault(user, Where.NOWHERE);
  }

  /** Whether a user is held a member of a channel though nobody hears it. */
  boolean isSilentMember(int index, Optional<String> channel, UserId user) {
    return channel.isPresent() && silentAfter.get(index).containsEntry(channel.get(), user);
  }
}
