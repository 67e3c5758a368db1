package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rejoin.tck.spec.Markdown.head;
import static org.rejoin.tck.spec.Markdown.platforms;
import static org.rejoin.tck.spec.Markdown.row;
import static org.rejoin.tck.spec.Markdown.time;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;

/**
 * The whole matrix as tables: every scenario of it is put to the oracle with nothing seen, and what
 * the oracle then misses is what the tables say is told.
 */
final class MatrixSection {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final UserId ACTOR = UserId.of(1);
  private static final Trace NOTHING_SEEN = new Trace(ImmutableList.of(), ImmutableList.of());

  /** One row of a table, by family. */
  private record Cell(Family actor, String cause, Family observer, String comeback) {}

  /** What a row says. */
  private record Told(String back, String actor, String observer, String rules) {}

  private final Map<Cell, Told> rows = new LinkedHashMap<>();

  private MatrixSection() {}

  /**
   * The tables.
   *
   * @throws AssertionError if platforms of one family, or contexts of one cell, differ
   */
  static String text() {
    MatrixSection matrix = new MatrixSection();
    ImmutableList<Check> checks = Matrix.checks(PROFILE);
    checks.forEach(matrix::add);
    assertEquals(
        Matrix.cells(), matrix.rows.keySet().stream().mapToLong(MatrixSection::count).sum());
    return matrix.intro(checks.size()) + matrix.tables();
  }

  private void add(Check check) {
    List<String> id = List.of(check.id().split("/", -1));
    Cell cell =
        new Cell(family(check.scenario(), 0), id.get(2), family(check.scenario(), 1), id.get(3));
    Told told = told(check.scenario());
    Told before = rows.putIfAbsent(cell, told);
    if (before != null && !before.equals(told)) {
      throw new AssertionError(check.id() + " is not like its family: " + told + ", " + before);
    }
  }

  private static Family family(Scenario scenario, int participant) {
    return scenario.participants().get(participant).platform().family();
  }

  private static Told told(Scenario scenario) {
    Judgement judgement = new Oracle(PROFILE, ImmutableSet.of()).judge(scenario, NOTHING_SEEN);
    Step begin = scenario.steps().get(2);
    String back =
        scenario.steps().size() > 3
            ? time(scenario.steps().get(3).atMillis() - begin.atMillis())
            : "never";
    List<Expectation> required =
        judgement.expected().stream()
            .filter(one -> one.level() == Expectation.Level.REQUIRED)
            .toList();
    String rules =
        Stream.concat(
                required.stream().flatMap(one -> one.rules().stream()),
                judgement.exercised().elementSet().stream())
            .filter(rule -> rule.level() == Rule.Level.REQUIRED || rule == Rule.DRV_05)
            .filter(rule -> rule != Rule.KILL_00)
            .distinct()
            .sorted()
            .map(Rule::id)
            .collect(Collectors.joining(", "));
    return new Told(
        back,
        callbacks(required.stream().filter(one -> one.uid().equals(ACTOR)), begin),
        callbacks(required.stream().filter(one -> !one.uid().equals(ACTOR)), begin),
        rules);
  }

  private static String callbacks(Stream<Expectation> expected, Step begin) {
    String all =
        expected
            .map(one -> "`" + one.callback().name() + "` " + at(one.atMillis() - begin.atMillis()))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing" : all;
  }

  private static String at(long sinceMillis) {
    return sinceMillis == 0 ? "at once" : "at " + time(sinceMillis);
  }

  private String intro(int scenarios) {
    return String.format(
        Locale.ROOT,
        "Six platforms of the user that is absent, six of the observer, two ways to become absent"
            + " and three ways to be back make %d cells. They are judged one by one, the killed"
            + " ones in every context (KILL-00), all in both modes: %,d scenarios. Platforms of one"
            + " family do not differ, and neither do contexts or modes, so the %d rows below are"
            + " all there is to say.\n\nTimes count from the drop or the kill, which is the last"
            + " packet too. *In time* is before the end of the observer's window, *late* after it."
            + " What is only permitted, a first meeting in a new session (D-33), is left out. The"
            + " last column names the rules whose condition is met, but KILL-00 and the derived"
            + " ones; of those only DRV-05 is named, where a killed user is told back.\n",
        Matrix.cells(),
        scenarios,
        rows.size());
  }

  private String tables() {
    StringBuilder text = new StringBuilder();
    for (String cause : List.of("dropped", "killed")) {
      for (Family actor : Family.values()) {
        text.append("\n### A user on ")
            .append(platforms(actor).replace(" and ", " or "))
            .append(" is ")
            .append(cause)
            .append("\n\n")
            .append(
                head(
                    "observer",
                    "the user is back",
                    "the user is told",
                    "the observer is told",
                    "rules"));
        rows.forEach(
            (cell, told) -> {
              if (cell.actor() == actor && cell.cause().equals(cause)) {
                List<String> cells = new ArrayList<>();
                cells.add(
                    cell.observer()
                        + " ("
                        + count(cell)
                        + (count(cell) == 1 ? " cell)" : " cells)"));
                cells.add(back(cell.comeback(), told.back()));
                cells.addAll(List.of(told.actor(), told.observer(), told.rules()));
                text.append(row(cells));
              }
            });
      }
    }
    return text.toString();
  }

  private static String back(String comeback, String at) {
    return comeback.equals("never") ? "never" : comeback.replace('-', ' ') + ", at " + at;
  }

  private static long count(Cell cell) {
    return size(cell.actor()) * size(cell.observer());
  }

  private static long size(Family family) {
    return Stream.of(Platform.values()).filter(one -> one.family() == family).count();
  }
}
