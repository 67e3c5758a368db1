package org.rejoin.tck.property;

import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Hosting;

/** What properties have to know of a port and its run. Immutable. */
public final class Setting {
  private final Profile profile;
  private final Hosting hosting;
  private final ImmutableSet<Feature> features;
  private final Vocabulary vocabulary;

  private Setting(Profile profile, Hosting hosting, ImmutableSet<Feature> features) {
    this.profile = profile;
    this.hosting = hosting;
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
    return new Setting(profile, hello.hosting(selected), hello.features());
  }

  /** Whether the port plays none of the platforms that are selected. */
  public boolean isEmpty() {
    return hosting.hosted().isEmpty();
  }

  Profile profile() {
    return profile;
  }

  /** The platforms whose users the port plays, and those of all users. */
  Hosting hosting() {
    return hosting;
  }

  /** Whether the port plays such users: the callbacks of these are seen. */
  boolean hosts(Platform platform) {
    return hosting.hosted().contains(platform);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }
}
