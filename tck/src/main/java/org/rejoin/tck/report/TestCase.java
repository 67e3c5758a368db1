package org.rejoin.tck.report;

/**
 * One line of a JUnit report; all texts are harmless already.
 *
 * @param className what it is listed under
 * @param name its name there
 * @param kind how it ended, in JUnit's four words
 * @param type the verdict, where it did not pass
 * @param message the verdict's reason in one line; empty where it passed
 * @param text all that there is to say
 */
record TestCase(
    String className, String name, Kind kind, String type, String message, String text) {
  /** What JUnit can say of a test. */
  enum Kind {
    PASSED,
    /** The port was looked at and found wrong. */
    FAILURE,
    /** There was nothing to look at: a hang, a crash, a broken protocol, a defect of the kit. */
    ERROR,
    SKIPPED
  }
}
