package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Acceptor;
import org.rejoin.tck.oracle.Acceptors;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Listener;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.presence.StepReading;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Trace;

/**
 * What one recorded trace is judged by.
 *
 * @param how what its recording says of it
 * @param tolerance how far from its due time a callback may be
 * @param reorderWithinMillis by how much a line may come after later ones
 * @param profile the constants and names in force
 * @param acceptors make the oracle's part under this profile
 */
record TraceTerms(
    Circumstances how,
    Tolerance tolerance,
    long reorderWithinMillis,
    Profile profile,
    Acceptors acceptors) {

  Acceptor acceptor(Listener listener) {
    return acceptors.acceptor(
        how.mode(), how.features(), how.servers(), tolerance, how.recorded(), listener);
  }

  /** How steps are read, once lines have to go. */
  StepReading reading() {
    return new StepReading(profile, how.servers());
  }

  Optional<Blurs> blurs() {
    return Blurs.of(profile, tolerance);
  }

  /**
   * What is wrong with the trace, or can't be told from right.
   *
   * @param id where it begins, as file and line
   * @param about what to call it
   * @param scenario what was done, or the last part of it
   * @param fromMillis from when on everything that was recorded is there
   */
  RecordedFailure failure(
      String id,
      String about,
      Scenario scenario,
      ImmutableList<Expectation> expected,
      Trace seen,
      Differences differences,
      long fromMillis) {
    Divergence first = differences.first().orElseThrow();
    return new RecordedFailure(
        new Failure(
            Check.given(id, about, scenario),
            differences.verdict(),
            first.rules(),
            Optional.of(first.kind()),
            expected,
            seen,
            Differences.sentence(first)),
        fromMillis,
        differences.others(),
        Hints.of(first, differences, how, profile),
        differences.doubts());
  }
}
