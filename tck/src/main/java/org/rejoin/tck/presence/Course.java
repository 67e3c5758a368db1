package org.rejoin.tck.presence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rejoin.api.Profile;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;

/**
 * All that changes for the users of one scenario, in order: steps as they are written, attempts
 * that are accepted and giving up after all steps of their instant (D-03). Immutable.
 */
public final class Course {
  private final Scenario scenario;
  private final ImmutableList<Change> changes;

  private Course(Scenario scenario, ImmutableList<Change> changes) {
    this.scenario = scenario;
    this.changes = changes;
  }

  /**
   * One user before and after something, which may change nothing.
   *
   * @param atMillis when
   * @param uid whose state it is
   * @param step what was done; empty for an accepted attempt and for giving up
   */
  public record Change(
      long atMillis, UserId uid, Optional<Step> step, UserState before, UserState after) {

    /** Whether anything changes. */
    public boolean isEffective() {
      return !before.equals(after);
    }

    /** Whether the user's link changes, or another session begins. */
    public boolean isMove() {
      return before.link() != after.link() || before.session() != after.session();
    }
  }

  /**
   * Some time, longer than an instant, in which nothing changed for a user.
   *
   * @param fromMillis its first instant
   * @param toMillis its end
   * @param isLast whether it lasts to the end of the scenario and nothing has ended it
   * @param state the user meanwhile
   */
  public record Stretch(long fromMillis, long toMillis, boolean isLast, UserState state) {

    /** Whether there is an instant that is in both. */
    public boolean overlaps(Stretch other) {
      return Math.max(fromMillis, other.fromMillis) < Math.min(toMillis, other.toMillis);
    }
  }

  /**
   * The course of a scenario of which no attempts are known: who waits for one waits to the end,
   * and does not give up meanwhile.
   */
  public static Course of(Scenario scenario, Profile profile) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    read(scenario, profile, changes::add);
    return new Course(scenario, changes.build());
  }

  /** The same, change by change and without a memory of them. */
  public static void read(Scenario scenario, Profile profile, Consumer<Change> changes) {
    new Reader(scenario, profile, Optional.empty(), changes).read();
  }

  /**
   * The course of a scenario with the attempts to connect that were seen.
   *
   * @param attempts in time order
   */
  public static Course of(
      Scenario scenario, Profile profile, ImmutableList<ConnectAttempt> attempts) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    new Reader(scenario, profile, Optional.of(attempts), changes::add).read();
    return new Course(scenario, changes.build());
  }

  /** Everything, in order; steps that change nothing are there as well. */
  public ImmutableList<Change> changes() {
    return changes;
  }

  /** Where each user was, without gaps from 0 to the end. */
  public ImmutableListMultimap<UserId, Stretch> stretches() {
    Map<UserId, Change> last = new LinkedHashMap<>();
    ImmutableListMultimap.Builder<UserId, Stretch> stretches = ImmutableListMultimap.builder();
    for (Change change : changes) {
      if (change.isMove()) {
        long fromMillis =
            Optional.ofNullable(last.put(change.uid(), change)).map(Change::atMillis).orElse(0L);
        if (fromMillis < change.atMillis()) {
          stretches.put(
              change.uid(), new Stretch(fromMillis, change.atMillis(), false, change.before()));
        }
      }
    }
    UserState atFirst = UserState.atFirst("");
    for (Participant who : scenario.participants()) {
      Optional<Change> before = Optional.ofNullable(last.get(who.uid()));
      long fromMillis = before.map(Change::atMillis).orElse(0L);
      if (fromMillis < scenario.untilMillis()) {
        UserState state = before.map(Change::after).orElse(atFirst);
        stretches.put(who.uid(), new Stretch(fromMillis, scenario.untilMillis(), true, state));
      }
    }
    return stretches.build();
  }

  /** Goes through a scenario once. */
  private static final class Reader {
    private final Scenario scenario;
    private final StepReading steps;
    private final UserState atFirst;
    private final boolean knowsAttempts;
    private final boolean givesUp;
    private final ImmutableList<ConnectAttempt> attempts;
    private final Map<UserId, UserState> users = new HashMap<>();
    private final Consumer<Change> changes;
    private int tried;

    Reader(
        Scenario scenario,
        Profile profile,
        Optional<ImmutableList<ConnectAttempt>> attempts,
        Consumer<Change> changes) {
      this.scenario = scenario;
      this.steps = new StepReading(profile, scenario.servers());
      this.atFirst = steps.atFirst();
      this.knowsAttempts = attempts.isPresent();
      this.givesUp = profile.giveUpAfterMillis().isPresent();
      this.attempts = attempts.orElse(ImmutableList.of());
      this.changes = changes;
    }

    void read() {
      for (Step step : scenario.steps()) {
        settle(step.atMillis() - 1);
        UserState before = of(step.uid());
        change(step.atMillis(), step.uid(), Optional.of(step), before, steps.after(before, step));
      }
      settle(scenario.untilMillis());
    }

    private UserState of(UserId uid) {
      return users.getOrDefault(uid, atFirst);
    }

    /** What comes by itself up to and including an instant. */
    private void settle(long limitMillis) {
      while (true) {
        long givingUpMillis = givingUpMillis();
        if (tried < attempts.size()
            && attempts.get(tried).atMillis() <= Math.min(limitMillis, givingUpMillis)) {
          ConnectAttempt attempt = attempts.get(tried);
          tried++;
          UserState before = of(attempt.uid());
          UserState after = steps.after(before, attempt);
          if (!after.equals(before)) {
            change(attempt.atMillis(), attempt.uid(), Optional.empty(), before, after);
          }
        } else if (givingUpMillis <= limitMillis) {
          giveUp(givingUpMillis);
        } else {
          return;
        }
      }
    }

    private long givingUpMillis() {
      long first = Long.MAX_VALUE;
      if (givesUp) {
        for (UserState user : users.values()) {
          first = Math.min(first, givesUpMillis(user));
        }
      }
      return first;
    }

    private long givesUpMillis(UserState user) {
      return user.isWaiting() && !knowsAttempts ? Long.MAX_VALUE : steps.givesUpMillis(user);
    }

    /** Those of one instant one after the other, in the order of the participants. */
    private void giveUp(long nowMillis) {
      for (Participant who : scenario.participants()) {
        UserState user = of(who.uid());
        if (givesUpMillis(user) == nowMillis) {
          UserState after = steps.givenUp(user, nowMillis);
          change(nowMillis, who.uid(), Optional.empty(), user, after);
        }
      }
    }

    private void change(
        long atMillis, UserId uid, Optional<Step> step, UserState before, UserState after) {
      if (!after.equals(before)) {
        users.put(uid, after);
      }
      changes.accept(new Change(atMillis, uid, step, before, after));
    }
  }
}
