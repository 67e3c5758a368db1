package org.rejoin.tck.spec;

import java.util.Locale;

/** Writes the rules as the chapter of the specification that people read, in Markdown. */
public final class SpecificationText {
  private SpecificationText() {}

  /** Every rule with its sentence and the lines that it comes from. */
  public static String rules() {
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
      text.setLength(text.length() - 1);
    }
    return text.append('\n').toString();
  }
}
