package org.rejoin.tck.defective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rejoin.tck.spec.Rule;

/** The generated parts of {@code SELF-TEST.md}. */
final class SelfTestDocument {
  private static final Path DOCUMENT = Path.of("SELF-TEST.md");
  private static final String END = "<!-- end -->\n";

  private SelfTestDocument() {}

  /** Holds the document to a run; {@code -Drejoin.update=true} writes it anew. */
  static void check(SelfTestResult result) throws IOException {
    String document = Files.readString(DOCUMENT);
    String right = document;
    for (Map.Entry<String, String> section : sections(result).entrySet()) {
      right = with(right, section.getKey(), section.getValue());
    }
    if (Boolean.getBoolean("rejoin.update")) {
      Files.writeString(DOCUMENT, right);
      return;
    }
    assertEquals(
        right,
        document,
        "SELF-TEST.md is not what the self-test finds; it says itself how to regenerate it");
  }

  private static String with(String document, String name, String text) {
    String mark = "<!-- generated: " + name + " -->\n";
    int begin = document.indexOf(mark);
    assertEquals(true, begin >= 0, "SELF-TEST.md has no section " + name);
    int inside = begin + mark.length();
    return document.substring(0, inside) + text + document.substring(document.indexOf(END, inside));
  }

  private static ImmutableMap<String, String> sections(SelfTestResult result) {
    return ImmutableMap.of(
        "figures", figures(result),
        "rules", rules(result),
        "defects", defects(result),
        "checks", checks(result),
        "correct", correct(),
        "hostile", hostile());
  }

  private static String figures(SelfTestResult result) {
    String line = result.lastLine();
    return "```\n" + line + "\n```\n";
  }

  private static String rules(SelfTestResult result) {
    StringBuilder text =
        new StringBuilder("| rule | first | later | first blamed for |\n|---|--:|--:|---|\n");
    for (Rule rule : Rule.values()) {
      ImmutableList<Trial> first = result.table().blamedOn(rule);
      text.append("| ")
          .append(rule.id())
          .append(" | ")
          .append(first.size())
          .append(" | ")
          .append(
              result.table().trials().stream()
                  .filter(trial -> trial.blame().further().contains(rule))
                  .count())
          .append(" | ")
          .append(
              first.stream()
                  .map(trial -> "`" + trial.defect().id() + "`")
                  .collect(Collectors.joining(", ")))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String defects(SelfTestResult result) {
    StringBuilder text = new StringBuilder();
    String theme = "";
    for (Trial trial : result.table().trials()) {
      if (!trial.defect().theme().equals(theme)) {
        theme = trial.defect().theme();
        text.append(text.length() == 0 ? "" : "\n")
            .append("**")
            .append(theme)
            .append(
                "**\n\n| defect | what is wrong | checks that find it | named |\n|---|---|--:|---|\n");
      }
      text.append("| `")
          .append(trial.defect().id())
          .append("` | ")
          .append(trial.defect().sentence())
          .append(" | ")
          .append(trial.killers().size())
          .append(" | ")
          .append(named(trial, result.claims()))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String named(Trial trial, Claims claims) {
    return claims.killers().getOrDefault(trial.defect().id(), ImmutableMap.of()).keySet().stream()
        .map(check -> "`" + check + "`")
        .collect(Collectors.joining(", "));
  }

  private static String checks(SelfTestResult result) {
    StringBuilder text =
        new StringBuilder("| check | finds | alone, or why it can't be alone |\n|---|--:|---|\n");
    for (String check : result.table().checks()) {
      String alone =
          result.table().preyOf(check).stream()
              .map(trial -> "`" + trial.defect().id() + "`")
              .collect(Collectors.joining(", "));
      String reason =
          Optional.ofNullable(result.claims().reasons().get(check))
              .map(Claims.Reason::text)
              .orElse("");
      text.append("| `")
          .append(check)
          .append("` | ")
          .append(result.table().foundBy(check).size())
          .append(" | ")
          .append(alone.isEmpty() ? reason : alone)
          .append(" |\n");
    }
    return text.toString();
  }

  private static String correct() {
    return "| port | what it does otherwise, and what allows it |\n|---|---|\n"
        + Variants.all().stream()
            .map(variant -> "| `" + variant.id() + "` | " + variant.sentence() + " |\n")
            .collect(Collectors.joining());
  }

  private static String hostile() {
    StringBuilder text =
        new StringBuilder("| port | what it does | what comes of it |\n|---|---|---|\n");
    for (HostilePort port : HostilePort.values()) {
      text.append("| `")
          .append(port.id())
          .append("` | ")
          .append(port.sentence())
          .append(" | ")
          .append(port.outcome().replaceAll(": $", ""))
          .append(" |\n");
    }
    return text.toString();
  }
}
