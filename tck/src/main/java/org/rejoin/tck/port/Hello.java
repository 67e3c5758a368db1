package org.rejoin.tck.port;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.immutables.value.Value;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Hosting;

/** What a port says of itself before the first scenario. */
@Value.Immutable
public interface Hello {
  /** The port's name, such as {@code acme-web}. */
  String name();

  /** The version of the implementation behind it. */
  String version();

  /** The platforms that it can play. */
  ImmutableSet<Platform> platforms();

  /** How much of the world it hosts. */
  View view();

  /** Whose time it lives in. */
  Clock clock();

  /** What it can do and show. A feature that it also names as a gap is not among them. */
  ImmutableSet<Feature> features();

  /** How many scenarios it works on at once, at least 1. */
  @Value.Default
  default int concurrency() {
    return 1;
  }

  /** Wall seconds per scenario second, above 0; real clock only. */
  @Value.Default
  default double timeScale() {
    return 1.0;
  }

  /** The profile that it claims to follow. */
  Optional<String> profile();

  /** Gaps that it declares. */
  ImmutableList<Gap> unsupported();

  /**
   * The platforms that it plays, and those of others in a channel with its users: where the kit
   * plays them, any.
   *
   * @param selected only users on these platforms; on all, if there are none
   */
  default Hosting hosting(ImmutableSet<Platform> selected) {
    ImmutableSet<Platform> allowed =
        selected.isEmpty() ? ImmutableSet.copyOf(Platform.values()) : selected;
    ImmutableSet<Platform> hosted = Sets.intersection(allowed, platforms()).immutableCopy();
    return new Hosting(
        hosted,
        switch (view()) {
          case CHANNEL -> hosted;
          case CLIENT -> allowed;
        });
  }

  /** The platforms of others in a channel with its users. */
  default ImmutableSet<Platform> othersPlatforms() {
    return hosting(ImmutableSet.of()).all();
  }

  /**
   * Holds it to what a run may rely on. Where it claims a feature and names it as a gap too, the
   * gap counts: one who says in so many words what is missing does not want to be judged by it.
   *
   * @throws IllegalArgumentException naming the value that is wrong
   */
  @Value.Check
  default Hello checked() {
    checkArgument(!platforms().isEmpty(), "platforms must have at least one");
    checkArgument(concurrency() >= 1, "concurrency must be 1 or more, was %s", concurrency());
    checkArgument(
        timeScale() > 0 && Double.isFinite(timeScale()),
        "timeScale must be above 0, was %s",
        timeScale());
    ImmutableSet<String> missing =
        unsupported().stream().map(Gap::feature).collect(ImmutableSet.toImmutableSet());
    return features().stream().map(Feature::id).noneMatch(missing::contains)
        ? this
        : ImmutableHello.copyOf(this)
            .withFeatures(Sets.filter(features(), has -> !missing.contains(has.id())));
  }

  /** How much of the world a port hosts. */
  enum View {
    /** Every user and what is between them. */
    CHANNEL,
    /** One client; the kit plays the server and the other users. */
    CLIENT
  }

  /** Whose time a port lives in. */
  enum Clock {
    /** The scenario's: it runs as fast as it can, and exactly. */
    VIRTUAL,
    /** The wall's. */
    REAL
  }

  /**
   * A feature that the port lacks, with the reason.
   *
   * @param feature what it lacks
   * @param reason why
   * @param issue where that is tracked, if anywhere
   */
  record Gap(String feature, String reason, Optional<String> issue) {}
}
