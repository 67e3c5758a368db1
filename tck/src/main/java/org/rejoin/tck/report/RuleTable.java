package org.rejoin.tck.report;

import com.google.common.base.Strings;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** All rules with their verdicts and how often each was exercised, three in a row. */
public final class RuleTable {
  private static final int COLUMNS = 3;
  private static final int ID_WIDTH = 8;

  /** How wide a mark is, blanks after it included. */
  public static final int MARK_WIDTH = 7;

  private RuleTable() {}

  static String of(RunResult result, Paint paint) {
    StringBuilder table = new StringBuilder();
    int column = 0;
    for (Rule rule : Rule.values()) {
      table
          .append(Strings.padEnd(rule.id(), ID_WIDTH, ' '))
          .append(mark(result.rules().getOrDefault(rule, Verdict.NOT_EXERCISED), paint))
          .append(Strings.padStart(String.valueOf(result.exercised().count(rule)), 7, ' '));
      column++;
      table.append(column % COLUMNS == 0 ? "\n" : "   ");
    }
    return column % COLUMNS == 0 ? table.toString() : table.toString().stripTrailing() + "\n";
  }

  /** A verdict in a word, {@link #MARK_WIDTH} wide. */
  public static String mark(Verdict verdict, Paint paint) {
    return switch (verdict) {
      case PASS -> paint.good(wide("ok"));
      case FAIL -> paint.bad(wide("FAIL"));
      case HANG -> paint.bad(wide("HANG"));
      case CRASH -> paint.bad(wide("CRASH"));
      case PROTOCOL_ERROR -> paint.bad(wide("ERROR"));
      case UNSUPPORTED -> paint.quiet(wide("unsup."));
      case NOT_SELECTED -> paint.quiet(wide("-"));
      case NOT_EXERCISED -> paint.warn(wide("never"));
      case INCONCLUSIVE -> paint.warn(wide("open"));
      case KNOWN_FAILING -> paint.warn(wide("known"));
    };
  }

  private static String wide(String mark) {
    return Strings.padEnd(mark, MARK_WIDTH, ' ');
  }
}
