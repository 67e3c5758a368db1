package org.rejoin.tck.report.merge;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import org.rejoin.tck.report.Paint;
import org.rejoin.tck.report.Plain;
import org.rejoin.tck.report.RuleTable;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/** Several reports side by side for a terminal: a line for each port, then a line for each rule. */
public final class SideBySideText {
  private static final int ID_WIDTH = 8;

  private final Show show;
  private final Paint paint;

  private SideBySideText(Show show) {
    this.show = show;
    this.paint = new Paint(show.colour());
  }

  /**
   * The text.
   *
   * @param reports what stands side by side
   */
  public static String of(ImmutableList<Report> reports, Show show) {
    return new SideBySideText(show).text(reports);
  }

  private String text(ImmutableList<Report> reports) {
    StringBuilder text = new StringBuilder();
    StringBuilder numbers = new StringBuilder(Strings.padEnd("", ID_WIDTH, ' '));
    for (int i = 0; i < reports.size(); i++) {
      text.append(port(i + 1, reports.get(i)));
      numbers.append(Strings.padEnd(String.valueOf(i + 1), RuleTable.MARK_WIDTH, ' '));
    }
    if (show.quiet()) {
      return text.toString();
    }
    text.append('\n').append(numbers.toString().stripTrailing()).append('\n');
    for (Rule rule : Rule.values()) {
      StringBuilder row = new StringBuilder(Strings.padEnd(rule.id(), ID_WIDTH, ' '));
      for (Report report : reports) {
        row.append(RuleTable.mark(report.rules().getOrDefault(rule, Verdict.NOT_SELECTED), paint));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.append("\npage: ").append(show.page()).append('\n').toString();
  }

  private String port(int number, Report report) {
    return number
        + "  "
        + Plain.name(report.port())
        + " "
        + Plain.name(report.version())
        + ", profile "
        + Plain.name(report.profile())
        + ", seed "
        + report.seed()
        + ": "
        + paint.headline(report.conclusion())
        + " ("
        + Plain.shortLine(report.file())
        + ")\n";
  }
}
