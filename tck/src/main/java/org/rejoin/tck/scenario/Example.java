package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.tck.spec.Rule;

/**
 * A scenario with the outcome that was written by hand from the text.
 *
 * @param check what is done, under its id
 * @param rules the rules that it exercises
 * @param expected what the reference shows, and any conforming port may; first meetings, which only
 *     are permitted, are left out (D-33)
 * @param alternatives what a conforming port may show instead
 * @param refused near misses, which no conforming port shows
 */
public record Example(
    Check check,
    ImmutableSet<Rule> rules,
    Trace expected,
    ImmutableList<Alternative> alternatives,
    ImmutableList<NearMiss> refused) {

  /**
   * Another outcome that conforms.
   *
   * @param about why it does, in one sentence
   * @param trace the whole outcome
   */
  public record Alternative(String about, Trace trace) {}

  /**
   * An outcome that does not conform, by little.
   *
   * @param about what is wrong with it, in one sentence
   * @param trace the whole outcome
   * @param message what is said of the first difference, to the letter
   */
  public record NearMiss(String about, Trace trace, String message) {}
}
