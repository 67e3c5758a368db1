package org.rejoin.example.udp;

/**
 * A scenario's own time on the wall's monotonic clock.
 *
 * @param timeScale how fast it goes
 * @param startNanos when it began
 */
record ScenarioClock(TimeScale timeScale, long startNanos) {

  /** A scenario that begins now. */
  static ScenarioClock start(TimeScale timeScale) {
    return new ScenarioClock(timeScale, System.nanoTime());
  }

  /** When an instant of the scenario is. */
  long nanosAt(long scenarioMillis) {
    return startNanos + timeScale.nanos(scenarioMillis);
  }

  /** Which instant of the scenario it is. */
  long millisAt(long nanos) {
    return timeScale.scenarioMillis(nanos - startNanos);
  }
}
