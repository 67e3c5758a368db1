package org.rejoin.tck.timeline;

/** Writes times for people: always seconds, so that any two can be compared at sight. */
final class TimeText {

  private TimeText() {}

  /** As short as it is exact: {@code 9 s}, {@code 9.001 s}. */
  static String brief(long millis) {
    String exact = digits(millis);
    int end = exact.length();
    while (exact.charAt(end - 1) == '0') {
      end--;
    }
    return exact.substring(0, exact.charAt(end - 1) == '.' ? end - 1 : end) + " s";
  }

  /** With all three decimals, for columns: {@code 9.000 s}. */
  static String exact(long millis) {
    return digits(millis) + " s";
  }

  private static String digits(long millis) {
    String decimals = Long.toString(Math.abs(millis % 1_000));
    return (millis < 0 ? "-" : "")
        + Math.abs(millis / 1_000)
        + "."
        + "0".repeat(3 - decimals.length())
        + decimals;
  }
}
