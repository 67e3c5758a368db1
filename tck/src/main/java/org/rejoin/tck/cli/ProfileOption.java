package org.rejoin.tck.cli;

import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.PortUnusableException;
import picocli.CommandLine.Option;

/** The option that names the profile, for every command that has it. */
final class ProfileOption {
  @Option(
      names = "--profile",
      paramLabel = "ID",
      description =
          "The constants and names in force. Default: what the port claims, else agora-2019-05.")
  Optional<String> id = Optional.empty();

  /**
   * The profile that is meant, the default one if none is named.
   *
   * @throws UsageException if there is none of that name
   */
  Profile chosen() {
    return named().orElse(Profiles.AGORA_2019_05);
  }

  /**
   * The profile that is named.
   *
   * @throws UsageException if there is none of that name
   */
  Optional<Profile> named() {
    return id.map(
        name ->
            Profiles.ofId(name)
                .orElseThrow(
                    () -> new UsageException("--profile: there is no '" + name + "'" + known())));
  }

  /**
   * The profile to judge a port under: the one named, else the one it claims, else the default.
   *
   * @throws UsageException if the port claims another one than is named
   * @throws PortUnusableException if the port claims one that the kit does not have
   */
  Profile inForce(Hello hello) {
    Optional<Profile> claimed =
        hello
            .profile()
            .map(
                name ->
                    Profiles.ofId(name)
                        .orElseThrow(
                            () ->
                                new PortUnusableException(
                                    "port unusable: its hello claims profile '"
                                        + name
                                        + "', which is unknown"
                                        + known())));
    Optional<Profile> named = named();
    if (named.isPresent() && claimed.isPresent() && !named.equals(claimed)) {
      throw new UsageException(
          "--profile: the port claims "
              + claimed.get().id()
              + ", not "
              + named.get().id()
              + "; leave --profile out, or have the port's hello claim the other");
    }
    return named.or(() -> claimed).orElse(Profiles.AGORA_2019_05);
  }

  private static String known() {
    return "; there are " + Profiles.ALL.stream().map(Profile::id).toList();
  }
}
