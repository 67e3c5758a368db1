package org.rejoin.tck.run;

import java.util.Locale;

/**
 * What a judgement comes to: the one value that verdict, words and exit code are taken from.
 *
 * @param exit the exit code
 * @param fails whether something is not as it has to be, though the exit code may be a graver one
 * @param scope how much was judged
 */
public record Conclusion(ExitCode exit, boolean fails, Scope scope) {

  /** What can be said of who was judged. */
  public enum Kind {
    /** All of it was judged and is as it has to be. */
    CONFORMANT,
    /** A part was judged, and is as it has to be. */
    PASSED,
    /** Nothing is wrong, and something that should have been judged was not. */
    INCOMPLETE,
    /** Something is wrong. */
    NOT_CONFORMANT;

    /** The word for it in style sheets. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The conclusion, from what there is to say. */
  public static Conclusion of(
      boolean interrupted, boolean kitFailed, boolean fails, boolean hasGaps, Scope scope) {
    ExitCode ofJudgement =
        fails ? ExitCode.NOT_CONFORMANT : hasGaps ? ExitCode.INCOMPLETE : ExitCode.CONFORMANT;
    ExitCode exit =
        interrupted ? ExitCode.INTERRUPTED : kitFailed ? ExitCode.KIT_DEFECT : ofJudgement;
    return new Conclusion(exit, fails, scope);
  }

  /** What can be said. */
  public Kind kind() {
    if (fails) {
      return Kind.NOT_CONFORMANT;
    }
    if (exit != ExitCode.CONFORMANT) {
      return Kind.INCOMPLETE;
    }
    return scope.isWhole() ? Kind.CONFORMANT : Kind.PASSED;
  }

  /** The verdict in one of the three words of {@code report.json}. */
  public String verdict() {
    return switch (kind()) {
      case CONFORMANT, PASSED -> Kind.CONFORMANT.id();
      case INCOMPLETE, NOT_CONFORMANT -> kind().id();
    };
  }

  /** The verdict for people: {@code not conformant}, {@code passed 1 of 11,426 checks}. */
  public String words() {
    return kind().id().replace('-', ' ') + extent();
  }

  /** The same with the verdict in capitals, for a line that ends a text. */
  public String headline() {
    return kind().name().replace('_', ' ') + extent();
  }

  private String extent() {
    return switch (kind()) {
      case PASSED -> " " + scope;
      case CONFORMANT, INCOMPLETE, NOT_CONFORMANT -> "";
    };
  }
}
