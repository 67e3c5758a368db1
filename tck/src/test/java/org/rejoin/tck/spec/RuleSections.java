package org.rejoin.tck.spec;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules, the decisions and the errata as chapters. */
final class RuleSections {
  private RuleSections() {}

  static String rules() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : Rule.values()) {
      text.append("\n### ")
          .append(rule.id())
          .append(" (")
          .append(rule.level().name().toLowerCase(Locale.ROOT))
          .append(")\n\n")
          .append(rule.sentence())
          .append("\n\n");
      for (SeedLine line : rule.lines()) {
        text.append("> ")
            .append(line.chinese())
            .append("  \n> ")
            .append(line.english())
            .append("\n\n");
      }
      ImmutableList<Decision> decisions = Bearing.on(rule);
      if (!decisions.isEmpty()) {
        text.append("Decided: ")
            .append(decisions.stream().map(Decision::id).collect(Collectors.joining(", ")))
            .append(".\n\n");
      }
      text.setLength(text.length() - 1);
    }
    return text.append('\n').toString();
  }

  static String decisions() {
    StringBuilder text = new StringBuilder();
    for (Decision decision : Decision.values()) {
      text.append("\n### ")
          .append(decision.id())
          .append(": ")
          .append(decision.question())
          .append("\n\n**")
          .append(decision.answer())
          .append("** ")
          .append(decision.substance())
          .append("\n\n")
          .append(decision.apart())
          .append("\n\nEvidence (")
          .append(
              decision.evidence().stream().map(Evidence::words).collect(Collectors.joining(", ")))
          .append("): ")
          .append(decision.found())
          .append(" Bears on ")
          .append(Bearing.of(decision).stream().map(Rule::id).collect(Collectors.joining(", ")))
          .append(".\n");
    }
    return text.append('\n').toString();
  }

  static String errata() {
    StringBuilder text = new StringBuilder();
    for (Erratum erratum : Erratum.values()) {
      text.append("- ")
          .append(erratum.text())
          .append(erratum.decision().map(decision -> " (" + decision.id() + ")").orElse(""))
          .append('\n');
    }
    return text.toString();
  }
}
