package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rejoin.tck.report.PlatformMatrix;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.run.Completeness;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.Scope;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/**
 * Adds the reports of all shards of one run up, field by field, to what the run would have reported
 * without shards.
 */
final class Sum {
  /** As many failures as a run lists, which are its first ones. */
  private static final int LISTED = 12_000;

  private final ImmutableList<Report> shards;
  private final ObjectNode tree;

  /** The shards of one run, all of them, each once. */
  Sum(ImmutableList<Report> shards) {
    this.shards = shards;
    this.tree = shards.get(0).tree().deepCopy();
  }

  ObjectNode tree() {
    tree.remove("shard");
    counts();
    rules();
    matrix();
    CoverageOfSum.add(tree, shards);
    for (String list : ImmutableList.of("warnings", "declined")) {
      distinct(list);
    }
    reasons("unsupported");
    reasons("notRun");
    CheckOrder order = new CheckOrder(shards.get(0).profile());
    for (String list : ImmutableList.of("knownFailing", "stale", "failures")) {
      list(tree, list, all(list).sorted(order.items()).limit(LISTED));
    }
    notListed();
    list(tree, "defects", all("defects"));
    realClock(order.ids());
    Report sum = ReportReader.of("", tree);
    ImmutableList<String> gaps = gaps(sum);
    ArrayNode told = tree.putArray("incompleteBecause");
    gaps.forEach(told::add);
    conclude(!gaps.isEmpty(), Scope.of(sum.counts(), (int) sum.conclusion().scope().all()));
    return tree;
  }

  /** Why it is incomplete, as the run itself would say it. */
  private ImmutableList<String> gaps(Report sum) {
    return new Completeness(
            isInterrupted(),
            texts("/port/features")
                .flatMap(id -> Feature.ofId(id).stream())
                .collect(ImmutableSet.toImmutableSet()),
            sum.counts(),
            sum.rules(),
            texts("/declined").map(id -> rule(id)).collect(ImmutableSet.toImmutableSet()),
            ImmutableList.copyOf(tree.path("notRun")).stream()
                .collect(
                    ImmutableMap.toImmutableMap(
                        it -> it.path("reason").asText(), it -> it.path("checks").asInt())),
            texts("/realClock/inconclusive").collect(ImmutableList.toImmutableList()),
            ImmutableList.of())
        .gaps();
  }

  private Stream<String> texts(String list) {
    return ImmutableList.copyOf(tree.at(list)).stream().map(JsonNode::asText);
  }

  private boolean isInterrupted() {
    return shards.stream().anyMatch(shard -> shard.conclusion().exit() == ExitCode.INTERRUPTED);
  }

  private Stream<JsonNode> all(String list) {
    return shards.stream().flatMap(shard -> ImmutableList.copyOf(shard.tree().path(list)).stream());
  }

  private static void list(ObjectNode in, String name, Stream<JsonNode> items) {
    ArrayNode list = in.putArray(name);
    items.forEachOrdered(list::add);
  }

  private void counts() {
    ObjectNode counts = tree.putObject("counts");
    for (Verdict verdict : Verdict.values()) {
      int sum = shards.stream().mapToInt(it -> it.counts().getOrDefault(verdict, 0)).sum();
      // What another shard has judged, a shard has not selected.
      int twice =
          verdict == Verdict.NOT_SELECTED ? (shards.size() - 1) * shards.get(0).checks() : 0;
      counts.put(verdict.id(), sum - twice);
    }
  }

  private void notListed() {
    int failed = 0;
    for (Verdict verdict : Verdict.values()) {
      failed += verdict.isFailure() ? tree.path("counts").path(verdict.id()).asInt() : 0;
    }
    tree.put("failuresNotListed", failed - tree.path("failures").size());
  }

  private void rules() {
    for (JsonNode item : tree.path("rules")) {
      Rule rule = rule(item.path("id").asText());
      List<Verdict> verdicts =
          shards.stream()
              .map(shard -> shard.rules().getOrDefault(rule, Verdict.NOT_SELECTED))
              .toList();
      int exercised =
          shards.stream().mapToInt(shard -> shard.exercised().getOrDefault(rule, 0)).sum();
      ((ObjectNode) item).put("verdict", together(verdicts).id()).put("exercised", exercised);
    }
  }

  private static Rule rule(String id) {
    return Stream.of(Rule.values()).filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  /** What breaks a rule anywhere breaks it; what leaves it open anywhere, open. */
  private static Verdict together(List<Verdict> verdicts) {
    return verdicts.stream().min(Comparator.comparingInt(Sum::rank)).orElse(Verdict.NOT_SELECTED);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case HANG -> 1;
      case CRASH -> 2;
      case PROTOCOL_ERROR -> 3;
      case KNOWN_FAILING -> 4;
      case INCONCLUSIVE -> 5;
      case PASS -> 6;
      case NOT_EXERCISED -> 7;
      case UNSUPPORTED -> 8;
      case NOT_SELECTED -> 9;
    };
  }

  private void matrix() {
    for (int i = 0; i < tree.path("matrix").size(); i++) {
      int place = i;
      List<PlatformMatrix.Cell> cells =
          shards.stream().map(shard -> shard.cells().get(place)).toList();
      ((ObjectNode) tree.path("matrix").get(i))
          .put(
              "verdict",
              PlatformMatrix.worst(cells.stream().map(PlatformMatrix.Cell::verdict)).id())
          .put("passed", cells.stream().mapToInt(PlatformMatrix.Cell::passed).sum())
          .put("selected", cells.stream().mapToInt(PlatformMatrix.Cell::selected).sum());
    }
  }

  private void distinct(String list) {
    Set<JsonNode> items = new LinkedHashSet<>(all(list).toList());
    Stream<JsonNode> ordered = items.stream();
    list(
        tree,
        list,
        list.equals("declined")
            ? ordered.sorted(Comparator.comparing(id -> rule(id.asText())))
            : ordered);
  }

  private void reasons(String name) {
    TreeMap<String, Integer> sums = new TreeMap<>();
    all(name)
        .forEach(
            it -> sums.merge(it.path("reason").asText(), it.path("checks").asInt(), Integer::sum));
    ArrayNode list = tree.putArray(name);
    sums.forEach((reason, checks) -> list.addObject().put("reason", reason).put("checks", checks));
  }

  private void realClock(Comparator<String> order) {
    if (!(tree.path("realClock") instanceof ObjectNode clock)) {
      return;
    }
    for (String count : ImmutableList.of("leftOut", "passedAlone", "notRepeated")) {
      clock.put(
          count,
          shards.stream().mapToInt(it -> it.tree().path("realClock").path(count).asInt()).sum());
    }
    List<String> undecided = new ArrayList<>();
    for (Report shard : shards) {
      shard.tree().path("realClock").path("inconclusive").forEach(id -> undecided.add(id.asText()));
    }
    undecided.sort(order);
    ArrayNode list = clock.putArray("inconclusive");
    undecided.forEach(list::add);
  }

  private void conclude(boolean hasGaps, Scope scope) {
    boolean fails = !tree.path("failures").isEmpty() || !tree.path("stale").isEmpty();
    Conclusion conclusion =
        Conclusion.of(isInterrupted(), !tree.path("defects").isEmpty(), fails, hasGaps, scope);
    tree.put("verdict", conclusion.verdict()).put("exit", conclusion.exit().number());
    tree.set("scope", ReportJson.scope(scope));
  }
}
