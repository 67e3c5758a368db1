package org.rejoin.tck.run;

import com.google.common.annotations.VisibleForTesting;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.api.Threshold;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * What a run does otherwise because its port lives in real time: it judges with a tolerance (D-44),
 * leaves out what no real clock can tell, and looks no longer than anything can follow. All times
 * are the scenario's. Immutable.
 */
public final class RealTime {
  /**
   * The tolerance if none is named: 0.3 s early, 0.7 s late. A client that is heard by heartbeats
   * fell silent at its last one, some hundred milliseconds before it was cut off, and that much
   * early is normal. Late adds up from the step, the packet and the callback, each of which waits
   * for a processor. Together they are the second that steps of the catalogue are apart, but for a
   * few.
   */
  public static final Tolerance DEFAULT = new Tolerance(300, 700);

  private static final String EXACT = "exact to the millisecond (D-03)";

  private static final String PROPERTIES = "properties, which compare traces to the millisecond";

  private static final String ATTEMPTS =
      "attempts to connect, and whether each came before or after a server was back";

  private static final String GIVING_UP = "a step within the tolerance of giving up (D-13)";

  private static final String TOO_NEAR =
      "steps between deadlines that are nearer to each other than this tolerance allows";

  /** Longer than any scenario that is not there for its length: an hour. */
  private static final long MOST_MILLIS = 3_600_000;

  private static final String ONLY_VIRTUAL = ": only a virtual clock can tell";

  private final Profile profile;
  private final Tolerance tolerance;
  private final Stretch stretch;

  /** What is otherwise under this profile, with this tolerance. */
  public RealTime(Profile profile, Tolerance tolerance) {
    this.profile = profile;
    this.tolerance = tolerance;
    this.stretch = new Stretch(profile, tolerance);
  }

  /** What is otherwise with this port; empty if its clock is virtual. */
  static Optional<RealTime> of(Hello hello, Profile profile, Optional<Tolerance> named) {
    return switch (hello.clock()) {
      case VIRTUAL -> Optional.empty();
      case REAL -> Optional.of(new RealTime(profile, named.orElse(byDefault(profile))));
    };
  }

  /** The tolerance if none is named: {@link #DEFAULT}, or less if the profile allows only that. */
  public static Tolerance byDefault(Profile profile) {
    long most = mostMillis(profile);
    return new Tolerance(
        Math.min(DEFAULT.earlyMillis(), most), Math.min(DEFAULT.lateMillis(), most));
  }

