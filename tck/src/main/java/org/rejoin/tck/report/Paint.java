package org.rejoin.tck.report;

import org.rejoin.tck.run.Conclusion;

/**
 * Colours for a terminal, or none.
 *
 * @param on whether to use ANSI colours
 */
public record Paint(boolean on) {
  /** What is as it should be. */
  public String good(String text) {
    return with("32", text);
  }

  /** What is wrong. */
  public String bad(String text) {
    return with("1;31", text);
  }

  /** What is open. */
  public String warn(String text) {
    return with("33", text);
  }

  /** The line that says what a judgement comes to. */
  public String headline(Conclusion conclusion) {
    return switch (conclusion.kind()) {
      case CONFORMANT, PASSED -> good(conclusion.headline());
      case INCOMPLETE -> warn(conclusion.headline());
      case NOT_CONFORMANT -> bad(conclusion.headline());
    };
  }

  String bold(String text) {
    return with("1", text);
  }

  String quiet(String text) {
    return with("2", text);
  }

  private String with(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
