package org.rejoin.tck.run;

import java.util.Locale;

/** The outcome of one check, or of one rule. */
public enum Verdict {
  PASS,
  FAIL,
  HANG,
  CRASH,
  PROTOCOL_ERROR,
  UNSUPPORTED,
  NOT_SELECTED,
  NOT_EXERCISED,
  INCONCLUSIVE,
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
}
