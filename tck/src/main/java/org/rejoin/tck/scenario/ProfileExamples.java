package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/** Scenarios that tell a shipped profile from the default one, one file a profile. */
public final class ProfileExamples {
  private static final ExampleReader READER = new ExampleReader("rules", "byDefault");

  private ProfileExamples() {}

  /**
   * A profile's own scenarios: none for the default profile and for those that are not shipped.
   *
   * @throws IllegalStateException if a shipped profile has no file, or an empty one
   * @throws ScenarioFileException if a file is wrong
   */
  public static ImmutableList<ProfileExample> of(Profile profile) {
    String id = profile.id();
    if (id.equals(Profiles.AGORA_2019_05.id()) || Profiles.ofId(id).isEmpty()) {
      return ImmutableList.of();
    }
    return ExampleFile.read(
        "profiles/" + id + ".yaml",
        "profile " + id,
        (item, path) -> {
          Example example =
              READER.read(item, path, new Origin.OfProfile(id), ExampleReader.rules(item, path));
          return new ProfileExample(
              profile,
              example,
              new Trace(
                  ExampleReader.callbacks(new JsonFields(item, path), "byDefault"),
                  example.expected().server()));
        });
  }
}
