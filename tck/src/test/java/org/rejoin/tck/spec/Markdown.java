package org.rejoin.tck.spec;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rejoin.api.CallbackSignature;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;

/** The small words of the document: tables, times, names. */
final class Markdown {
  private Markdown() {}

  static String head(String... columns) {
    return row(List.of(columns)) + "|" + "---|".repeat(columns.length) + "\n";
  }

  static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** As short as it is exact: {@code 4 s}, {@code 20 min}. */
  static String time(long millis) {
    if (millis % 1_000 != 0) {
      return millis + " ms";
    }
    return millis >= 60_000 && millis % 60_000 == 0
        ? millis / 60_000 + " min"
        : millis / 1_000 + " s";
  }

  static String signature(CallbackSignature signature) {
    return signature.isSilent()
        ? "nothing"
        : "`" + signature.name() + "(" + String.join(", ", signature.parameters()) + ")`";
  }

  /** A family's platforms as people write them, such as {@code iOS and macOS}. */
  static String platforms(Family family) {
    List<String> names =
        Arrays.stream(Platform.values())
            .filter(platform -> platform.family() == family)
            .map(Markdown::proper)
            .toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String proper(Platform platform) {
    return switch (platform) {
      case ANDROID -> "Android";
      case WINDOWS -> "Windows";
      case LINUX -> "Linux";
      case IOS -> "iOS";
      case MACOS -> "macOS";
      case WEB -> "Web";
    };
  }
}
