package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.RunResult;

/** What was found in recordings. */
@Value.Immutable
public interface RecordingResult {
  /** The most failures and broken lines that are kept; beyond that they are counted. */
  int KEPT = Totals.KEPT;

  /**
   * The same as a run's result, so that every report can be made of it. A check is a trace here,
   * and its id is the file and line where the trace begins.
   */
  RunResult run();

  /** The failures with what is known of them beyond a run's, in the order in which they ended. */
  ImmutableList<RecordedFailure> failures();

  /** The traces of which it is left open whether they conform, in the same order. */
  ImmutableList<RecordedFailure> undecided();

  /** The callbacks that no rule is about, each name once. */
  ImmutableList<IgnoredCallback> ignored();

  /** How many traces failed, those that were not kept included. */
  long failed();

  /** How many lines were read. */
  long lines();

  /** How many of them could not be used. */
  long brokenLines();

  /** The first of them, each as file, line, field and what is wrong. */
  ImmutableList<String> firstBrokenLines();

  /** How many channels have no end line; each was judged up to just before its last line. */
  long withoutEnd();

  /** Files that could not be read, or of which no line could be used. */
  ImmutableList<String> unreadable();

  /** What it comes to; a file that can't be read is a matter of usage. */
  default Conclusion conclusion() {
    Conclusion judged = run().conclusion();
    Stream<ExitCode> codes =
        unreadable().isEmpty()
            ? Stream.of(judged.exit())
            : Stream.of(judged.exit(), ExitCode.USAGE);
    return new Conclusion(ExitCode.gravest(codes), judged.fails(), judged.scope());
  }

  /** The number of its exit code. */
  default int exitCode() {
    return conclusion().exit().number();
  }
}
