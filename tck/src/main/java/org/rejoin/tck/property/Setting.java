package org.rejoin.tck.property;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Feature;

/** What properties have to know of a port and its run. Immutable. */
public final class Setting {
  private final Profile profile;
  private final ImmutableSet<Platform> hosted;
  private final ImmutableSet<Platform> platforms;
  private final ImmutableSet<Feature> features;
  private final Vocabulary vocabulary;

  private Setting(
      Profile profile,
      ImmutableSet<Platform> hosted,
      ImmutableSet<Platform> platforms,
      ImmutableSet<Feature> features) {
    this.profile = profile;
    this.hosted = hosted;
    this.platforms = platforms;
    this.features = features;
    this.vocabulary = new Vocabulary(profile);
  }

  /**
   * The setting of a run.
   *
   * @param hello what the port says of itself
   * @param profile the constants and names in force
   * @param selected only users on these platforms; on all, if there are none
   */
  public static Setting of(Hello hello, Profile profile, ImmutableSet<Platform> selected) {
    ImmutableSet<Platform> allowed =
        selected.isEmpty() ? ImmutableSet.copyOf(Platform.values()) : selected;
    ImmutableSet<Platform> hosted = Sets.intersection(allowed, hello.platforms()).immutableCopy();
    return new Setting(
        profile,
        hosted,
        switch (hello.view()) {
          case CHANNEL -> hosted;
          case CLIENT -> allowed;
        },
        hello.features());
  }

  /** Whether the port plays none of the platforms that are selected. */
  public boolean isEmpty() {
    return hosted.isEmpty();
  }

  Profile profile() {
    return profile;
  }

  /** The platforms whose users the port plays: the callbacks of these are seen. */
  ImmutableSet<Platform> hosted() {
    return hosted;
  }

  /** The platforms of all users. */
  ImmutableSet<Platform> platforms() {
    return platforms;
  }

  boolean hosts(Platform platform) {
    return hosted.contains(platform);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }
}
