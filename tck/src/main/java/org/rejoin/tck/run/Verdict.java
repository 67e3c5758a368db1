package org.rejoin.tck.run;

import java.util.Locale;

/** The outcome of one check, or of one rule. */
public enum Verdict {
  /** Everything required was seen, and nothing forbidden. */
  PASS,
  /** Something required was missing, or something forbidden was seen. */
  FAIL,
  /** No answer came in time. */
  HANG,
  /** The port ended before it answered. */
  CRASH,
  /** The answer was not one that the protocol allows. */
  PROTOCOL_ERROR,
  /** The port says, with its reason, that it cannot do this. */
  UNSUPPORTED,
  /** This run was told to leave it out. */
  NOT_SELECTED,
  /** It was to be judged, but its condition was never met. */
  NOT_EXERCISED,
  /** It ran, and what was seen decides nothing. */
  INCONCLUSIVE,
  /** It failed as the list of known failures says. */
  KNOWN_FAILING;

  /** The word for it in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a port with this outcome is not conformant. */
  public boolean isFailure() {
    return switch (this) {
      case FAIL, HANG, CRASH, PROTOCOL_ERROR -> true;
      case PASS, UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE, KNOWN_FAILING -> false;
    };
  }

  /** Whether the port's behaviour was looked at and found right or wrong. */
  public boolean isJudgement() {
    return switch (this) {
      case PASS, FAIL, HANG, CRASH, PROTOCOL_ERROR, KNOWN_FAILING -> true;
      case UNSUPPORTED, NOT_SELECTED, NOT_EXERCISED, INCONCLUSIVE -> false;
    };
  }
}
