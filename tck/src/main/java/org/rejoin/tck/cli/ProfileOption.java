package org.rejoin.tck.cli;

import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import picocli.CommandLine.Option;

/** The option that names the profile, for every command that has it. */
final class ProfileOption {
  @Option(names = "--profile", description = "The constants and names in force.")
  String id = Profiles.AGORA_2019_05.id();

  /**
   * The profile that is meant.
   *
   * @throws UsageException if there is none of that name
   */
  Profile chosen() {
    return Profiles.ofId(id)
        .orElseThrow(
            () ->
                new UsageException(
                    "--profile: there is no '"
                        + id
                        + "'; there are "
                        + Profiles.ALL.stream().map(Profile::id).toList()));
  }
}
