package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.rejoin.api.Callback;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.scenario.TracedCallback;

/** Runs of every kind, for the tests of what is told of them. */
public final class Runs {
  /** How to judge a check again, as the reports under test say it. */
  public static final Show SHOW = ImmutableShow.builder().build();

  /** What no page, terminal or XML should take as it is. */
  public static final String HOSTILE =
      "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>\"'&]]>"
          + " \u0000\u0008\u001b[2J\u001b]8;;https://evil.example\u0007\u009b\u202e\u2066\u200f\ufeff"
          + "\ufffe\uffff\ud800 \udc00 ~~~~ `x` [y](https://evil.example) @user | # www.evil.example"
          + "\r\n\t\u2028- second line <!-- --> \ud83d\ude00";

  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final int GENERATED = 300;
  private static final int HOSTILE_CHECKS = 250;

  private Runs() {}

  /** The reference. */
  public static RunResult conformant() {
    return Held.CONFORMANT;
  }

  private static RunResult newConformant() {
    return run(new ReferencePort(), ImmutableMap.of());
  }

  /** A port with wrong constants that hangs, crashes and breaks the protocol as well. */
  public static RunResult failing() {
    return Held.FAILING;
  }

  private static RunResult newFailing() {
    return run(new Ill(), ImmutableMap.of());
  }

  /** The same, with some of it known and some of what is known no longer so. */
  public static RunResult knownFailing() {
    return Held.KNOWN_FAILING;
  }

