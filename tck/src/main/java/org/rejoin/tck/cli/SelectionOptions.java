package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.Selection;
import org.rejoin.tck.run.Shard;
import picocli.CommandLine.Option;

/** The options that say which checks a run judges. */
final class SelectionOptions {
  @Option(
      names = "--platform",
      split = ",",
      paramLabel = "P",
      converter = PlatformConverter.class,
      description = "Only checks whose users are all on these platforms; separated by commas.")
  List<Platform> platforms = ImmutableList.of();

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description =
          "Only the checks that this matches (repeatable). A rule's id, such as NET-10, means the"
              + " rule's own checks, NET-10/**.")
  List<String> only = ImmutableList.of();

  @Option(
      names = "--skip",
      paramLabel = "GLOB",
      description = "Not the checks that this matches (repeatable); as --only otherwise.")
  List<String> skip = ImmutableList.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description = "One share of N of what is selected, I from 1; all shares add up to the whole.")
  Shard shard = Shard.WHOLE;

  /** What of it matters to one check again: a property's sample is made for the platforms. */
  ImmutableList<String> again() {
    return platforms.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            "--platform", platforms.stream().map(Platform::id).collect(Collectors.joining(",")));
  }

  /** Whether there are globs, which may match nothing. */
  boolean hasGlobs() {
    return !only.isEmpty() || !skip.isEmpty();
  }

  /**
   * The selection that is meant.
   *
   * @param plans the plans that may come to be used
   * @throws UsageException if a glob is none, or matches no check of any of them
   */
  Selection chosen(ImmutableList<Plan> plans) {
    Selection selection =
        ImmutableSelection.builder()
            .addAllPlatforms(platforms)
            .addAllOnly(globs("--only", only))
            .addAllSkip(globs("--skip", skip))
            .shard(shard)
            .build();
    if (hasGlobs()) {
      selection
          .unmatched(plans)
          .ifPresent(
              glob -> {
                throw new UsageException(
                    (selection.only().contains(glob) ? "--only" : "--skip")
                        + ": '"
                        + glob
                        + "' matches no check; `**` matches several levels, as in matrix/**");
              });
    }
    return selection;
  }

  private static ImmutableList<Glob> globs(String option, List<String> texts) {
    ImmutableList.Builder<Glob> globs = ImmutableList.builder();
    for (String text : texts) {
      try {
        globs.add(new Glob(text));
      } catch (PatternSyntaxException e) {
        throw new UsageException(
            option + ": '" + text + "' is no glob: " + e.getDescription() + "; try matrix/**");
      }
    }
    return globs.build();
  }
}
