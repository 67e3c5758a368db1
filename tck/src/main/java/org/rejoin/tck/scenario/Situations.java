package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;

/** Situations in which rules meet, from the files beside this class, one file a theme. */
public final class Situations {
  /** The themes, in the order of the report. */
  static final ImmutableList<String> THEMES =
      ImmutableList.of(
          "many-users",
          "outages",
          "servers",
          "long-sessions",
          "both-sides",
          "kills",
          "leaves",
          "newcomers",
          "one-way-loss",
          "channels",
          "one-instant",
          "joins-and-no-ops",
          "names-and-reasons");

  private static final ExampleReader READER = new ExampleReader("rules");

  private Situations() {}

  /**
   * Every situation, theme by theme, with its outcome under the default profile.
   *
   * @throws IllegalStateException if a theme has no file, or an empty one
   * @throws ScenarioFileException if a file is wrong
   */
  public static ImmutableList<Example> all() {
    ImmutableList.Builder<Example> all = ImmutableList.builder();
    for (String theme : THEMES) {
      all.addAll(
          ExampleFile.read(
              "situations/" + theme + ".yaml",
              "theme " + theme,
              (item, path) ->
                  READER.read(
                      item, path, new Origin.Situation(), ExampleReader.rules(item, path))));
    }
    return all.build();
  }
}
