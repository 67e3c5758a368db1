package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rejoin.api.Profile;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;

/**
 * Every check there is, in the order of the report: those written down, then the generated ones,
 * each of which is made when it is asked for and kept by nobody, then the properties. Immutable.
 */
public final class Plan {
  /** The beginning of every generated check's id. */
  public static final String GENERATED = "generated/";

  private static final int MAX_USERS = 6;

  private final ImmutableList<Check> written;
  private final ImmutableList<Property> properties;
  private final Generator generator;
  private final long seed;
  private final int generated;

  private Plan(
      ImmutableList<Check> written,
      ImmutableList<Property> properties,
      Profile profile,
      long seed,
      int generated) {
    this.written = written;
    this.properties = properties;
    this.generator = new Generator(profile, MAX_USERS);
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
    return new Plan(Catalogue.checks(profile), Properties.ALL, profile, seed, generated);
  }

  /** These checks and no others. */
  public static Plan of(ImmutableList<Check> checks, Profile profile, long seed) {
    return new Plan(checks, ImmutableList.of(), profile, seed, 0);
  }

  /** Whether the check of this id is a generated one. */
  public static boolean isGenerated(String id) {
    return id.startsWith(GENERATED);
  }

  /** Where generated scenarios begin. */
  public long seed() {
    return seed;
  }

  /** How many checks there are. */
  public int size() {
    return written.size() + generated + properties.size();
  }

  /** The id of the check at an index; far cheaper than the check. */
  public String id(int index) {
    Optional<Property> property = property(index);
    if (property.isPresent()) {
      return property.get().id();
    }
    return index < written.size()
        ? written.get(index).id()
        : GENERATED + seed + "/" + (index - written.size());
  }

  /** All ids, in order. */
  public Stream<String> ids() {
    return IntStream.range(0, size()).mapToObj(this::id);
  }

  /** The property at an index; empty if the check there is one scenario. */
  Optional<Property> property(int index) {
    int place = index - written.size() - generated;
    return place < 0 ? Optional.empty() : Optional.of(properties.get(place));
  }

  /**
   * The check at an index; a generated one is made anew, and always the same. That of a property
   * has a scenario to look at; what is run for it is its sample.
   */
  public Check check(int index) {
    Optional<Property> property = property(index);
    if (property.isPresent()) {
      return new Check(property.get().id(), property.get().sentence(), generator.generate(seed, 0));
    }
    if (index < written.size()) {
      return written.get(index);
    }
    Scenario scenario = generator.generate(seed, index - written.size());
    return new Check(scenario.name(), "generated", scenario);
  }
}
