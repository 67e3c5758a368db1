package org.rejoin.tck.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.run.Plan;

/** The command line that judges one check again, ready to be typed into a shell. */
final class Again {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private Again() {}

  /**
   * The line.
   *
   * @param check the check's id
   * @param seed the seed of this run
   * @param options what else this run was given that matters to the check, option by option
   * @param port the port's command; empty for the reference
   */
  static String line(
      String check, long seed, ImmutableList<String> options, ImmutableList<String> port) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("rejoin", "run", "--only", check);
    if (check.startsWith(Plan.GENERATED)) {
      long index = Long.parseLong(Iterables.getLast(Splitter.on('/').split(check)));
      words.add("--seed", String.valueOf(seed), "--scenarios", String.valueOf(index + 1));
    } else if (check.startsWith(Property.PREFIX)) {
      words.add("--seed", String.valueOf(seed), "--scenarios", "0");
    } else {
      words.add("--scenarios", "0");
    }
    words.addAll(options);
    if (!port.isEmpty()) {
      words.add("--").addAll(port);
    }
    return words.build().stream().map(Again::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
