package org.rejoin.tck.property;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Direction;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;

/**
 * The scenarios that properties are held on: generated from the run's seed, but not those that the
 * run judges, and fitted to the port, so that there are as many for each. They have two to four
 * users, who are moved to platforms that it plays; steps that it does not offer are left out or
 * made plain.
 */
public final class Sample {
  /** How many scenarios there are. */
  public static final int SIZE = 100;

  /** Few, so that what fails is simple; one alone shows little. */
  private static final int MAX_USERS = 4;

  /** So that none is also among those that a run judges by themselves. */
  private static final long STREAM = 0x5851_F42D_4C95_7F2DL;

  private Sample() {}

  /**
   * The sample of a seed.
   *
   * @param seed the run's seed
   * @param setting the port's; not empty
   */
  public static ImmutableList<Scenario> of(long seed, Setting setting) {
    Generator generator = new Generator(setting.profile(), MAX_USERS);
    return LongStream.iterate(0, index -> index + 1)
        .mapToObj(index -> generated(generator, seed, index))
        .filter(scenario -> scenario.participants().size() > 1)
        .limit(SIZE)
        .map(scenario -> fitted(scenario, setting))
        .collect(ImmutableList.toImmutableList());
  }

  private static Scenario generated(Generator generator, long seed, long index) {
    return ImmutableScenario.copyOf(generator.generate(seed ^ STREAM, index))
        .withName("sample/" + seed + "/" + index);
  }

  private static Scenario fitted(Scenario scenario, Setting setting) {
    Scenario moved = setting.hosting().move(scenario);
    People people = new People(moved);
    ImmutableList<Step> steps =
        moved.steps().stream()
            .flatMap(
                step ->
                    setting.hosts(people.platform(step.uid()))
                        ? offered(step, setting).stream()
                        : Stream.of(step))
            .collect(ImmutableList.toImmutableList());
    return Remade.of(moved, "", steps, moved.untilMillis());
  }

  private static Optional<Step> offered(Step step, Setting setting) {
    Step plain = setting.has(Feature.CHANNELS) ? step : step.withChannel(Step.MAIN_CHANNEL);
    return switch (step.action()) {
      case LEAVE -> Optional.of(plain).filter(unused -> setting.has(Feature.LEAVE));
      case KILL -> Optional.of(plain).filter(unused -> setting.has(Feature.KILL));
      case RESTART ->
          Optional.of(
              setting.has(Feature.KILL)
                  ? plain
                  : Step.of(step.atMillis(), Action.JOIN, step.uid()).withChannel(plain.channel()));
      case DROP ->
          Optional.of(
              setting.has(Feature.ONE_WAY_LOSS) ? plain : plain.withDirection(Direction.BOTH));
      case JOIN, RESTORE -> Optional.of(plain);
      case PEER_HEARD, PEER_SILENT, PEER_LEFT -> Optional.empty();
    };
  }
}
