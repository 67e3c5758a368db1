package org.rejoin.tck.cli;

/** What the kit calls itself. */
final class Kit {
  private Kit() {}

  /** Such as {@code rejoin 0.1.0}. */
  static String name() {
    String version = Kit.class.getPackage().getImplementationVersion();
    return "rejoin " + (version == null ? "0.1.0" : version);
  }
}
