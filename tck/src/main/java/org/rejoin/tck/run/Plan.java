package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Hosting;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.Scenario;

/**
 * Every check there is, in the order of the report: those written down, those for every pair of
 * state and input, if they are asked for, and the generated ones, both made when they are asked for
 * and kept by nobody; then the properties. Immutable.
 */
public final class Plan {
  private static final int MAX_USERS = 6;

  private final ImmutableList<Check> written;
  private final Optional<Exhaustive> exhaustive;
  private final ImmutableList<Property> properties;
  private final Generator generator;
  private final Hosting hosting;
  private final long seed;
  private final int generated;

  private Plan(
      ImmutableList<Check> written,
      Optional<Exhaustive> exhaustive,
      ImmutableList<Property> properties,
      Generator generator,
      Hosting hosting,
      long seed,
      int generated) {
    this.written = written;
    this.exhaustive = exhaustive;
    this.properties = properties;
    this.generator = generator;
    this.hosting = hosting;
    this.seed = seed;
    this.generated = generated;
  }

  /**
   * The whole catalogue, some generated checks, and every property; properties have a sample of
   * their own, however many checks are generated.
   *
   * @param profile the constants and names in force
   * @param seed where generated scenarios begin
   * @param generated how many there are of them
   */
  public static Plan of(Profile profile, long seed, int generated) {
    return of(profile, Hosting.EVERY, seed, generated);
  }

  /**
   * The same, with the users of scenarios where a port plays them.
   *
   * @param hosting the platforms that they may be on
   */
  public static Plan of(Profile profile, Hosting hosting, long seed, int generated) {
    return new Plan(
        Catalogue.checks(profile, hosting),
        Optional.empty(),
        Properties.ALL,
        new Generator(profile, MAX_USERS),
        hosting,
        seed,
        generated);
  }

  /** These checks and no others. */
  public static Plan of(ImmutableList<Check> checks, Profile profile, long seed) {
    return new Plan(
        checks,
        Optional.empty(),
        ImmutableList.of(),
        new Generator(profile, MAX_USERS),
        Hosting.EVERY,
        seed,
        0);
  }

  /** The same plan, and a check for every pair of state and input of two users. */
  public Plan with(Exhaustive everyPair) {
    return new Plan(
        written, Optional.of(everyPair), properties, generator, hosting, seed, generated);
  }

  /** Where generated scenarios begin. */
  public long seed() {
    return seed;
  }

  /** How many checks there are. */
  public int size() {
    return firstGenerated() + generated + properties.size();
  }

  /** The index of the first generated check: those written down and those of pairs come before. */
  public int firstGenerated() {
    return written.size() + exhaustive.map(Exhaustive::size).orElse(0);
  }

  /** The id of the check at an index; far cheaper than the check. */
  public String id(int index) {
    Optional<Property> property = property(index);
    if (property.isPresent()) {
      return property.get().id();
    }
    if (index < written.size()) {
      return written.get(index).id();
    }
    return index < firstGenerated()
        ? exhaustive.orElseThrow().id(index - written.size())
        : generatedId(index - firstGenerated());
  }

  /** All ids, in order. */
  public Stream<String> ids() {
    return IntStream.range(0, size()).mapToObj(this::id);
  }

  /** The property at an index; empty if the check there is one scenario. */
  Optional<Property> property(int index) {
    int place = index - firstGenerated() - generated;
    return place < 0 ? Optional.empty() : Optional.of(properties.get(place));
  }

  /**
   * The check at an index; all but those written down are made anew, and always the same. That of a
   * property has a scenario to look at; what is run for it is its sample.
   */
  public Check check(int index) {
    Optional<Property> property = property(index);
    if (property.isPresent()) {
      return property.get().check(generator.generate(seed, 0));
    }
    if (index < written.size()) {
      return written.get(index);
    }
    if (index < firstGenerated()) {
      return exhaustive.orElseThrow().check(index - written.size());
    }
    return generated(index - firstGenerated());
  }

  /** The generated check of a number; made anew, and always the same. */
  public Check generated(int number) {
    Scenario scenario =
        ImmutableScenario.copyOf(hosting.move(generator.generate(seed, number)))
            .withName(generatedId(number));
    return new Check(scenario.name(), "generated", scenario, new Origin.Generated(seed, number));
  }

  /** Such as {@code generated/1/17}, or {@code generated/1/17@android} where users are moved. */
  private String generatedId(int number) {
    return "generated/" + seed + "/" + number + hosting.suffix();
  }
}
