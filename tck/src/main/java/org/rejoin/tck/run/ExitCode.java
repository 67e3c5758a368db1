package org.rejoin.tck.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command ends with, the gravest first: of several that hold it is the first. */
public enum ExitCode {
  /** Somebody ended it before its time. */
  INTERRUPTED(130),
  /** The kit itself failed. */
  KIT_DEFECT(70),
  /** It was called wrongly, or a file can't be used. */
  USAGE(2),
  /** The port does not come up. */
  PORT_UNUSABLE(4),
  /** Something is not as it has to be. */
  NOT_CONFORMANT(1),
  /** Nothing is wrong, and something that should have been judged was not. */
  INCOMPLETE(3),
  /** All that was judged is as it has to be. */
  CONFORMANT(0);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }

  /** The exit code of this number, if there is one. */
  public static Optional<ExitCode> ofNumber(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }

  /** The gravest of some; of none that of success. */
  public static ExitCode gravest(Stream<ExitCode> codes) {
    return codes.min(Comparator.naturalOrder()).orElse(CONFORMANT);
  }
}
