package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rejoin.api.Platform;
import org.rejoin.tck.report.PlatformMatrix.Cell;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.Scope;
import org.rejoin.tck.run.Shard;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.JsonFields;
import org.rejoin.tck.scenario.Matrix.Cause;
import org.rejoin.tck.spec.Rule;

/** Reads {@code report.json}; whatever a file holds, it is a report or refused in one line. */
public final class ReportReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String[] VERDICTS = {"conformant", "not-conformant", "incomplete"};

  private static final int CELLS =
      Platform.values().length * Platform.values().length * Cause.values().length;

  private ReportReader() {}

  /**
   * The report.
   *
   * @param file what to call it in messages
   * @throws MergeException if it is none
   */
  public static Report read(String file, byte[] bytes) {
    try {
      return of(file, MAPPER.readTree(bytes));
    } catch (JsonProcessingException e) {
      throw new MergeException(
          file + ": is not JSON: line " + e.getLocation().getLineNr() + "; name a report.json");
    } catch (IOException e) {
      throw new MergeException(file + ": is not JSON in UTF-8; name a report.json");
    }
  }

  /**
   * The same of a tree.
   *
   * @throws MergeException if it is none
   */
  static Report of(String file, JsonNode tree) {
    if (!tree.isObject()) {
      throw new MergeException(file + ": is no JSON object; name a report.json");
    }
    try {
      return read(file, tree);
    } catch (IllegalArgumentException e) {
      throw new MergeException(
          file + ": is no report of rejoin run: " + e.getMessage() + "; name a report.json");
    }
  }

  private static Report read(String file, JsonNode tree) {
    JsonFields fields = new JsonFields(tree, "");
    JsonFields port = new JsonFields(fields.required("port"), "port");
    ImmutableReport.Builder report =
        ImmutableReport.builder()
            .file(file)
            .tree(tree)
            .kit(fields.text("kit"))
            .port(port.text("name"))
            .version(port.text("version"))
            .profile(fields.text("profile"))
            .seed(whole(fields, "seed"))
            .shard(shard(fields))
            .counts(counts(fields))
            .conclusion(conclusion(fields));
    each(fields, "rules").forEach(rule -> rule(rule, report));
    each(fields, "matrix").map(ReportReader::cell).forEach(report::addCells);
    if (fields.list("matrix").size() != CELLS) {
      throw new InvalidScenarioException("matrix", "must have " + CELLS + " cells");
    }
    each(fields, "failures").map(ReportReader::failed).forEach(report::addFailures);
    for (JsonNode gap : fields.list("incompleteBecause")) {
      report.addIncompleteBecause(gap.asText());
    }
    return report.build();
  }

  private static Stream<JsonFields> each(JsonFields fields, String list) {
    ImmutableList<JsonNode> items = fields.list(list);
    ImmutableList.Builder<JsonFields> each = ImmutableList.builder();
    for (int i = 0; i < items.size(); i++) {
      each.add(new JsonFields(items.get(i), list + "[" + i + "]"));
    }
    return each.build().stream();
  }

  private static Optional<Shard> shard(JsonFields fields) {
    if (!fields.has("shard")) {
      return Optional.empty();
    }
    JsonFields shard = new JsonFields(fields.required("shard"), "shard");
    int number = count(shard, "number");
    int of = count(shard, "of");
    try {
      return Optional.of(new Shard(number, of));
    } catch (IllegalArgumentException e) {
      throw new InvalidScenarioException("shard", String.valueOf(e.getMessage()));
    }
  }

  private static Conclusion conclusion(JsonFields fields) {
    String verdict = word(fields, "verdict", VERDICTS, it -> it);
    ExitCode exit =
        ExitCode.ofNumber(count(fields, "exit"))
            .orElseThrow(() -> fields.wrong("exit", "an exit code of rejoin run"));
    return new Conclusion(exit, verdict.equals("not-conformant"), scope(fields));
  }

  /** A report of before there was such a field has only what its counts tell. */
  private static Scope scope(JsonFields fields) {
    ImmutableMap<Verdict, Integer> counts = counts(fields);
    if (!fields.has("scope")) {
      return Scope.of(counts, 0);
    }
    JsonFields scope = new JsonFields(fields.required("scope"), "scope");
    String unit = scope.has("traces") ? "traces" : "checks";
    return new Scope(
        scope.required("whole").asBoolean(),
        counts.getOrDefault(Verdict.PASS, 0),
        count(scope, unit),
        unit);
  }

  private static ImmutableMap<Verdict, Integer> counts(JsonFields fields) {
    JsonFields counts = new JsonFields(fields.required("counts"), "counts");
    ImmutableMap.Builder<Verdict, Integer> all = ImmutableMap.builder();
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict, count(counts, verdict.id()));
    }
    return all.buildOrThrow();
  }

  private static void rule(JsonFields fields, ImmutableReport.Builder report) {
    Rule rule = word(fields, "id", Rule.values(), Rule::id);
    report.putRules(rule, verdict(fields));
    report.putExercised(rule, count(fields, "exercised"));
  }

  private static Cell cell(JsonFields fields) {
    return new Cell(
        word(fields, "actor", Platform.values(), Platform::id),
        word(fields, "observer", Platform.values(), Platform::id),
        word(fields, "cause", Cause.values(), Cause::id),
        verdict(fields),
        count(fields, "passed"),
        count(fields, "selected"));
  }

  private static Report.Failed failed(JsonFields fields) {
    return new Report.Failed(fields.text("check"), verdict(fields), fields.text("message"));
  }

  private static Verdict verdict(JsonFields fields) {
    return word(fields, "verdict", Verdict.values(), Verdict::id);
  }

  private static <T> T word(JsonFields fields, String name, T[] values, Function<T, String> id) {
    return fields.word(
        name,
        word -> Arrays.stream(values).filter(value -> id.apply(value).equals(word)).findFirst(),
        Arrays.stream(values).map(id).collect(ImmutableSet.toImmutableSet()));
  }

  private static int count(JsonFields fields, String name) {
    long count = whole(fields, name);
    if (count < 0 || count != Ints.saturatedCast(count)) {
      throw fields.wrong(name, "a whole number from 0 to " + Integer.MAX_VALUE);
    }
    return (int) count;
  }

  private static long whole(JsonFields fields, String name) {
    JsonNode value = fields.required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw fields.wrong(name, "a whole number");
    }
    return value.longValue();
  }
}
