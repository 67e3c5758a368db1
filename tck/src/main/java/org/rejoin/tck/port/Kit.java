package org.rejoin.tck.port;

/** What the kit calls itself, to ports and to people. */
public final class Kit {
  private Kit() {}

  /** Such as {@code rejoin 0.1.0}. */
  public static String name() {
    return "rejoin " + version();
  }

  /** Such as {@code 0.1.0}; taken from the jar, so that it stands once. */
  public static String version() {
    String version = Kit.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}
