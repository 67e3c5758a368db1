package org.rejoin.tck.cli;

import java.util.Optional;

/**
 * A word of the command line that is there and empty, as an unset variable of a shell leaves it. It
 * is refused wherever it stands but among a port's own arguments: to judge the reference in the
 * place of a port would be green for nothing.
 */
final class EmptyWord {
  private static final String PORT = "--";
  private static final String ADVICE = "; is a variable unset? Name it, or leave it out";

  private EmptyWord() {}

  /** What is wrong, in a line; empty if no word is. */
  static Optional<String> in(String... words) {
    String before = "rejoin";
    for (String word : words) {
      if (word.isBlank()) {
        return Optional.of(
            before.startsWith("-")
                ? problem(before)
                : "an empty word after '" + before + "'" + ADVICE);
      }
      if (before.equals(PORT)) {
        return Optional.empty();
      }
      if (word.startsWith("--") && word.endsWith("=")) {
        return Optional.of(problem(word.substring(0, word.length() - 1)));
      }
      before = word;
    }
    return before.equals(PORT) ? Optional.of(problem(PORT)) : Optional.empty();
  }

  private static String problem(String option) {
    return option + ": nothing follows" + ADVICE;
  }
}
