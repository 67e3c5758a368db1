package org.rejoin.tck.run;

/** Hears how far long work is, to tell somebody who waits. Safe for several threads. */
public interface Progress {
  /** What recordings are counted in. */
  String BYTES = "bytes";

  /** What runs are counted in. */
  String CHECKS = "checks";

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void done(long more) {}

        @Override
        public void end() {}
      };

  /**
   * Work begins.
   *
   * @param what what it is counted in: checks, bytes
   * @param total how many there are of it
   */
  void begin(String what, long total);

  /** So many more are done. */
  void done(long more);

  /** The work is over, or will not go on. */
  void end();
}
