package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.recording.Before.Numbered;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.ServerEvent.ChannelDestroyed;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * The last lines of one channel, so that a failure can be looked at. Of what came before them it
 * keeps what brought each user to where it was, so that the lines that it has are a scenario of
 * their own: judged again, it differs first in what is shown. There are two limits. A callback that
 * came later than the lines is not in them. And of a user's sessions only the last is kept, of its
 * outages only one that lasts: where some other user was cut off then, or in another channel, it
 * may have known an earlier one.
 */
final class Cut {
  /** Most lines that are kept; when there are as many, the older half of them goes. */
  private static final int MOST = 64;

  private final TraceTerms terms;
  private final List<Step> steps = new ArrayList<>(4);
  private final List<TracedCallback> callbacks = new ArrayList<>(4);
  private final List<ServerEvent> server = new ArrayList<>(0);

  /** With their numbers among all of the channel. */
  private final List<Numbered<Expectation>> expected = new ArrayList<>(4);

  private final Map<UserId, Before> before = new LinkedHashMap<>(0);
  private long forgotten;
  private long expectations;

  /** From when on everything is there. */
  private long fromMillis;

  Cut(TraceTerms terms) {
    this.terms = terms;
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
    expected.add(new Numbered<>(expectations++, expectation));
  }

  /** Something is known of an expectation that changes it, if it is still there. */
  void change(long number, UnaryOperator<Expectation> change) {
    int i = expected.size() - 1;
    while (i >= 0 && expected.get(i).number() > number) {
      i--;
    }
    if (i >= 0 && expected.get(i).number() == number) {
      expected.set(i, new Numbered<>(number, change.apply(expected.get(i).what())));
    }
  }

  private void makeRoom(long nowMillis) {
    if (steps.size() + callbacks.size() + server.size() < MOST) {
      return;
    }
    long middle = middle(nowMillis);
    forget(middle);
    steps.removeIf(step -> step.atMillis() < middle);
    callbacks.removeIf(callback -> callback.atMillis() < middle);
    server.removeIf(event -> event.atMillis() < middle);
    expected.removeIf(one -> lastMillis(one.what()) < middle);
    fromMillis = middle;
  }

  /** When an expectation plays a part for the last time. */
  private static long lastMillis(Expectation one) {
    return one.met().map(met -> met.callback().atMillis()).orElse(one.atMillis());
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

  /** What comes before an instant goes; where it put users, and what they know, stays. */
  private void forget(long limitMillis) {
    Map<Long, List<Runnable>> byTime = new TreeMap<>();
    for (Step step : steps) {
      forget(byTime, step.atMillis(), () -> forget(step));
    }
    for (ServerEvent event : server) {
      if (event instanceof ConnectAttempt attempt) {
        forget(byTime, attempt.atMillis(), () -> of(attempt.uid()).add(attempt));
      }
    }
    for (Numbered<Expectation> one : expected) {
      boolean isChoice = one.what().level() == Expectation.Level.PERMITTED;
      if (isChoice && one.what().met().isPresent() && one.what().peer().isPresent()) {
        UserId peer = one.what().peer().get();
        forget(byTime, lastMillis(one.what()), () -> of(one.what().uid()).add(peer, one.what()));
      }
    }
    byTime.forEach(
        (atMillis, lines) -> {
          if (atMillis < limitMillis) {
            lines.forEach(Runnable::run);
          }
        });
  }

  private void forget(Step step) {
    if (of(step.uid()).add(forgotten++, step)) {
      before.values().forEach(observer -> observer.forgetTold(step.uid()));
    }
  }

  private static void forget(Map<Long, List<Runnable>> byTime, long atMillis, Runnable line) {
    byTime.computeIfAbsent(atMillis, unused -> new ArrayList<>()).add(line);
  }

  private Before of(UserId uid) {
    return before.computeIfAbsent(uid, unused -> new Before(terms.reading()));
  }

  /** From when on everything that was recorded is there; 0: from the beginning. */
  long fromMillis() {
    return fromMillis;
  }

  /**
   * What is there as a scenario.
   *
   * @param channel the recorded channel's name
   * @param users whoever has a line in it
   * @param untilMillis up to when it was judged
   */
  Scenario scenario(String channel, ImmutableMap<UserId, Platform> users, long untilMillis) {
    return ImmutableScenario.builder()
        .name(channel)
        .mode(terms.how().mode())
        .addAllParticipants(
            users.entrySet().stream()
                .map(user -> new Participant(user.getKey(), user.getValue()))
                .toList())
        .addAllServers(terms.how().servers())
        .addAllSteps(
            Stream.concat(
                    before.values().stream()
                        .flatMap(one -> one.steps().stream())
                        .sorted(Comparator.comparingLong(Numbered::number))
                        .map(Numbered::what),
                    steps.stream())
                .map(step -> renamed(step, channel))
                .toList())
        .untilMillis(untilMillis)
        .build();
  }

  /** What was shown and told, as the scenario names its channels. */
  Trace trace(String channel) {
    return new Trace(
        Stream.concat(told().map(one -> one.met().orElseThrow().callback()), callbacks.stream())
            .collect(ImmutableList.toImmutableList()),
        Stream.concat(
                before.values().stream()
                    .flatMap(one -> one.attempts().stream())
                    .sorted(Comparator.comparingLong(ConnectAttempt::atMillis)),
                server.stream())
            .map(event -> renamed(event, channel))
            .collect(ImmutableList.toImmutableList()));
  }

  /** What was told before the lines that are there. */
  private Stream<Expectation> told() {
    return before.values().stream()
        .flatMap(one -> one.told().stream())
        .sorted(Comparator.comparingLong(Cut::lastMillis));
  }

  /** What was expected, but for what may come yet after an instant. */
  ImmutableList<Expectation> expected(long nowMillis) {
    return Stream.concat(told(), expected.stream().map(Numbered::what))
        .filter(one -> one.met().isPresent() || one.atMillis() < nowMillis)
        .collect(ImmutableList.toImmutableList());
  }

  /** A scenario's own channel is main, whatever the recorded one was called. */
  private static Step renamed(Step step, String channel) {
    return step.withChannel(
        switch (step.action()) {
          case JOIN, RESTART -> name(step.channel(), channel);
          case DROP, RESTORE, LEAVE, KILL, PEER_HEARD, PEER_SILENT, PEER_LEFT -> Step.MAIN_CHANNEL;
        });
  }

  private static ServerEvent renamed(ServerEvent event, String channel) {
    return event instanceof ChannelDestroyed end
        ? new ChannelDestroyed(end.atMillis(), name(end.channel(), channel))
        : event;
  }

  private static String name(String entered, String channel) {
    boolean clashes = entered.equals(Step.MAIN_CHANNEL);
    return entered.equals(channel) ? Step.MAIN_CHANNEL : clashes ? "other" : entered;
  }
}
