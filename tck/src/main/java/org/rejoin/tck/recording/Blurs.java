package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.run.RealTime;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;

/**
 * Where a channel's steps are so close together that its tolerance can't keep them apart, and which
 * differences follow from that. Which steps those are is {@link RealTime}'s to say. Bounded: of the
 * oldest, only until when they reach is kept.
 */
final class Blurs {
  /** Most steps that a new one is held against, and most blurs that are kept. */
  private static final int STEPS = 64;

  private static final int MOST = 1_000;

  private final RealTime time;
  private final Tolerance tolerance;
  private final long reachMillis;
  private final ArrayDeque<Step> recent = new ArrayDeque<>(2);
  private final ArrayDeque<Blur> blurs = new ArrayDeque<>(0);
  private final Map<UserId, Step> drops = new HashMap<>(0);
  private final Map<UserId, ServerEvent.ConnectAttempt> attempts = new HashMap<>(0);
  private long forgottenUntilMillis = -1;

  /** Something that can't be told, and whom it concerns. */
  private record Blur(ImmutableSet<UserId> users, long fromMillis, long untilMillis, Doubt why) {}

  /** Of a channel whose times are exact, so that nothing is blurred: not even made. */
  static Optional<Blurs> of(Profile profile, Tolerance tolerance) {
    return tolerance.isExact() ? Optional.empty() : Optional.of(new Blurs(profile, tolerance));
  }

  private Blurs(Profile profile, Tolerance tolerance) {
    this.time = new RealTime(profile, tolerance);
    this.tolerance = tolerance;
    this.reachMillis = profile.longestMillis() + tolerance.lateMillis();
  }

  /** Something is done to a user. */
  void add(Step step) {
    while (!recent.isEmpty()
        && step.atMillis() - recent.element().atMillis() >= time.apartMillis()) {
      recent.remove();
    }
    for (Step earlier : recent) {
      if (time.isBlurred(earlier, step)) {
        keep(
            ImmutableSet.of(earlier.uid(), step.uid()),
            earlier.atMillis(),
            step.atMillis(),
            Doubt.TOO_CLOSE);
      }
    }
    recent.add(step);
    if (recent.size() > STEPS) {
      Step forgotten = recent.remove();
      if (recent.stream().anyMatch(later -> time.isBlurred(forgotten, later))) {
        keep(ImmutableSet.of(), forgotten.atMillis(), step.atMillis(), Doubt.TOO_CLOSE);
      }
    }
    giveUp(step);
    ServerEvent.ConnectAttempt attempt = attempts.get(step.uid());
    if (step.action() == Action.RESTORE && attempt != null) {
      meet(attempt.atMillis(), step.atMillis(), step.uid());
    }
  }

  private void giveUp(Step step) {
    Step drop = drops.get(step.uid());
    if (drop != null && time.isAtGivingUp(drop, step)) {
      keep(ImmutableSet.of(step.uid()), step.atMillis(), step.atMillis(), Doubt.GIVING_UP);
    }
    if (step.action() == Action.DROP) {
      drops.put(step.uid(), step);
    }
  }

  /** A client tries to connect. */
  void add(ServerEvent.ConnectAttempt attempt) {
    attempts.put(attempt.uid(), attempt);
    recent.stream()
        .filter(step -> step.action() == Action.RESTORE && step.uid().equals(attempt.uid()))
        .forEach(step -> meet(step.atMillis(), attempt.atMillis(), attempt.uid()));
  }

  private void meet(long oneMillis, long otherMillis, UserId uid) {
    if (otherMillis - oneMillis < time.apartMillis()) {
      keep(ImmutableSet.of(uid), oneMillis, otherMillis, Doubt.ATTEMPT);
    }
  }

  private void keep(ImmutableSet<UserId> users, long fromMillis, long untilMillis, Doubt why) {
    blurs.add(new Blur(users, fromMillis, untilMillis, why));
    if (blurs.size() > MOST) {
      forgottenUntilMillis =
          Math.max(forgottenUntilMillis, blurs.remove().untilMillis() + reachMillis);
    }
  }

  /** Why nothing can be said of a difference; empty if it follows from nothing of the kind. */
  Optional<Doubt> reaching(Divergence divergence) {
    if (divergence.atMillis() <= forgottenUntilMillis) {
      return Optional.of(Doubt.TOO_CLOSE);
    }
    ImmutableSet<UserId> concerned =
        Stream.concat(divergence.uid().stream(), divergence.peer().stream())
            .collect(ImmutableSet.toImmutableSet());
    return blurs.stream()
        .filter(
            blur ->
                divergence.atMillis() >= blur.fromMillis() - tolerance.earlyMillis()
                    && divergence.atMillis() <= blur.untilMillis() + reachMillis
                    && (concerned.isEmpty() || concerned.containsAll(blur.users())))
        .map(Blur::why)
        .findFirst();
  }
}
