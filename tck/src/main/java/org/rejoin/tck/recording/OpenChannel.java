package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Platform;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Acceptor;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Listener;
import org.rejoin.tck.oracle.Remark;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;
import org.rejoin.tck.spec.Rule;

/** One channel of a recording between its first line and its last: the oracle at work on it. */
final class OpenChannel implements Listener {
  private final String id;
  private final String name;
  private final TraceTerms terms;
  private final Totals totals;
  private final Acceptor acceptor;
  private final Optional<Blurs> blurs;
  private final Ignoring ignoring;
  private final InOrder inOrder;
  private final Cut cut;

  /** What was found; not made before there is something, which mostly there is not. */
  private Optional<Differences> differences = Optional.empty();

  /** Whether something is held against it, so that {@link #shown} tells of that. */
  private boolean failed;

  private Optional<Divergence> first = Optional.empty();
  private Optional<Shown> shown = Optional.empty();

  /** The last lines of the channel as they were when something showed. */
  private record Shown(
      Scenario scenario, ImmutableList<Expectation> expected, Trace trace, long fromMillis) {

    /** Whether the lines are there that tell of an instant. */
    boolean reaches(long atMillis) {
      return fromMillis <= atMillis && atMillis <= scenario.untilMillis();
    }
  }

  /** The lines that were there when something differed of which it was not known how to tell it. */
  private Optional<Shown> suspect = Optional.empty();

  /**
   * A channel of which nothing but a begin line was read.
   *
   * @param id where it begins, as file and line
   * @param totals is told what rules were met and broken
   */
  OpenChannel(String id, String name, TraceTerms terms, Totals totals) {
    this.id = id;
    this.name = name;
    this.terms = terms;
    this.totals = totals;
    this.cut = new Cut(terms);
    this.acceptor = terms.acceptor(this);
    this.blurs = terms.blurs();
    this.ignoring = new Ignoring(terms.acceptors(), totals, this::differences);
    this.inOrder = new InOrder(terms.reorderWithinMillis(), this::apply);
  }

  private Differences differences() {
    if (differences.isEmpty()) {
      differences = Optional.of(new Differences(terms.how().recorded(), blurs, acceptor::told));
    }
    return differences.get();
  }

  String id() {
    return id;
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
    inOrder.check(line);
    if (line instanceof RecordedLine.OfUser about) {
      introduce(about);
    }
    if (line instanceof RecordedLine.Did did) {
      check(did.step());
    } else if (line instanceof RecordedLine.Destroyed && acceptor.users().isEmpty()) {
      throw new InvalidScenarioException("name", "no user of this channel is known yet");
    } else if (line instanceof RecordedLine.Begin) {
      throw new InvalidScenarioException("begin", "stands in a channel's first line only");
    }
    inOrder.take(line);
  }

  /** What a line says, in the order of time. */
  private void apply(RecordedLine.OfChannel line) {
    if (line instanceof RecordedLine.Did did) {
      blurs.ifPresent(all -> all.add(did.step()));
      acceptor.step(did.step());
      cut.add(did.step());
    } else if (line instanceof RecordedLine.Told told) {
      tell(told);
    } else if (line instanceof RecordedLine.Tried tried) {
      blurs.ifPresent(all -> all.add(tried.attempt()));
      show(tried.attempt());
    } else if (line instanceof RecordedLine.Destroyed destroyed) {
      show(destroyed.event());
    }
  }

  private void tell(RecordedLine.Told told) {
    Platform platform = acceptor.platform(told.uid());
    if (ignoring.ignores(platform.family(), told.callback(), told.otherReason())) {
      acceptor.told(told.uid());
    } else {
      acceptor.callback(told.callback());
      cut.add(told.callback());
    }
  }

  private void show(ServerEvent event) {
    acceptor.server(event);
    cut.add(event);
  }

  private void introduce(RecordedLine.OfUser line) {
    if (acceptor.knows(line.uid())) {
      Platform known = acceptor.platform(line.uid());
      if (line.platform().isPresent() && line.platform().get() != known) {
        throw new InvalidScenarioException(
            "platform", "user " + line.uid() + " is on " + known.id() + " already");
      }
      checkPlatform(line, known);
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
    acceptor.user(line.uid(), platform);
  }

  private static void checkPlatform(RecordedLine.OfUser line, Platform platform) {
    if (line instanceof RecordedLine.Did did) {
      OpenLines.check(did.step(), platform);
    }
  }

  /** Servers are named by all restores or by none. */
  private void check(Step step) {
    Circumstances how = terms.how();
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

  /** Its end line came. Returns what comes of it. */
  Verdict end() {
    inOrder.end();
    acceptor.end(inOrder.newestMillis());
    return conclude();
  }

  /**
   * Nothing more can be used of it: it is judged as far as what may have followed changes nothing,
   * which is up to just before its last instant. Returns what comes of it.
   */
  Verdict breakOff() {
    long certainMillis = inOrder.certainMillis() - 1 - terms.tolerance().earlyMillis();
    if (certainMillis >= 0) {
      acceptor.end(certainMillis);
    }
    return conclude();
  }

  private Verdict conclude() {
    if (differences.isEmpty()) {
      return Verdict.PASS;
    }
    differences.get().end();
    totals.add(differences.get());
    return differences.get().verdict();
  }

  /**
   * What is wrong with it, if it is among the failures that are kept: with all of its lines if they
   * are still there, else with those that were there when it showed.
   */
  Optional<RecordedFailure> failure() {
    return shown.map(
        then -> {
          Shown best = cut.fromMillis() == 0 ? shown(Long.MAX_VALUE) : then;
          return terms.failure(
              id,
              "channel " + name,
              best.scenario(),
              best.expected(),
              best.trace(),
              differences(),
              best.fromMillis());
        });
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
  public void remarked(Remark remark) {
    differences().add(remark);
    totals.add(remark, id);
  }

  @Override
  public void suspected(long certainMillis) {
    if (suspect.isEmpty() && shown.isEmpty() && totals.hasPlace(Verdict.FAIL)) {
      suspect = Optional.of(shown(certainMillis));
    }
  }

  @Override
  public void diverged(Divergence divergence) {
    boolean isHeld = differences().add(divergence);
    boolean isFirst = first.isEmpty() && shown.isEmpty();
    boolean isFirstHeld = isHeld && !failed;
    failed |= isHeld;
    if (isFirst || isFirstHeld) {
      if (!totals.takePlace(isHeld ? Verdict.FAIL : Verdict.INCONCLUSIVE)) {
        suspect = Optional.empty();
        return;
      }
    } else if (shown.isEmpty()
        || isHeld != failed
        || divergence.atMillis() >= first.orElseThrow().atMillis()) {
      return;
    }
    first = Optional.of(divergence);
    long certainMillis = divergence.atMillis() - terms.tolerance().lateMillis();
    shown =
        Stream.of(suspect, shown)
            .flatMap(Optional::stream)
            .filter(lines -> lines.reaches(divergence.atMillis()))
            .findFirst()
            .or(() -> Optional.of(shown(certainMillis)));
  }

  /** The lines that are there; what was due before an instant and was not seen is missing. */
  private Shown shown(long certainMillis) {
    return new Shown(
        cut.scenario(name, acceptor.users(), inOrder.newestMillis()),
        cut.expected(certainMillis),
        cut.trace(name),
        cut.fromMillis());
  }
}
