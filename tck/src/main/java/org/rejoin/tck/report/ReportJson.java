package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Ints;
import java.util.Locale;
import java.util.Map;
import org.rejoin.api.Profile;
import org.rejoin.tck.oracle.Expectation;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.KnownFailure;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Scope;
import org.rejoin.tck.run.Shard;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Origin;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.TracedCallback;

/** The report that every other one is made of. The same result gives the same bytes. */
public final class ReportJson {
  private ReportJson() {}

  /** The tree of {@code report.json}. */
  public static ObjectNode of(RunResult result, String kit) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("kit", kit);
    tree.set("port", port(result.port()));
    tree.put("profile", result.profile().id()).put("seed", result.seed());
    if (!result.shard().equals(Shard.WHOLE)) {
      tree.putObject("shard").put("number", result.shard().number()).put("of", result.shard().of());
    }
    tree.put("verdict", result.conclusion().verdict()).put("exit", result.exitCode());
    tree.set("scope", scope(result.scope()));
    result.onRealClock().ifPresent(clock -> tree.set("realClock", realClock(clock, result.port())));
    ObjectNode counts = tree.putObject("counts");
    result.counts().forEach((verdict, count) -> counts.put(verdict.id(), count));
    ArrayNode rules = tree.putArray("rules");
    result
        .rules()
        .forEach(
            (rule, verdict) ->
                rules
                    .addObject()
                    .put("id", rule.id())
                    .put("level", rule.level().name().toLowerCase(Locale.ROOT))
                    .put("verdict", verdict.id())
                    .put("exercised", result.exercised().count(rule)));
    tree.set("matrix", matrix(result));
    result.coverage().ifPresent(count -> tree.set("coverage", CoverageJson.of(result, count)));
    ArrayNode gaps = tree.putArray("incompleteBecause");
    result.incompleteBecause().forEach(gaps::add);
    ArrayNode warnings = tree.putArray("warnings");
    result.warnings().forEach(warnings::add);
    tree.set("unsupported", reasons(result.unsupported()));
    tree.set("notRun", reasons(result.notJudged()));
    ArrayNode declined = tree.putArray("declined");
    result.declined().forEach(rule -> declined.add(rule.id()));
    ArrayNode defects = tree.putArray("defects");
    result
        .defects()
        .forEach(
            defect ->
                defects
                    .addObject()
                    .put("check", defect.check())
                    .put("message", defect.cause().toString()));
    ArrayNode known = tree.putArray("knownFailing");
    result.knownFailures().forEach(failure -> known.add(known(failure)));
    ArrayNode stale = tree.putArray("stale");
    result
        .stale()
        .forEach(entry -> stale.add(check(entry.check()).put("message", entry.message())));
    tree.put("failuresNotListed", result.failed() - result.failures().size());
    ArrayNode failures = tree.putArray("failures");
    result.failures().forEach(failure -> failures.add(failure(failure, result.profile())));
    return tree;
  }

  /** How much was judged. */
  public static ObjectNode scope(Scope scope) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("whole", scope.isWhole())
        .put(scope.unit(), Ints.saturatedCast(scope.all()));
  }

  private static ObjectNode port(Hello hello) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", hello.name())
            .put("version", hello.version())
            .put("view", hello.view().name().toLowerCase(Locale.ROOT))
            .put("clock", hello.clock().name().toLowerCase(Locale.ROOT));
    ArrayNode platforms = tree.putArray("platforms");
    hello.platforms().forEach(platform -> platforms.add(platform.id()));
    ArrayNode features = tree.putArray("features");
    hello.features().forEach(feature -> features.add(feature.id()));
    return tree;
  }

  private static ArrayNode matrix(RunResult result) {
    ArrayNode tree = JsonNodeFactory.instance.arrayNode();
    PlatformMatrix.of(result)
        .cells()
        .forEach(
            cell ->
                tree.addObject()
                    .put("actor", cell.actor().id())
                    .put("observer", cell.observer().id())
                    .put("cause", cell.cause().id())
                    .put("verdict", cell.verdict().id())
                    .put("passed", cell.passed())
                    .put("selected", cell.selected()));
    return tree;
  }

  private static ArrayNode reasons(Map<String, Integer> reasons) {
    ArrayNode tree = JsonNodeFactory.instance.arrayNode();
    reasons.forEach(
        (reason, checks) -> tree.addObject().put("reason", reason).put("checks", checks));
    return tree;
  }

  private static ObjectNode realClock(OnRealClock clock, Hello hello) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("timeScale", hello.timeScale());
    tree.putObject("tolerance")
        .put("early", clock.tolerance().earlyMillis())
        .put("late", clock.tolerance().lateMillis());
    tree.put("leftOut", clock.leftOut())
        .put("passedAlone", clock.passedAlone())
        .put("notRepeated", clock.notRepeated());
    ArrayNode undecided = tree.putArray("inconclusive");
    clock.undecided().forEach(undecided::add);
    return tree;
  }

  /** A check by its id, and what of its origin tells its place among all checks. */
  private static ObjectNode check(Check check) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("check", check.id())
            .put("origin", check.origin().kind());
    return check.origin() instanceof Origin.Generated generated
        ? tree.put("number", generated.index())
        : tree;
  }

  private static ObjectNode known(KnownFailure known) {
    ObjectNode tree = check(known.failure().check()).put("reason", known.entry().reason());
    known.entry().issue().ifPresent(issue -> tree.put("issue", issue));
    known.entry().expires().ifPresent(date -> tree.put("expires", date.toString()));
    return tree.put("verdict", known.failure().verdict().id())
        .put("message", known.failure().message());
  }

  static ObjectNode failure(Failure failure, Profile profile) {
    ObjectNode tree = check(failure.check());
    ArrayNode rules = tree.putArray("rules");
    failure.rules().forEach(rule -> rules.add(rule.id()));
    tree.put("verdict", failure.verdict().id());
    tree.set("scenario", ScenarioJson.toJson(failure.check().scenario()));
    ArrayNode expected = tree.putArray("expected");
    for (Expectation due : failure.expected()) {
      expected.add(
          ScenarioJson.toJson(new TracedCallback(due.atMillis(), due.uid(), due.callback()))
              .put("level", due.level().name().toLowerCase(Locale.ROOT)));
    }
    ArrayNode seen = tree.putArray("seen");
    failure.seen().callbacks().forEach(callback -> seen.add(ScenarioJson.toJson(callback)));
    tree.put("message", failure.message());
    if (!failure.asFound().message().equals(failure.message())) {
      tree.put("originalMessage", failure.asFound().message());
    }
    failure.looksLike().ifPresent(line -> tree.put("looksLike", line));
    Replays.token(failure.check(), profile).ifPresent(token -> tree.put("replay", token));
    return tree;
  }
}
