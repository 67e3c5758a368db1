package org.rejoin.tck.recording;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.oracle.Remark;
import org.rejoin.tck.run.Verdict;

/** What should be known of a judgement beside its verdict, a sentence each. */
final class Gaps {
  private Gaps() {}

  /** What should have been judged and was not. */
  static ImmutableList<String> of(Totals totals, boolean interrupted) {
    ImmutableList.Builder<String> gaps = ImmutableList.builder();
    if (interrupted) {
      gaps.add("it was interrupted");
    }
    totals.unreadable().forEach(gaps::add);
    totals.empty().forEach(file -> gaps.add(file + ": is empty; was anything recorded?"));
    if (totals.brokenLineCount() > 0) {
      gaps.add(lines(totals) + traces(totals.count(Verdict.INCONCLUSIVE)));
    }
    for (Doubt doubt : Doubt.values()) {
      long count = totals.count(doubt);
      if (count > 0) {
        gaps.add(
            (count == 1 ? "1 trace is inconclusive: " : count + " traces are inconclusive: ")
                + doubt.sentence());
      }
    }
    if (totals.judged() == 0) {
      gaps.add("no trace was judged");
    }
    return gaps.build();
  }

  private static String lines(Totals totals) {
    return (totals.brokenLineCount() == 1 ? "1 line" : totals.brokenLineCount() + " lines")
        + " could not be used";
  }

  private static String traces(long open) {
    return open == 0
        ? ""
        : open == 1
            ? ", and a trace of which it may be is inconclusive"
            : ", and " + open + " traces of which they may be are inconclusive";
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  /** What the user may want to put right. */
  static ImmutableList<String> warnings(Totals totals) {
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    if (totals.withoutEnd() > 0) {
      warnings.add(
          (totals.withoutEnd() == 1
                  ? "1 channel has no end line and was"
                  : totals.withoutEnd() + " channels have no end line and were")
              + " judged up to just before its last line; write"
              + " {\"channel\":...,\"end\":...} when a channel's recording ends");
    }
    if (totals.count(Remark.Kind.NEVER_ANNOUNCED) > 0) {
      warnings.add(
          "first meetings were not required: "
              + times(totals.count(Remark.Kind.NEVER_ANNOUNCED))
              + " an app was told gone of a user of which it had been told nothing before, first in "
              + totals.first(Remark.Kind.NEVER_ANNOUNCED)
              + "; write \"features\":[\"announces\"] on begin lines if first meetings are told");
    }
    if (totals.count(Remark.Kind.CUT_OFF_TO_THE_END) > 0) {
      warnings.add(
          times(totals.count(Remark.Kind.CUT_OFF_TO_THE_END))
              + " a user was cut off to the end of its channel, first in "
              + totals.first(Remark.Kind.CUT_OFF_TO_THE_END)
              + "; that it never came back is not judged: without a `restore` nothing says that"
              + " its network did");
    }
    totals.cutOff().forEach(warnings::add);
    return warnings.build();
  }
}
