package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * The last lines of one channel, so that a failure can be looked at. Of what came before them it
 * keeps only where each user was, so that the lines that it has are a scenario of their own.
 */
final class Cut {
  /** An expectation with its number among all of the channel. */
  private record Numbered(long number, Expectation expectation) {}

  /** Most lines that are kept; when there are as many, the older half of them goes. */
  private static final int MOST = 64;

  private final Map<UserId, Platform> users = new LinkedHashMap<>(2);
  private final List<Step> steps = new ArrayList<>(4);
  private final List<TracedCallback> callbacks = new ArrayList<>(4);
  private final List<ServerEvent> server = new ArrayList<>(0);
  private final List<Numbered> expected = new ArrayList<>(4);
  private long expectations;

  /** What put each user where it was before the lines that are kept: at most two steps each. */
  private final Map<UserId, ImmutableList<Step>> before = new LinkedHashMap<>(0);

  /** From when on everything is there. */
  private long fromMillis;

  void add(UserId uid, Platform platform) {
    users.put(uid, platform);
  }

  ImmutableSet<UserId> users() {
    return ImmutableSet.copyOf(users.keySet());
  }

  boolean hasUsers() {
    return !users.isEmpty();
  }

  /** What a user's SDK runs on; empty if it had no line yet. */
  Optional<Platform> platform(UserId uid) {
    return Optional.ofNullable(users.get(uid));
  }

  void add(Step step) {
    makeRoom(step.atMillis());
    steps.add(step);
  }

  void add(TracedCallback callback) {
    makeRoom(callback.atMillis());
    callbacks.add(callback);
  }

  void add(ServerEvent event) {
    makeRoom(event.atMillis());
    server.add(event);
  }

  void expect(Expectation expectation) {
    if (expected.size() >= MOST) {
      expected.subList(0, MOST / 2).clear();
    }
    expected.add(new Numbered(expectations++, expectation));
  }

  /** Something is known of an expectation that changes it, if it is still there. */
  void change(long number, UnaryOperator<Expectation> change) {
    expected.replaceAll(
        one ->
            one.number() == number ? new Numbered(number, change.apply(one.expectation())) : one);
  }

  private void makeRoom(long nowMillis) {
    if (steps.size() + callbacks.size() + server.size() < MOST) {
      return;
    }
    long middle = middle(nowMillis);
    steps.stream().filter(step -> step.atMillis() < middle).forEach(this::fold);
    steps.removeIf(step -> step.atMillis() < middle);
    callbacks.removeIf(callback -> callback.atMillis() < middle);
    server.removeIf(event -> event.atMillis() < middle);
    expected.removeIf(one -> one.expectation().atMillis() < middle);
    fromMillis = middle;
  }

  /** An instant before which about half of the lines are, or all of them if they are of one. */
  private long middle(long nowMillis) {
    List<Long> times = new ArrayList<>();
    steps.forEach(step -> times.add(step.atMillis()));
    callbacks.forEach(callback -> times.add(callback.atMillis()));
    server.forEach(event -> times.add(event.atMillis()));
    times.sort(Comparator.naturalOrder());
    long middle = times.get(times.size() / 2);
    return middle > times.get(0) ? middle : Math.max(middle + 1, nowMillis);
  }

  /** A step goes; where it put its user stays. */
  private void fold(Step step) {
    ImmutableList<Step> was = before.getOrDefault(step.uid(), ImmutableList.of());
    before.put(
        step.uid(),
        switch (step.action()) {
          case JOIN, RESTART, KILL -> ImmutableList.of(step);
          case LEAVE -> ImmutableList.of();
          case DROP ->
              was.size() == 1 && was.get(0).action() != Action.KILL
                  ? ImmutableList.of(was.get(0), step)
                  : was;
          case RESTORE -> was.size() == 2 ? was.subList(0, 1) : was;
          case PEER_HEARD, PEER_SILENT, PEER_LEFT -> was;
        });
  }

  /** From when on everything that was recorded is there; 0: from the beginning. */
  long fromMillis() {
    return fromMillis;
  }

  /**
   * What is there as a scenario.
   *
   * @param channel the recorded channel's name
   * @param how what holds for the channel
   * @param untilMillis up to when it was judged
   */
  Scenario scenario(String channel, Circumstances how, long untilMillis) {
    List<Step> all = new ArrayList<>();
    before.values().forEach(all::addAll);
    all.sort(Comparator.comparingLong(Step::atMillis));
    all.addAll(steps);
    return ImmutableScenario.builder()
        .name(channel)
        .mode(how.mode())
        .addAllParticipants(
            users.entrySet().stream()
                .map(user -> new Participant(user.getKey(), user.getValue()))
                .toList())
        .addAllServers(how.servers())
        .addAllSteps(all.stream().map(step -> step.withChannel(name(step, channel))).toList())
        .untilMillis(untilMillis)
        .build();
  }

  Trace trace() {
    return new Trace(ImmutableList.copyOf(callbacks), ImmutableList.copyOf(server));
  }

  ImmutableList<Expectation> expected() {
    return expected.stream().map(Numbered::expectation).collect(ImmutableList.toImmutableList());
  }

  /** A scenario's own channel is main, whatever the recorded one was called. */
  private static String name(Step step, String channel) {
    boolean own = step.channel().equals(channel) || !enters(step.action());
    boolean clashes = step.channel().equals(Step.MAIN_CHANNEL);
    return own ? Step.MAIN_CHANNEL : clashes ? "other" : step.channel();
  }

  private static boolean enters(Action action) {
    return action == Action.JOIN || action == Action.RESTART;
  }
}
