package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;

/**
 * How the command was called: the command lines that judge again what it judged, to be pasted into
 * a shell.
 *
 * @param program the program
 * @param seed where generated scenarios began
 * @param profile the profile that was named
 * @param selecting what it was given that matters to which checks there are, option by option
 * @param judging what else it was given that matters to the verdict, option by option
 * @param starting how the port was started, option by option
 * @param port the port's command; empty for the reference
 */
public record Invocation(
    Program program,
    long seed,
    Optional<String> profile,
    ImmutableList<String> selecting,
    ImmutableList<String> judging,
    ImmutableList<String> starting,
    ImmutableList<String> port) {

  /** The command without any option, which judges the reference. */
  public static Invocation plain() {
    ImmutableList<String> none = ImmutableList.of();
    return new Invocation(Program.called(), 1, Optional.empty(), none, none, none, none);
  }

  /** The option that names a tolerance. */
  public static ImmutableList<String> option(Tolerance tolerance) {
    return ImmutableList.of(
        "--tolerance",
        "early=" + tolerance.earlyMillis() + "ms,late=" + tolerance.lateMillis() + "ms");
  }

  /** The line that judges a check again. */
  public String check(Check check) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("run", "--only", check.id());
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
    return withProfile(words);
  }

  /** The line that runs a scenario again; its token names the profile. */
  public String replay(String token) {
    return line(ImmutableList.<String>builder().add("replay", token));
  }

  /** The line that judges the port in full, with these options beside its own. */
  public String run(String... options) {
    return withProfile(ImmutableList.<String>builder().add("run").add(options));
  }

  private String withProfile(ImmutableList.Builder<String> words) {
    profile.ifPresent(id -> words.add("--profile", id));
    return line(words.addAll(selecting));
  }

  private String line(ImmutableList.Builder<String> words) {
    words.addAll(judging).addAll(starting);
    if (!port.isEmpty()) {
      words.add("--").addAll(port);
    }
    return program.line(words.build());
  }
}
