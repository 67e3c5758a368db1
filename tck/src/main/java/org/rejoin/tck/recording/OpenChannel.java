package org.rejoin.tck.recording;

import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Acceptor;
import org.rejoin.tck.oracle.Acceptors;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Listener;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** One channel of a recording between its first line and its last: the oracle at work on it. */
final class OpenChannel implements Listener {
  private final String id;
  private final String name;
  private final Circumstances how;
  private final Tolerance tolerance;
  private final Totals totals;
  private final Acceptor acceptor;
  private final Cut cut = new Cut();

  private long lastMillis;
  private boolean failed;
  private Optional<Divergence> first = Optional.empty();
  private Optional<RecordedFailure> shown = Optional.empty();

  /**
   * A channel of which nothing but a begin line was read.
   *
   * @param id where it begins, as file and line
   * @param totals is told what rules were met and broken
   */
  OpenChannel(
      String id,
      String name,
      Circumstances how,
      Tolerance tolerance,
      Acceptors acceptors,
      Totals totals) {
    this.id = id;
    this.name = name;
    this.how = how;
    this.tolerance = tolerance;
    this.totals = totals;
    this.acceptor =
        acceptors.acceptor(
            how.mode(), how.features(), how.servers(), tolerance, how.recorded(), this);
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** Whether a user had a line already. */
  boolean knows(UserId uid) {
    return acceptor.knows(uid);
  }

  /**
   * Takes the next line.
   *
   * @throws InvalidScenarioException naming the field that makes it unusable here
   */
  void take(RecordedLine.OfChannel line) {
    if (line.atMillis() < lastMillis) {
      throw new InvalidScenarioException(
          line instanceof RecordedLine.End ? "end" : "at",
          line.atMillis()
              + " comes after "
              + lastMillis
              + "; the lines of a channel are in time order");
    }
    if (line instanceof RecordedLine.OfUser about) {
      introduce(about);
    }
    if (line instanceof RecordedLine.Did did) {
      check(did.step());
      lastMillis = did.atMillis();
      cut.add(did.step());
      acceptor.step(did.step());
    } else if (line instanceof RecordedLine.Told told) {
      lastMillis = told.atMillis();
      cut.add(told.callback());
      acceptor.callback(told.callback());
    } else if (line instanceof RecordedLine.Tried tried) {
      show(tried.attempt());
    } else if (line instanceof RecordedLine.Destroyed destroyed) {
      if (!cut.hasUsers()) {
        throw new InvalidScenarioException("name", "no user of this channel is known yet");
      }
      show(destroyed.event());
    } else if (line instanceof RecordedLine.End end) {
      lastMillis = end.atMillis();
    } else {
      throw new InvalidScenarioException("begin", "stands in a channel's first line only");
    }
  }

  private void show(ServerEvent event) {
    lastMillis = event.atMillis();
    cut.add(event);
    acceptor.server(event);
  }

  private void introduce(RecordedLine.OfUser line) {
    Optional<Platform> known = cut.platform(line.uid());
    if (known.isPresent()) {
      if (line.platform().isPresent() && !line.platform().equals(known)) {
        throw new InvalidScenarioException(
            "platform", "user " + line.uid() + " is on " + known.get().id() + " already");
      }
      checkPlatform(line, known.get());
      return;
    }
    Platform platform =
        line.platform()
            .orElseThrow(
                () ->
                    new InvalidScenarioException(
                        "platform",
                        "is missing: user "
                            + line.uid()
                            + " has no line before this one, and its first one says its"
                            + " platform"));
    checkPlatform(line, platform);
    cut.add(line.uid(), platform);
    acceptor.user(line.uid(), platform);
  }

  private static void checkPlatform(RecordedLine.OfUser line, Platform platform) {
    if (line instanceof RecordedLine.Did did) {
      OpenLines.check(did.step(), platform);
    }
  }

  /** Servers are named by all restores or by none. */
  private void check(Step step) {
    boolean names = !how.servers().isEmpty() && step.action() == Action.RESTORE;
    if (step.server().isPresent() != names
        || (names && !how.servers().contains(step.server().orElseThrow()))) {
      throw new InvalidScenarioException(
          "server",
          how.servers().isEmpty()
              ? "belongs to a channel whose begin line names its servers"
              : "must be one of " + how.servers() + ", of a restore");
    }
  }

  /** Its end line came. Returns whether it failed. */
  boolean end() {
    acceptor.end(lastMillis);
    return failed;
  }

  /**
   * Nothing more can be used of it: it is judged as far as what may have followed changes nothing,
   * which is up to just before its last instant. Returns whether it failed.
   */
  boolean breakOff() {
    long certainMillis = lastMillis - 1 - tolerance.earlyMillis();
    if (certainMillis >= 0) {
      acceptor.end(certainMillis);
    }
    return failed;
  }

  /**
   * What is wrong with it, if it is among the failures that are kept: with all of its lines if they
   * are still there, else with those that were there when it showed.
   */
  Optional<RecordedFailure> failure() {
    return cut.fromMillis() == 0 ? first.map(this::failure) : shown;
  }

  @Override
  public void expected(Expectation expectation) {
    cut.expect(expectation);
  }

  @Override
  public void relaxed(long number) {
    cut.change(number, Expectation::permitted);
  }

  @Override
  public void met(long number, TracedCallback seen, boolean inOrder) {
    cut.change(number, expectation -> expectation.metBy(seen, inOrder));
  }

  @Override
  public void exercised(Rule rule) {
    totals.exercised(rule);
  }

  @Override
  public void diverged(Divergence divergence) {
    totals.broken(divergence.rules());
    if (!failed) {
      failed = true;
      if (!totals.takePlace()) {
        return;
      }
      first = Optional.of(divergence);
      shown = Optional.of(failure(divergence));
    } else if (first.isPresent() && divergence.atMillis() < first.get().atMillis()) {
      first = Optional.of(divergence);
      shown = Optional.of(failure(divergence));
    }
  }

  private RecordedFailure failure(Divergence divergence) {
    return new RecordedFailure(
        new Failure(
            Check.given(id, "channel " + name, cut.scenario(name, how, lastMillis)),
            Verdict.FAIL,
            divergence.rules(),
            Optional.of(divergence.kind()),
            cut.expected(),
            cut.trace(),
            divergence.message()),
        cut.fromMillis());
  }
}
