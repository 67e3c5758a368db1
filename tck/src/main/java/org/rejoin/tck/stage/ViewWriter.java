package org.rejoin.tck.stage;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.presence.Course;
import org.rejoin.tck.presence.Course.Change;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.presence.UserState;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** One client's view of one scenario in the making: what the client does and hears. */
final class ViewWriter {
  private final Scenario whole;
  private final Profile profile;
  private final UserId uid;
  private final Participant client;

  /** Where everybody is, in the order of uids; who is not there has done nothing yet. */
  private final TreeMap<UserId, UserState> states = new TreeMap<>();

  private final ImmutableList.Builder<Step> steps = ImmutableList.builder();

  /** Whether an own step is about the network, so that it matters which servers there are. */
  private boolean hasOutages;

  /** Whether all that the client hears is known beforehand. */
  private boolean certain = true;

  ViewWriter(Scenario whole, UserId uid, Profile profile) {
    this.whole = whole;
    this.profile = profile;
    this.uid = uid;
    this.client = participant(uid);
    for (Step step : whole.steps()) {
      if (step.action().isAboutPeer()) {
        throw new IllegalArgumentException(
            "'" + step.action().id() + "' is a step of one client's view already");
      }
    }
  }

  /** The view; empty if what the client hears is not known beforehand. */
  Optional<Scenario> write() {
    Course.read(whole, profile, this::apply);
    return certain ? Optional.of(view()) : Optional.empty();
  }

  private void apply(Change change) {
    states.put(change.uid(), change.after());
    if (change.uid().equals(uid)) {
      change.step().ifPresent(this::own);
    } else {
      others(change);
    }
  }

  private Scenario view() {
    return ImmutableScenario.builder()
        .name(whole.name().isEmpty() ? "" : StagedCheck.named(whole.name(), uid))
        .mode(whole.mode())
        .addParticipants(client)
        .addAllServers(hasOutages ? whole.servers() : ImmutableList.of())
        .addAllSteps(steps.build())
        .untilMillis(whole.untilMillis())
        .build();
  }

  private Participant participant(UserId user) {
    for (Participant who : whole.participants()) {
      if (who.uid().equals(user)) {
        return who;
      }
    }
    throw new IllegalArgumentException(
        "no participant of scenario '" + whole.name() + "' has uid " + user);
  }

  /** The client's own step stands as it is; where it may have missed something, all are named. */
  private void own(Step step) {
    steps.add(step);
    switch (step.action()) {
      case JOIN, RESTART -> nameOthers(step.atMillis());
      case RESTORE -> {
        hasOutages = true;
        nameOthers(step.atMillis());
      }
      case DROP -> hasOutages = true;
      case LEAVE, KILL, PEER_HEARD, PEER_SILENT, PEER_LEFT -> {
        // It hears nobody any more.
      }
    }
  }

  /** Those that it hears now, or once the attempt that it waits for is accepted. */
  private void nameOthers(long nowMillis) {
    UserState own = Optional.ofNullable(states.get(uid)).orElseThrow();
    if (own.link().hears() || own.isWaiting()) {
      states.forEach(
          (user, state) -> {
            if (!user.equals(uid) && isAudible(state, own)) {
              tell(nowMillis, Action.PEER_HEARD, user);
            }
          });
    }
  }

  /** Tells the client what of another's change reaches it. */
  private void others(Change change) {
    certain &= !change.after().isWaiting();
    UserState own = states.get(uid);
    if (own == null || change.before().audibleIn().equals(change.after().audibleIn())) {
      return;
    }
    boolean leavesHearing = isAudible(change.before(), own);
    boolean entersHearing = isAudible(change.after(), own);
    if (own.isWaiting()) {
      certain &= !leavesHearing && !entersHearing;
    } else if (own.link().hears()) {
      if (leavesHearing) {
        tell(change.atMillis(), lastWord(change), change.uid());
      }
      if (entersHearing) {
        tell(change.atMillis(), Action.PEER_HEARD, change.uid());
      }
    }
  }

  private static boolean isAudible(UserState other, UserState own) {
    return other.link().isHeard() && other.channel().equals(own.channel());
  }

  private Action lastWord(Change change) {
    boolean goodbye =
        change
            .step()
            .filter(
                step ->
                    StepReading.saysGoodbye(step.action(), participant(change.uid()).platform()))
            .isPresent();
    return goodbye ? Action.PEER_LEFT : Action.PEER_SILENT;
  }

  private void tell(long nowMillis, Action action, UserId about) {
    steps.add(Step.of(nowMillis, action, uid).withPeer(about));
  }
}
