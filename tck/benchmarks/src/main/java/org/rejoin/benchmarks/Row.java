package org.rejoin.benchmarks;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what what is timed, for a person
 * @param unit how its figures are shown
 * @param key where its figure is found
 * @param anchor what it stands beside, if anything
 * @param goal what we aim for, in words; empty if nothing
 */
record Row(String what, Unit unit, String key, Optional<Anchor> anchor, String goal) {

  /**
   * What a figure is compared with.
   *
   * @param name for a person
   * @param key where its figure is found
   */
  record Anchor(String name, String key) {}

  static Row of(String what, Unit unit, String key, String goal) {
    return new Row(what, unit, key, Optional.empty(), goal);
  }

  Row beside(String name, String anchorKey) {
    return new Row(what, unit, key, Optional.of(new Anchor(name, anchorKey)), goal);
  }
}
