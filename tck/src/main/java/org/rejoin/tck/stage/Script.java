package org.rejoin.tck.stage;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * Writes one client's view of one scenario: goes through the whole once and notes what the client
 * does and hears.
 *
 * <p>A user that gives up does so after all steps of that instant, as any deadline (D-03).
 */
final class Script {
  private final Scenario whole;
  private final StagedUser client;

  /** Everybody else, in the order of uids. */
  private final TreeMap<UserId, StagedUser> others = new TreeMap<>();

  private final ImmutableList.Builder<Step> steps = ImmutableList.builder();

  /** Whether an own step is about the network, so that it matters which servers there are. */
  private boolean hasOutages;

  /** Whether the client's return waits, or waited, for an attempt that is not known here. */
  private boolean returnIsUnknown;

  /** Whether all that the client hears is known beforehand. */
  private boolean certain = true;

  Script(Scenario whole, UserId client, Profile profile) {
    this.whole = whole;
    this.client = new StagedUser(participant(whole, client), whole, profile);
    for (Participant who : whole.participants()) {
      if (!who.uid().equals(client)) {
        others.put(who.uid(), new StagedUser(who, whole, profile));
      }
    }
  }

  private static Participant participant(Scenario whole, UserId client) {
    for (Participant who : whole.participants()) {
      if (who.uid().equals(client)) {
        return who;
      }
    }
    throw new IllegalArgumentException(
        "no participant of scenario '" + whole.name() + "' has uid " + client);
  }

  /** The view; empty if what the client hears is not known beforehand. */
  Optional<Scenario> write() {
    for (Step step : whole.steps()) {
      letGiveUp(step.atMillis() - 1);
      if (step.uid().equals(client.who().uid())) {
        own(step);
      } else {
        others(step);
      }
    }
    letGiveUp(whole.untilMillis());
    return certain ? Optional.of(view()) : Optional.empty();
  }

  private Scenario view() {
    return ImmutableScenario.builder()
        .name(whole.name().isEmpty() ? "" : StagedCheck.named(whole.name(), client.who().uid()))
        .mode(whole.mode())
        .addParticipants(client.who())
        .addAllServers(hasOutages ? whole.servers() : ImmutableList.of())
        .addAllSteps(steps.build())
        .untilMillis(whole.untilMillis())
        .build();
  }

  /** The client's own step stands as it is; where it may have missed something, all are named. */
  private void own(Step step) {
    boolean waits = step.action() == Action.RESTORE && client.waitsAfter(step);
    client.apply(step);
    steps.add(step);
    switch (step.action()) {
      case JOIN, RESTART -> {
        returnIsUnknown = false;
        nameOthers(step.atMillis());
      }
      case RESTORE -> {
        hasOutages = true;
        returnIsUnknown |= waits;
        nameOthers(step.atMillis());
      }
      case DROP -> hasOutages = true;
      case LEAVE, KILL -> returnIsUnknown = false;
      case PEER_HEARD, PEER_SILENT, PEER_LEFT -> throw new AssertionError(step);
    }
  }

  private void nameOthers(long nowMillis) {
    if (client.hearsIn().isPresent()) {
      for (StagedUser other : others.values()) {
        if (other.audibleIn().equals(client.hearsIn())) {
          tell(nowMillis, Action.PEER_HEARD, other);
        }
      }
    }
  }

  private void others(Step step) {
    StagedUser other = Objects.requireNonNull(others.get(step.uid()));
    if (step.action() == Action.RESTORE && other.waitsAfter(step)) {
      certain = false;
    }
    Action lastWord =
        switch (step.action()) {
          case LEAVE -> Action.PEER_LEFT;
          case KILL -> other.quitsWhenKilled() ? Action.PEER_LEFT : Action.PEER_SILENT;
          case JOIN, RESTART, DROP, RESTORE, PEER_HEARD, PEER_SILENT, PEER_LEFT ->
              Action.PEER_SILENT;
        };
    change(other, step.atMillis(), lastWord, () -> other.apply(step));
  }

  /** Those who give up, up to and including an instant, the first first and then by uid. */
  private void letGiveUp(long limitMillis) {
    while (true) {
      StagedUser first = client;
      for (StagedUser other : others.values()) {
        if (givesUpMillis(other) < givesUpMillis(first)) {
          first = other;
        }
      }
      long nowMillis = givesUpMillis(first);
      if (nowMillis > limitMillis) {
        return;
      }
      change(first, nowMillis, Action.PEER_SILENT, first::end);
    }
  }

  private static long givesUpMillis(StagedUser user) {
    return user.givesUpMillis().orElse(Long.MAX_VALUE);
  }

  /** Makes a change to a user, and tells the client what of it reaches it. */
  private void change(StagedUser user, long nowMillis, Action lastWord, Runnable change) {
    Optional<String> before = user.audibleIn();
    change.run();
    Optional<String> after = user.audibleIn();
    if (user == client || before.equals(after)) {
      return;
    }
    boolean leavesHearing = before.isPresent() && before.equals(client.channel());
    boolean entersHearing = after.isPresent() && after.equals(client.channel());
    if (returnIsUnknown && (leavesHearing || entersHearing)) {
      certain = false;
    }
    if (client.hearsIn().isPresent() && leavesHearing) {
      tell(nowMillis, lastWord, user);
    }
    if (client.hearsIn().isPresent() && entersHearing) {
      tell(nowMillis, Action.PEER_HEARD, user);
    }
  }

  private void tell(long nowMillis, Action action, StagedUser about) {
    steps.add(Step.of(nowMillis, action, client.who().uid()).withPeer(about.who().uid()));
  }
}
