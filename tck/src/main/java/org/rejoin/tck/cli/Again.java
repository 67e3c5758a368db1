package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;

/**
 * The command lines that judge one check or one scenario again as a run did, ready to be typed into
 * a shell.
 *
 * @param profile the profile that was named
 * @param selecting what it was given that matters to which checks there are, option by option
 * @param judging what else it was given that matters to the verdict, option by option
 * @param starting how the port was started, option by option
 * @param port the port's command; empty for the reference
 */
record Again(
    Optional<String> profile,
    ImmutableList<String> selecting,
    ImmutableList<String> judging,
    ImmutableList<String> starting,
    ImmutableList<String> port) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  /**
   * The line that judges a check again.
   *
   * @param check the check
   * @param seed the seed of the run
   */
  String check(Check check, long seed) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("rejoin", "run", "--only", check.id());
    if (check.origin() instanceof Origin.Generated generated) {
      words.add("--seed", String.valueOf(seed));
      words.add("--scenarios", String.valueOf(generated.index() + 1));
    } else if (check.origin() instanceof Origin.OfProperty) {
      words.add("--seed", String.valueOf(seed), "--scenarios", "0");
    } else if (check.origin() instanceof Origin.Exhaustive) {
      words.add("--exhaustive");
    } else {
      words.add("--scenarios", "0");
    }
    profile.ifPresent(id -> words.add("--profile", id));
    return line(words.addAll(selecting));
  }

  /** The line that runs a scenario again; its token names the profile. */
  String replay(String token) {
    return line(ImmutableList.<String>builder().add("rejoin", "replay", token));
  }

  private String line(ImmutableList.Builder<String> words) {
    words.addAll(judging).addAll(starting);
    if (!port.isEmpty()) {
      words.add("--").addAll(port);
    }
    return words.build().stream().map(Again::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
