package org.rejoin.tck.run;

/**
 * Why a check was not judged.
 *
 * @param kind of what kind the reason is
 * @param text the reason in words, as reports show it
 */
public record NotJudged(Kind kind, String text) {
  /** Kinds of reasons. */
  public enum Kind {
    /** The port's hello lacks a feature that it needs. */
    LACKS_FEATURE,
    /** The port's hello lacks a platform that it needs. */
    LACKS_PLATFORM,
    /** Only a virtual clock can tell how it ends, and the port's is real. */
    NEEDS_VIRTUAL_CLOCK,
    /** The port says, when it is to run it, that it can't. */
    DECLINED,
    /** It is a rule's own check, ran, and exercised all but this rule. */
    NOT_EXERCISED,
    /** It was to be run and was not: the port was gone, or the run was ended. */
    NOT_RUN,
    /** It ran, and what was seen differs from one time to the next. */
    UNDECIDED,
    /** It was left out by who asked. */
    LEFT_OUT,
    /** The kit itself failed. */
    KIT_DEFECT
  }
}