  private static RunResult newKnownFailing() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2030, 1, 2));
    ImmutableMap.Builder<String, KnownFailing> known = ImmutableMap.builder();
    failing().failures().stream()
        .limit(3)
        .map(failure -> failure.check().id())
        .forEach(id -> known.put(id, known(id, day)));
    known.put(
        "NET-03/web-hears-nothing-of-its-outage",
        known("NET-03/web-hears-nothing-of-its-outage", day));
    return run(new Ill(), known.buildKeepingLast());
  }

  private static KnownFailing known(String check, Optional<LocalDate> day) {
    return new KnownFailing(check, "we are " + HOSTILE, Optional.of("#12"), day, Optional.empty());
  }

  /** A port with little to offer, which declines some of that. */
  public static RunResult incomplete() {
    return Held.INCOMPLETE;
  }

  private static RunResult newIncomplete() {
    return run(new Little(), ImmutableMap.of());
  }

  /** A run on a real clock, with something to say of it. */
  public static RunResult realClock() {
    return Held.REAL_CLOCK;
  }

  private static RunResult newRealClock() {
    RunResult result = incomplete();
    return ImmutableRunResult.copyOf(result)
        .withPort(
            ImmutableHello.copyOf(result.port()).withClock(Hello.Clock.REAL).withTimeScale(0.5))
        .withOnRealClock(
            new OnRealClock(
                new Tolerance(100, 900), 12, 3, 1, ImmutableList.of("NET-10/gone-after-10s")));
  }

  /** A run that was ended before its time. */
  public static RunResult interrupted() {
    return Held.INTERRUPTED;
  }

  private static RunResult newInterrupted() {
    return ImmutableRunResult.copyOf(failing()).withIsInterrupted(true);
  }

  /** A run in which the kit failed. */
  public static RunResult defective() {
    return Held.DEFECTIVE;
  }

  private static RunResult newDefective() {
    return ImmutableRunResult.copyOf(conformant())
        .withDefects(new Defect("NET-01/x", new IllegalStateException(HOSTILE)));
  }

  /** A port all of whose words are hostile, and long. */
  public static RunResult hostile() {
    return Held.HOSTILE;
  }

  private static RunResult newHostile() {
    return new ConformanceRun(new Hostile(), PROFILE)
        .run(Catalogue.checks(PROFILE).subList(0, HOSTILE_CHECKS), 1);
  }

  /** A run of checks of pairs alone, more of which fail than are told of one by one. */
  public static RunResult exhaustive() {
    return Held.EXHAUSTIVE;
  }

  private static RunResult newExhaustive() {
    ImmutableSet<Platform> every = ImmutableSet.copyOf(Platform.values());
    return new ConformanceRun(new Ill(), PROFILE)
        .run(
            ImmutableRunOrder.builder()
                .plan(
                    Plan.of(ImmutableList.of(), PROFILE, 1)
                        .with(Exhaustive.of(PROFILE, every, every)))
                .selection(
                    ImmutableSelection.builder()
                        .addOnly(new Glob("exhaustive/awl/cut-interrupted/**"))
                        .build())
                .missed(true)
                .build());
  }

  /** All of them. */
  public static ImmutableMap<String, RunResult> all() {
    return ImmutableMap.<String, RunResult>builder()
        .put("conformant", conformant())
        .put("failing", failing())
        .put("known failing", knownFailing())
        .put("incomplete", incomplete())
        .put("real clock", realClock())
        .put("interrupted", interrupted())
        .put("defective", defective())
        .put("hostile", hostile())
        .put("exhaustive", exhaustive())
        .buildOrThrow();
  }

  private static RunResult run(Port port, ImmutableMap<String, KnownFailing> known) {
    return new ConformanceRun(port, PROFILE)
        .run(ImmutableRunOrder.builder().plan(Plan.of(PROFILE, 1, GENERATED)).known(known).build());
  }

  /** Made once, as soon as one is asked for, in this order: some are made of those before. */
  private static final class Held {
    static final RunResult CONFORMANT = newConformant();
    static final RunResult FAILING = newFailing();
    static final RunResult KNOWN_FAILING = newKnownFailing();
    static final RunResult INCOMPLETE = newIncomplete();
    static final RunResult REAL_CLOCK = newRealClock();
    static final RunResult INTERRUPTED = newInterrupted();
    static final RunResult DEFECTIVE = newDefective();
    static final RunResult HOSTILE = newHostile();
    static final RunResult EXHAUSTIVE = newExhaustive();
  }

  /** How many checks of a run ended so. */
  static int count(RunResult result, Verdict verdict) {
    return result.counts().getOrDefault(verdict, 0);
  }

  private static final class Ill implements Port {
    private static final Profile WRONG =
        ImmutableProfile.copyOf(PROFILE)
            .withInterruptedAfterMillis(5_000)
            .withWebGoneAfterMillis(12_000);

    private final Port reference = new ReferencePort();
    private int asked;

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello()).withName("acme").withVersion("4.2.0");
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      asked++;
      if (asked % 17 == 0) {
        return new Answer.Hung("no answer within " + asked + " ms");
      }
      if (asked % 23 == 0) {
        return new Answer.Crashed("ended with exit code 139 at request " + asked);
      }
      if (asked % 29 == 0) {
        return new Answer.Broke("line " + asked + ": callbacks: must be a list");
      }
      return asked % 31 == 0
          ? new Answer.Failed("NullPointerException\n  at Acme.java:" + asked)
          : reference.run(scenario, WRONG);
    }
  }

  private static final class Little implements Port {
    private final Port reference = new ReferencePort();

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello())
          .withPlatforms(Platform.WEB, Platform.IOS)
          .withFeatures(Feature.KILL)
          .withUnsupported(new Hello.Gap("leave", "not yet", Optional.of("#7")));
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return scenario.name().contains("late")
          ? new Answer.Unsupported("we are never late")
          : scenario.name().contains("never")
              ? new Answer.NotRun("the port was restarted too often")
              : reference.run(scenario, profile);
    }

    @Override
    public ImmutableList<String> warnings() {
      return ImmutableList.of("1 line of standard output was no answer: 'debug'");
    }
  }

  private static final class Hostile implements Port {
    private static final String LONG = HOSTILE + "A".repeat(20_000) + HOSTILE;

    private final Port reference = new ReferencePort();
    private int asked;

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello())
          .withName(LONG)
          .withVersion(LONG)
          .withFeatures(ImmutableSet.of(Feature.KILL, Feature.CHANNELS))
          .withUnsupported(new Hello.Gap(LONG, LONG, Optional.of(LONG)));
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      asked++;
      return switch (asked % 6) {
        case 0 -> new Answer.Hung(LONG);
        case 1 -> new Answer.Crashed(HOSTILE.repeat(asked % 50));
        case 2 -> new Answer.Broke(String.valueOf((char) ('a' + asked % 26)) + asked + LONG);
        case 3 -> new Answer.Unsupported(asked % 9 + LONG);
        case 4 -> new Answer.Ran(trace(scenario, asked == 4 ? 5_000 : 3));
        default -> new Answer.Failed(LONG);
      };
    }

    private static Trace trace(Scenario scenario, int callbacks) {
      TracedCallback one =
          new TracedCallback(
              1,
              scenario.participants().get(0).uid(),
              new Callback(HOSTILE, Optional.empty(), Optional.empty()));
      return new Trace(
          ImmutableList.copyOf(Collections.nCopies(callbacks, one)), ImmutableList.of());
    }

    @Override
    public ImmutableList<String> warnings() {
      return ImmutableList.of(LONG);
    }
  }
}
