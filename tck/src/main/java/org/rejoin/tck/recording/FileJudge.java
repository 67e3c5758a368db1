package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.timeline.SafeText;

/**
 * Judges one file, line by line. A line that can't be used is named; a trace of which it may be is
 * judged up to there and is inconclusive, unless it had failed already; the rest is judged.
 */
final class FileJudge {
  private static final int COLUMNS = 300;

  private static final Circumstances NOTHING_SAID = ImmutableCircumstances.builder().build();

  private final String file;
  private final Judging judging;
  private final Totals totals;

  private final Map<String, OpenChannel> open = new LinkedHashMap<>();

  /** Channels of which a line could not be used, until they end. */
  private final Set<String> doubtful = new HashSet<>();

  /** Whether a line could not be used that may be of any channel. */
  private boolean anyMissing;

  /** Whether the file has whole traces, of which each broken line is one. */
  private boolean isClosed;

  private long used;
  private long unusable;

  FileJudge(String file, Judging judging, Totals totals) {
    this.file = file;
    this.judging = judging;
    this.totals = totals;
  }

  /** Takes the next line. */
  void take(RecordedLine line) {
    if (line instanceof RecordedLine.OfChannel one) {
      used++;
      channel(one);
    } else if (line instanceof RecordedLine.Closed trace) {
      used++;
      isClosed = true;
      closed(trace);
    } else if (line instanceof RecordedLine.Broken broken) {
      unusable++;
      broken(broken);
    }
  }

  private void closed(RecordedLine.Closed line) {
    try {
      judging.judge(id(line), line);
    } catch (InvalidScenarioException e) {
      tell(line, e);
      judging.ended(Verdict.INCONCLUSIVE, Optional.empty());
    } catch (RuntimeException e) {
      judging.failedAt(id(line), e);
    }
  }

  private void channel(RecordedLine.OfChannel line) {
    boolean ends = line instanceof RecordedLine.End;
    if (doubtful.contains(line.channel())) {
      if (ends) {
        doubtful.remove(line.channel());
      }
      return;
    }
    try {
      OpenChannel channel = open.get(line.channel());
      if (channel == null) {
        begin(line);
      } else {
        take(channel, line);
      }
    } catch (InvalidScenarioException e) {
      tell(line, e);
      doubt(line.channel());
    } catch (RuntimeException e) {
      open.remove(line.channel());
      judging.failedAt(id(line), e);
    }
  }

  /** A channel's first line. */
  private void begin(RecordedLine.OfChannel line) {
    if (line instanceof RecordedLine.End) {
      throw new InvalidScenarioException("end", "ends a channel of which there is no line");
    }
    OpenChannel channel =
        judging.open(
            id(line),
            line.channel(),
            line instanceof RecordedLine.Begin begin ? begin.how() : NOTHING_SAID);
    open.put(line.channel(), channel);
    if (!(line instanceof RecordedLine.Begin)) {
      take(channel, line);
    }
  }

  private void take(OpenChannel channel, RecordedLine.OfChannel line) {
    if (anyMissing && line instanceof RecordedLine.OfUser about && lacksJoin(channel, about)) {
      doubt(line.channel());
      return;
    }
    channel.take(line);
    if (line instanceof RecordedLine.End) {
      open.remove(line.channel());
      judging.ended(channel.end(), channel.failure());
    }
  }

  /** Whether a user's first line is no join, which may be in the line that could not be used. */
  private static boolean lacksJoin(OpenChannel channel, RecordedLine.OfUser line) {
    return !channel.knows(line.uid())
        && !(line instanceof RecordedLine.Did did && did.step().action().beginsSession());
  }

  private void broken(RecordedLine.Broken line) {
    if (line.cutOff()) {
      // Nothing follows that it could have changed.
      totals.addCutOff(place(line) + "the last line is cut off: it " + clean(line.problem()));
      return;
    }
    totals.addBrokenLine(place(line) + clean(line.problem()));
    if (isClosed) {
      judging.ended(Verdict.INCONCLUSIVE, Optional.empty());
    } else if (line.channel().isPresent()) {
      if (!doubtful.contains(line.channel().get())) {
        doubt(line.channel().get());
      }
    } else {
      anyMissing = true;
      ImmutableList.copyOf(open.keySet()).forEach(this::doubt);
    }
  }

  private void doubt(String channel) {
    doubtful.add(channel);
    OpenChannel begun = open.remove(channel);
    if (begun == null) {
      judging.ended(Verdict.INCONCLUSIVE, Optional.empty());
    } else {
      breakOff(begun, Verdict.INCONCLUSIVE);
    }
  }

  private void breakOff(OpenChannel channel, Verdict otherwise) {
    try {
      Verdict verdict = channel.breakOff();
      judging.ended(verdict == Verdict.PASS ? otherwise : verdict, channel.failure());
    } catch (RuntimeException e) {
      judging.failedAt(channel.id(), e);
    }
  }

  /** The file is at its end, or nobody reads on. */
  void end() {
    for (OpenChannel channel : open.values()) {
      totals.addWithoutEnd();
      breakOff(channel, Verdict.PASS);
    }
    open.clear();
    if (used == 0 && unusable == 0) {
      totals.addEmpty(file);
    } else if (used == 0) {
      totals.addUnreadable(
          file + ": holds no line of a recording; tck/RECORDINGS.md shows the two forms");
    }
  }

  private void tell(RecordedLine line, InvalidScenarioException problem) {
    totals.addBrokenLine(place(line) + clean(String.valueOf(problem.getMessage())));
  }

  private String place(RecordedLine line) {
    return id(line) + ": ";
  }

  private String id(RecordedLine line) {
    return file + ":" + line.number();
  }

  private static String clean(String text) {
    return SafeText.clean(text, COLUMNS);
  }
}