  /**
   * The most that a tolerance may be, either way: half of the smallest distance between the
   * instants of a silence at which something happens, its beginning among them. With more, a
   * callback could be taken for that of another deadline.
   */
  public static long mostMillis(Profile profile) {
    ImmutableList<Long> instants =
        Stream.concat(Stream.of(0L), profile.thresholds().stream().map(Threshold::millis))
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))
            .asList();
    long smallest = Long.MAX_VALUE;
    for (int i = 1; i < instants.size(); i++) {
      smallest = Math.min(smallest, instants.get(i) - instants.get(i - 1));
    }
    return smallest / 2;
  }

  /** Why a port may not be judged with a tolerance; empty if it may. */
  public static Optional<String> problem(Tolerance named, Hello hello, Profile profile) {
    return switch (hello.clock()) {
      case VIRTUAL ->
          named.isExact()
              ? Optional.empty()
              : Optional.of("the port has a virtual clock, which is exact to the millisecond");
      case REAL -> problem(named, profile);
    };
  }

  /** Why a tolerance is not allowed under a profile; empty if it is. */
  public static Optional<String> problem(Tolerance named, Profile profile) {
    long most = mostMillis(profile);
    return Math.max(named.earlyMillis(), named.lateMillis()) <= most
        ? Optional.empty()
        : Optional.of(
            "may be at most "
                + most
                + "ms either way under profile "
                + profile.id()
                + ", half of the smallest distance between its deadlines; was early="
                + named.earlyMillis()
                + "ms,late="
                + named.lateMillis()
                + "ms");
  }

  Tolerance tolerance() {
    return tolerance;
  }

  /**
   * How far from its due time a callback of a port may be seen.
   *
   * @param named what was named for it; empty: the default
   */
  public static Tolerance tolerance(Hello hello, Profile profile, Optional<Tolerance> named) {
    return of(hello, profile, named).map(RealTime::tolerance).orElse(Tolerance.EXACT);
  }

  /** Why only a virtual clock can tell how a check ends; empty if this one can. */
  Optional<String> ruledOut(Check check) {
    Scenario scenario = check.scenario();
    return Stream.of(
            Optional.of(EXACT).filter(unused -> check.origin() instanceof Origin.Boundary),
            Optional.of(PROPERTIES).filter(unused -> check.origin() instanceof Origin.OfProperty),
            tooLong(cut(scenario).untilMillis()),
            Optional.of(ATTEMPTS).filter(unused -> !scenario.servers().isEmpty()),
            Optional.of(blurred()).filter(unused -> isBlurred(scenario)),
            Optional.of(GIVING_UP).filter(unused -> isGiven(check) && isAtGivingUp(scenario)),
            Optional.of(TOO_NEAR)
                .filter(unused -> !isGiven(check) && stretch.of(scenario).isEmpty()))
        .flatMap(Optional::stream)
        .map(reason -> reason + ONLY_VIRTUAL)
        .findFirst();
  }

  private static Optional<String> tooLong(long millis) {
    return millis > MOST_MILLIS
        ? Optional.of("a scenario of more than an hour, which is not waited for")
        : Optional.empty();
  }

  private String blurred() {
    return "steps less than " + apartMillis() + " ms apart, which this tolerance can't keep apart";
  }

  /**
   * Whether what follows from a step may be seen after what follows from the next one: the first as
   * late as it may be, the other as early. A goodbye may still be on its way when its sender is cut
   * off at the same instant, and of two that come back together one is back first. Only who joins
   * together with others is in no such hurry.
   */
  private boolean isBlurred(Scenario scenario) {
    for (int i = 1; i < scenario.steps().size(); i++) {
      long gapMillis = at(scenario, i) - at(scenario, i - 1);
      if (gapMillis < apartMillis() && (gapMillis > 0 || !joinTogether(scenario, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether up to a step of an instant everybody has joined once, and done nothing else. */
  private static boolean joinTogether(Scenario scenario, int step) {
    ImmutableList<Step> together =
        scenario.steps().stream()
            .limit(step + 1)
            .filter(one -> one.atMillis() == at(scenario, step))
            .collect(ImmutableList.toImmutableList());
    return together.stream().allMatch(one -> one.action() == Action.JOIN)
        && together.stream().map(Step::uid).distinct().count() == together.size();
  }

  /**
   * Whether the order of two steps can't be told, the first one first, whatever was done to others
   * meanwhile. Joins of two users come to the same in either order.
   */
  public boolean isBlurred(Step one, Step other) {
    boolean joins = one.action() == Action.JOIN && other.action() == Action.JOIN;
    return other.atMillis() - one.atMillis() < apartMillis()
        && !(joins && !one.uid().equals(other.uid()));
  }

  /** Unlike at other deadlines, what follows here has no second outcome that could be permitted. */
  private boolean isAtGivingUp(Scenario scenario) {
    return scenario.steps().stream()
        .anyMatch(one -> scenario.steps().stream().anyMatch(other -> isAtGivingUp(one, other)));
  }

  /** Whether the second of two steps is within the tolerance of giving up since the first. */
  public boolean isAtGivingUp(Step one, Step other) {
    return profile.giveUpAfterMillis().isPresent()
        && Math.abs(other.atMillis() - one.atMillis() - profile.giveUpAfterMillis().getAsLong())
            <= apartMillis();
  }

  /** How far apart two steps have to be to be told apart. */
  public long apartMillis() {
    return tolerance.earlyMillis() + tolerance.lateMillis();
  }

  /**
   * The check as this clock can tell how it ends: its steps far enough from deadlines, as its
   * sentence then says, and looked at no longer than anything can follow from the last one. What
   * was handed in is played when it says.
   */
  Check fitted(Check check) {
    Scenario written = check.scenario();
    Scenario stretched = isGiven(check) ? written : stretch.of(written).orElse(written);
    String moved = Stretch.told(written, stretched);
    Check fitted = check.withScenario(cut(stretched));
    return moved.isEmpty()
        ? fitted
        : fitted.withAbout(check.about() + " On a real clock: " + moved + ".");
  }

  private static boolean isGiven(Check check) {
    return check.origin() instanceof Origin.Given;
  }

  /**
   * The scenario, ended when the longest window after its last step and the tolerance are over, if
   * that is sooner.
   */
  @VisibleForTesting
  Scenario cut(Scenario scenario) {
    int steps = scenario.steps().size();
    long lastMillis = steps == 0 ? 0 : at(scenario, steps - 1);
    long enoughMillis = lastMillis + profile.longestMillis() + tolerance.lateMillis();
    return enoughMillis < scenario.untilMillis()
        ? ImmutableScenario.copyOf(scenario).withUntilMillis(enoughMillis)
        : scenario;
  }

  private static long at(Scenario scenario, int step) {
    Step one = scenario.steps().get(step);
    return one.atMillis();
  }
}
