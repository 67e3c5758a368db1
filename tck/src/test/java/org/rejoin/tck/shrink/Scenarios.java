package org.rejoin.tck.shrink;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/** Generated scenarios for properties, and scenarios in a line for messages. */
public final class Scenarios {
  private static final int TRIES = 2_000;

  private Scenarios() {}

  /**
   * Scenarios as {@code rejoin run} generates them. jqwik gets no say in how they are made smaller:
   * what fails is to be given to {@link #smallest}.
   *
   * @param profile whose constants are the boundaries
   * @param maxUsers how many users a scenario has at most
   */
  public static Arbitrary<Scenario> arbitrary(Profile profile, int maxUsers) {
    Generator generator = new Generator(profile, maxUsers);
    RandomGenerator<Scenario> addresses =
        random ->
            Shrinkable.unshrinkable(generator.generate(random.nextLong(), random.nextInt(10_000)));
    return Arbitraries.fromGenerator(addresses);
  }

  /**
   * The smallest scenario found that fails, or the same one if it does not fail.
   *
   * @param scenario a scenario
   * @param profile whose constants count as round times
   * @param fails whether a scenario fails
   */
  public static Scenario smallest(Scenario scenario, Profile profile, Predicate<Scenario> fails) {
    return fails.test(scenario)
        ? new Minimiser(profile, TRIES).minimise(scenario, fails, () -> true)
        : scenario;
  }

  /** Such as {@code 1 android, 2 web; 0 join 1, 5000 drop 1 uplink; 26000}. */
  public static String text(Scenario scenario) {
    return scenario.participants().stream()
            .map(who -> who.uid() + " " + who.platform().id())
            .collect(Collectors.joining(", "))
        + scenario.steps().stream()
            .map(Scenarios::text)
            .collect(Collectors.joining(", ", "; ", "; "))
        + scenario.untilMillis();
  }

  private static String text(Step step) {
    return step.atMillis()
        + " "
        + step.action().id()
        + " "
        + step.uid()
        + (step.direction() == Direction.BOTH
            ? ""
            : " " + step.direction().name().toLowerCase(Locale.ROOT))
        + (step.channel().equals(Step.MAIN_CHANNEL) ? "" : " #" + step.channel());
  }
}
