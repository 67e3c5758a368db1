package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.run.Defect;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Scope;
import org.rejoin.tck.run.Verdict;

/**
 * Judges recordings, line by line, by the oracle that judges ports. What it keeps is bounded by the
 * channels that are open at once, whatever the length of a recording. Whatever a file says, it is
 * judged as far as that can be done, and nothing is thrown for it. For one thread.
 */
public final class RecordingCheck {
  /** The longest time by which lines may be put in order: a minute. */
  public static final long LONGEST_REORDER_MILLIS = InOrder.LONGEST_MILLIS;

  private final Profile profile;
  private final Totals totals = new Totals();
  private final Judging judging;
  private boolean interrupted;

  /**
   * Nothing was judged yet.
   *
   * @param profile the constants and names in force
   * @param tolerance what to allow on a real clock; empty: what each recording says, else the
   *     default
   * @param reorderWithinMillis by how much a line may come after later ones of its channel; empty:
   *     what each recording says, else not at all
   * @param failures is told each trace that is kept because it fails or is left open, when it has
   *     ended
   */
  public RecordingCheck(
      Profile profile,
      Optional<Tolerance> tolerance,
      OptionalLong reorderWithinMillis,
      Consumer<RecordedFailure> failures) {
    this.profile = profile;
    this.judging = new Judging(profile, tolerance, reorderWithinMillis, totals, failures);
  }

  /**
   * Judges one recording to its end, or until the calling thread is interrupted. The stream is not
   * closed.
   *
   * @param file what to call it in messages
   */
  public void add(String file, InputStream in) {
    FileJudge one = new FileJudge(file, judging, totals);
    try (RecordingReader reader = RecordingReader.start(in)) {
      RecordingReader.Batch batch;
      do {
        batch = reader.next();
        totals.addLines(batch.read());
        batch.lines().forEach(one::take);
      } while (!batch.isLast() && !isInterrupted());
      batch.failure().ifPresent(failure -> brokeOff(file, failure));
    } catch (InterruptedException e) {
      interrupted = true;
    }
    one.end();
  }

  private boolean isInterrupted() {
    interrupted |= Thread.interrupted();
    return interrupted;
  }

  private void brokeOff(String file, Throwable failure) {
    if (failure instanceof IOException problem) {
      addUnreadable(file, problem.toString());
    } else {
      totals.addDefect(new Defect(file, failure));
    }
  }

  /** A recording could not be opened, or not be read to its end. */
  public void addUnreadable(String file, String problem) {
    totals.addUnreadable(file + ": can't be read: " + problem);
  }

  /** Whether the thread was interrupted; what was judged until then stands. */
  public boolean wasInterrupted() {
    return interrupted;
  }

  /** What was found in all recordings so far. */
  public RecordingResult result() {
    ImmutableList<RecordedFailure> failures = totals.failures();
    return ImmutableRecordingResult.builder()
        .run(run(failures))
        .failures(failures)
        .undecided(totals.undecided())
        .ignored(totals.ignored())
        .failed(totals.count(Verdict.FAIL))
        .lines(totals.lines())
        .brokenLines(totals.brokenLineCount())
        .firstBrokenLines(totals.brokenLines())
        .withoutEnd(totals.withoutEnd())
        .unreadable(totals.unreadable())
        .build();
  }

  private RunResult run(ImmutableList<RecordedFailure> failures) {
    return ImmutableRunResult.builder()
        .port(recorded())
        .profile(profile)
        .seed(0)
        .counts(totals.counts())
        .rules(totals.rules())
        .exercised(ImmutableMultiset.copyOf(totals.exercised()))
        .failures(failures.stream().map(RecordedFailure::failure).toList())
        .unsupported(ImmutableSortedMap.of())
        .notJudged(ImmutableSortedMap.of())
        .warnings(Gaps.warnings(totals))
        .defects(totals.defects())
        .isInterrupted(interrupted)
        .gaps(Gaps.of(totals, interrupted))
        .scope(new Scope(false, totals.count(Verdict.PASS), totals.traces(), "traces"))
        .build();
  }

  /** Whoever was recorded, in the words of a port. */
  private Hello recorded() {
    return ImmutableHello.builder()
        .name("recording")
        .version("1")
        .addPlatforms(Platform.values())
        .view(Hello.View.CHANNEL)
        .clock(totals.isReal() ? Hello.Clock.REAL : Hello.Clock.VIRTUAL)
        .addAllFeatures(totals.features())
        .profile(profile.id())
        .build();
  }
}
