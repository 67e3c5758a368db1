package org.rejoin.tck.spec;

/** One rule of the text. */
public enum Rule {
  NET_01("NET-01", Level.REQUIRED),
  NET_02("NET-02", Level.REQUIRED),
  NET_03("NET-03", Level.REQUIRED),
  NET_04("NET-04", Level.REQUIRED),
  NET_05("NET-05", Level.REQUIRED),
  NET_06("NET-06", Level.REQUIRED),
  NET_07("NET-07", Level.REQUIRED),
  NET_08("NET-08", Level.REQUIRED),
  NET_09("NET-09", Level.REQUIRED),
  NET_10("NET-10", Level.REQUIRED),
  NET_11("NET-11", Level.REQUIRED),
  NET_12("NET-12", Level.REQUIRED),
  NET_13("NET-13", Level.REQUIRED),
  NET_14("NET-14", Level.REQUIRED),
  NET_15("NET-15", Level.REQUIRED),
  NET_16("NET-16", Level.REQUIRED),
  NET_17("NET-17", Level.REQUIRED),
  KILL_00("KILL-00", Level.REQUIRED),
  KILL_01("KILL-01", Level.REQUIRED),
  KILL_02("KILL-02", Level.REQUIRED),
  KILL_03("KILL-03", Level.REQUIRED),
  KILL_04("KILL-04", Level.REQUIRED),
  KILL_05("KILL-05", Level.REQUIRED),
  KILL_06("KILL-06", Level.REQUIRED),
  KILL_07("KILL-07", Level.REQUIRED),
  KILL_08("KILL-08", Level.REQUIRED),
  KILL_09("KILL-09", Level.REQUIRED),
  KILL_10("KILL-10", Level.REQUIRED),
  DRV_01("DRV-01", Level.DERIVED),
  DRV_02("DRV-02", Level.DERIVED),
  DRV_03("DRV-03", Level.DERIVED),
  DRV_04("DRV-04", Level.DERIVED),
  DRV_05("DRV-05", Level.DERIVED),
  DRV_06("DRV-06", Level.DERIVED),
  DRV_07("DRV-07", Level.DERIVED),
  DRV_08("DRV-08", Level.DERIVED),
  DRV_09("DRV-09", Level.DERIVED),
  DRV_10("DRV-10", Level.DERIVED),
  DRV_11("DRV-11", Level.DERIVED);

  /** Where a rule comes from. */
  public enum Level {
    /** The text says it. */
    REQUIRED,
    /** It follows from what the text says. */
    DERIVED
  }

  private final String id;
  private final Level level;

  Rule(String id, Level level) {
    this.id = id;
    this.level = level;
  }

  /** The rule's id, such as {@code NET-10}. */
  public String id() {
    return id;
  }

  /** Whether the text says it, or it follows from what the text says. */
  public Level level() {
    return level;
  }
}
