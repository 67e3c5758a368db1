package org.rejoin.tck.report.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.run.Glob;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableSelection;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunOrder;
import org.rejoin.tck.run.Selection;
import org.rejoin.tck.run.Shard;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.KnownFailing;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;

/** Shards add up to what the run without shards reports; what does not add up is refused. */
class ReportsTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

  /**
   * Runs, each made once: by the port, what it was to do, and its share. They are read anew by each
   * test, so that nothing that is under test is kept.
   */
  private static final Map<ImmutableList<Object>, ObjectNode> MADE = new HashMap<>();

  private static final Map<Long, Plan> PLANS = new HashMap<>();

  /** What a property meets first without an answer depends on those that run with it. */
  private static final ImmutableList<Glob> UNEVEN = ImmutableList.of(new Glob("property/**"));

  @Test
  void shardsOfAConformantRunAddUpToTheRun() {
    assertAddsUp(new ReferencePort(), 3);
  }

  @Test
  void shardsOfARunWithEveryKindOfOutcomeAddUpToTheRun() {
    assertAddsUp(new Ill(), 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void shardsOfARunWithKnownFailuresAddUpToTheRun(int everyOneOf) {
    ImmutableMap<String, KnownFailing> known = known(everyOneOf);
    Report whole = shard(new Ill(), known, 1, 1);
    assertTrue(
        whole.counts().getOrDefault(Verdict.KNOWN_FAILING, 0) > 20, whole.counts()::toString);
    assertFalse(whole.tree().path("stale").isEmpty(), "an entry is stale");
    assertSame(
        whole,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> shard(new Ill(), known, number, 3))
            .collect(ImmutableList.toImmutableList()));
  }

  /** An entry for one failure out of so many, and some entries that don't hold. */
  private static ImmutableMap<String, KnownFailing> known(int everyOneOf) {
    ImmutableMap.Builder<String, KnownFailing> known = ImmutableMap.builder();
    Report whole = shard(new Ill(), 1, 1, 1);
    for (int i = 0; i < whole.failures().size(); i += everyOneOf) {
      known(known, whole.failures().get(i).check(), i % 50 == 0 ? "another" : "");
    }
    known(known, "NET-03/web-hears-nothing-of-its-outage", "");
    return known.buildKeepingLast();
  }

  private static void known(
      ImmutableMap.Builder<String, KnownFailing> known, String check, String match) {
    known.put(
        check,
        new KnownFailing(check, "known", Optional.empty(), Optional.empty(), Optional.of(match)));
  }

  @Test
  void shardsOfARunOverPairsAddUpToTheRunAndToWhatItMissed() {
    ImmutableSet<Platform> every = ImmutableSet.copyOf(Platform.values());
    RunOrder order =
        ImmutableRunOrder.builder()
            .plan(Plan.of(PROFILE, 1, 0).with(Exhaustive.of(PROFILE, every, every)))
            .selection(
                ImmutableSelection.builder()
                    .addOnly(new Glob("exhaustive/awl/cut-interrupted/**"))
                    .build())
            .missed(true)
            .build();
    Report whole = shard(new Ill(), order, 1, 1);
    ImmutableList<Report> shards =
        ImmutableList.of(shard(new Ill(), order, 1, 2), shard(new Ill(), order, 2, 2));
    assertSame(whole, shards);
    assertTrue(whole.tree().at("/coverage/missed").size() > 10_000);
  }

  @Test
  void coverageThatDoesNotAddUpIsLeftOutOrRefused() {
    Report one = shard(new ReferencePort(), 1, 2, 1);
    Report two = shard(new ReferencePort(), 2, 2, 1);
    Report older = changed(two, tree -> tree.remove("coverage"));
    assertFalse(Reports.together(ImmutableList.of(one, older)).get(0).tree().has("coverage"));
    for (String wrong : ImmutableList.of("no!", "/".repeat(24_000))) {
      assertRefused(
          "1-2.json: coverage.met of it or of another shard is not as rejoin run wrote it; run that"
              + " shard again",
          one,
          changed(two, tree -> ((ObjectNode) tree.path("coverage")).put("met", wrong)));
    }
  }

  @Test
  void theOrderOfTheFilesChangesNothing() {
    Report one = shard(new Ill(), 1, 2, 1);
    Report two = shard(new Ill(), 2, 2, 1);
    assertSame(Reports.together(ImmutableList.of(one, two)).get(0), ImmutableList.of(two, one));
  }

  @Test
  void otherReportsStandBesideTheSumInTheOrderGiven() {
    Report whole = shard(new ReferencePort(), 1, 1, 1);
    Report one = shard(new Ill(), 1, 2, 1);
    Report two = shard(new Ill(), 2, 2, 1);
    ImmutableList<Report> together = Reports.together(ImmutableList.of(one, whole, two));
    assertEquals(2, together.size());
    assertEquals("1-2.json, 2-2.json", together.get(0).file());
    assertEquals(whole, together.get(1));
    assertEquals(ExitCode.NOT_CONFORMANT, Reports.exitCode(together));
    assertEquals(ExitCode.CONFORMANT, Reports.exitCode(ImmutableList.of(whole)));
  }

  @Test
  void whatDoesNotAddUpIsRefusedInOneLine() {
    Port port = new ReferencePort();
    Report one = shard(port, 1, 3, 1);
    Report two = shard(port, 2, 3, 1);
    assertRefused("1-3.json: the same report is there twice; name each one once", one, one);
    assertRefused(
        "1-3.json: is one of 3 shards, and not there: 3/3; name the reports of all", one, two);
    assertRefused(
        "1-3.json and 2-3.json are shards of runs with different seeds, 1 and 2; run all shards"
            + " alike",
        one,
        shard(port, 2, 3, 2));
    assertRefused(
        "1-3.json and 1-2.json are shards of runs with different numbers of shards, 3 and 2; run"
            + " all shards alike",
        one,
        shard(port, 1, 2, 1));
    assertRefused(
        "1-3.json and changed.json are shards of runs with different profiles; run all shards"
            + " alike",
        one,
        changed(two, tree -> tree.put("profile", "agora-current")));
    assertRefused(
        "1-3.json and changed.json are both shard 1/3; name one of them",
        one,
        changed(one, tree -> tree.withObject("/counts").put("pass", 0).put("fail", passed(one))));
    Report less =
        changed(
            two,
            tree ->
                tree.withObject("/counts")
                    .put("pass", passed(two) - 5)
                    .put("not-selected", two.checks() - two.selected() + 5));
    int selected = one.selected() + less.selected() + shard(port, 3, 3, 1).selected();
    assertRefused(
        "1-3.json: has "
            + one.selected()
            + " checks where shard 1/3 of "
            + selected
            + " has "
            + (selected + 2) / 3
            + "; run all shards with the same --only, --skip and --platform",
        one,
        less,
        shard(port, 3, 3, 1));
  }

  @Test
  void aReportOfAllStandsBesideTheSumOfShardsOfTheSamePort() {
    Report whole = shard(new Ill(), 1, 1, 2);
    ImmutableList<Report> together =
        Reports.together(
            ImmutableList.of(shard(new Ill(), 1, 2, 1), whole, shard(new Ill(), 2, 2, 1)));
    assertEquals(
        List.of("1-2.json, 2-2.json", "1-1.json"), together.stream().map(Report::file).toList());
    assertEquals(whole, together.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "kits, kit, '\"rejoin 0.0.9\"'",
    "hellos, port/features, '[]'",
    "hellos, port/clock, '\"real\"'",
    "clocks, realClock/timeScale, 0.5",
    "clocks, realClock/tolerance, '{\"early\":1,\"late\":2}'",
    "seeds, seed, 4",
  })
  void shardsOfRunsThatWereNotAlikeAreRefused(String what, String place, String value)
      throws Exception {
    JsonNode changed = new ObjectMapper().readTree(value);
    List<String> names = Splitter.on('/').splitToList(place);
    Report two =
        changed(
            shard(new ReferencePort(), 2, 2, 1),
            tree -> {
              ObjectNode in = names.size() == 1 ? tree : tree.withObject("/" + names.get(0));
              in.set(names.get(names.size() - 1), changed);
            });
    assertRefused(
        "1-2.json and changed.json are shards of runs with different "
            + what
            + (what.equals("seeds") ? ", 1 and 4" : "")
            + "; run all shards alike",
        shard(new ReferencePort(), 1, 2, 1),
        two);
  }

  @Test
  void shardsOfRunsWithOtherNumbersOfChecksAreRefused() {
    Report one = shard(new ReferencePort(), 1, 2, 1);
    Report two =
        changed(
            shard(new ReferencePort(), 2, 2, 1),
            tree -> tree.withObject("/counts").put("not-selected", 7));
    assertRefused(
        "1-2.json and changed.json are shards of runs with different numbers of checks"
            + " (--scenarios), "
            + one.checks()
            + " and "
            + two.checks()
            + "; run all shards alike",
        one,
        two);
  }

  @Test
  void ofTwoExitCodesTheGraverIsThatOfBoth() {
    Report report = shard(new ReferencePort(), 1, 1, 1);
    for (ExitCode graver : ExitCode.values()) {
      for (ExitCode other : ExitCode.values()) {
        if (graver.compareTo(other) <= 0) {
          Report one = endedBy(graver, report);
          Report two = endedBy(other, report);
          assertEquals(graver, Reports.exitCode(ImmutableList.of(one, two)));
          assertEquals(graver, Reports.exitCode(ImmutableList.of(two, one)));
        }
      }
    }
    assertEquals(ExitCode.CONFORMANT, Reports.exitCode(ImmutableList.of()));
  }

  private static Report endedBy(ExitCode exit, Report report) {
    return ImmutableReport.copyOf(report)
        .withConclusion(new Conclusion(exit, false, report.conclusion().scope()));
  }

  @Test
  void numbersOfTheRealClockAddUpAndWhatItLeftOpenIsAGap() {
    Report one = onRealClock(shard(new ReferencePort(), 1, 2, 1), 3, "NET-10/b", "NET-08/a");
    Report two = onRealClock(shard(new ReferencePort(), 2, 2, 1), 4, "NET-01/c");
    Report sum = Reports.together(ImmutableList.of(one, two)).get(0);
    JsonNode clock = sum.tree().path("realClock");
    ImmutableMap.of("leftOut", 7, "passedAlone", 70, "notRepeated", 700)
        .forEach((name, number) -> assertEquals(number, clock.path(name).asInt(), name));
    assertEquals("[\"NET-01/c\",\"NET-08/a\",\"NET-10/b\"]", clock.path("inconclusive").toString());
    assertEquals(3, sum.conclusion().exit().number());
    assertEquals("incomplete", sum.conclusion().verdict());
    assertEquals(
        List.of(
            "3 checks were inconclusive: failed among others, passed alone, and failed alone:"
                + " NET-01/c, NET-08/a, NET-10/b"),
        sum.incompleteBecause());
  }

  private static Report onRealClock(Report report, int count, String... undecided) {
    return changed(
        report,
        tree -> {
          tree.withObject("/counts")
              .put("inconclusive", undecided.length)
              .put("pass", passed(report) - undecided.length);
          ObjectNode clock = tree.putObject("realClock").put("timeScale", 1.0);
          clock.putObject("tolerance").put("early", 300).put("late", 700);
          clock
              .put("leftOut", count)
              .put("passedAlone", count * 10)
              .put("notRepeated", count * 100);
          ArrayNode list = clock.putArray("inconclusive");
          Arrays.stream(undecided).forEach(list::add);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, false, false, 0, conformant",
    "0, false, false, true, 70, incomplete",
    "130, false, false, false, 130, incomplete",
    "130, true, false, true, 130, not-conformant",
    "1, false, true, false, 1, not-conformant",
    "1, true, false, false, 1, not-conformant",
    "70, true, false, true, 70, not-conformant",
  })
  void theSumEndsAsTheRunWould(
      int exitOfTwo, boolean fails, boolean stale, boolean defect, int exit, String verdict) {
    Report two =
        changed(
            shard(new ReferencePort(), 2, 2, 1),
            tree -> {
              tree.put("exit", exitOfTwo);
              if (fails) {
                tree.withArray("failures")
                    .addObject()
                    .put("check", "NET-01/x")
                    .put("verdict", "fail")
                    .put("message", "not seen");
              }
              if (stale) {
                tree.withArray("stale").addObject().put("check", "NET-01/x").put("message", "gone");
              }
              if (defect) {
                tree.withArray("defects")
                    .addObject()
                    .put("check", "NET-01/x")
                    .put("message", "ours");
              }
            });
    Report sum =
        Reports.together(ImmutableList.of(shard(new ReferencePort(), 1, 2, 1), two)).get(0);
    assertEquals(exit, sum.conclusion().exit().number());
    assertEquals(verdict, sum.conclusion().verdict());
  }

  @Test
  void whatSeveralShardsWarnOfAndDeclineIsToldOnceAndWhatIsDeclinedIsAGap() {
    Report one = declining(shard(new ReferencePort(), 1, 2, 1), "NET-10", "NET-08");
    Report two = declining(shard(new ReferencePort(), 2, 2, 1), "NET-01", "NET-10");
    Report sum = Reports.together(ImmutableList.of(one, two)).get(0);
    assertEquals(
        "[\"warning of NET-10\",\"warning of NET-08\",\"warning of NET-01\"]",
        sum.tree().path("warnings").toString());
    assertEquals("[\"NET-01\",\"NET-08\",\"NET-10\"]", sum.tree().path("declined").toString());
    assertEquals(
        List.of("the port offers what these need and yet does not run them: NET-10"),
        sum.incompleteBecause());
  }

  /** Of the rules that it declines NET-10 was exercised by nobody. */
  private static Report declining(Report report, String... rules) {
    return changed(
        report,
        tree -> {
          ArrayNode warnings = tree.putArray("warnings");
          ArrayNode declined = tree.putArray("declined");
          for (String rule : rules) {
            warnings.add("warning of " + rule);
            declined.add(rule);
          }
          for (JsonNode rule : tree.path("rules")) {
            if (rule.path("id").asText().equals("NET-10")) {
              ((ObjectNode) rule).put("verdict", "unsupported").put("exercised", 0);
            }
          }
        });
  }

  @Test
  void failuresAreInTheOrderOfTheRunWrittenThenGeneratedByNumberThenProperties() {
    Report one =
        changed(
            shard(new ReferencePort(), 1, 2, 1),
            tree -> {
              failed(tree, "property/x", "property", 0);
              failed(tree, "generated/1/10", "generated", 10);
            });
    Report two =
        changed(
            shard(new ReferencePort(), 2, 2, 1),
            tree -> {
              failed(tree, "generated/1/9", "generated", 9);
              failed(tree, "NET-10/x", "rule", 0);
            });
    Report sum = Reports.together(ImmutableList.of(one, two)).get(0);
    assertEquals(
        List.of("NET-10/x", "generated/1/9", "generated/1/10", "property/x"),
        sum.failures().stream().map(Report.Failed::check).toList());
  }

  private static void failed(ObjectNode tree, String check, String origin, int number) {
    tree.withArray("failures")
        .addObject()
        .put("check", check)
        .put("origin", origin)
        .put("number", number)
        .put("verdict", "fail")
        .put("message", "not seen");
  }

  @Test
  void failuresThatNoShardHasRoomForAreCounted() {
    Report one =
        changed(
            shard(new ReferencePort(), 1, 2, 1),
            tree ->
                tree.withObject("/counts")
                    .put("fail", 9)
                    .put("hang", 4)
                    .put("pass", passed(shard(new ReferencePort(), 1, 2, 1)) - 13));
    Report sum =
        Reports.together(ImmutableList.of(one, shard(new ReferencePort(), 2, 2, 1))).get(0);
    assertEquals(13, sum.tree().path("failuresNotListed").asInt());
  }

  @Test
  void aReportIsReadAsItIsWritten() {
    Report report = shard(new Ill(), 2, 3, 1);
    JsonNode tree = report.tree();
    assertEquals("rejoin 0.1.0", report.kit());
    assertEquals("ill", report.port());
    assertEquals(PROFILE.id(), report.profile());
    assertEquals(1, report.seed());
    assertEquals(Optional.of(new Shard(2, 3)), report.shard());
    assertEquals(tree.path("verdict").asText(), report.conclusion().verdict());
    assertEquals(tree.path("exit").asInt(), report.conclusion().exit().number());
    report
        .counts()
        .forEach(
            (verdict, count) ->
                assertEquals(tree.path("counts").path(verdict.id()).asInt(), count, verdict.id()));
    assertEquals(tree.path("rules").size(), report.rules().size());
    for (JsonNode rule : tree.path("rules")) {
      Rule id = Rule.ofId(rule.path("id").asText()).orElseThrow();
      assertEquals(
          rule.path("verdict").asText(), report.rules().getOrDefault(id, Verdict.PASS).id());
      assertEquals(rule.path("exercised").asInt(), report.exercised().getOrDefault(id, -1));
    }
    for (int i = 0; i < tree.path("matrix").size(); i++) {
      JsonNode cell = tree.path("matrix").get(i);
      assertEquals(cell.path("passed").asInt(), report.cells().get(i).passed());
      assertEquals(cell.path("selected").asInt(), report.cells().get(i).selected());
      assertEquals(cell.path("verdict").asText(), report.cells().get(i).verdict().id());
    }
    assertEquals(tree.path("failures").size(), report.failures().size());
    assertEquals(tree.at("/failures/0/message").asText(), report.failures().get(0).message());
    assertEquals(tree.path("incompleteBecause").size(), report.incompleteBecause().size());
  }

  @ParameterizedTest
  @CsvSource({
    "counts, '{}', 'counts.pass: is missing'",
    "exit, -1, 'exit: must be a whole number from 0 to 2147483647, was -1'",
    "exit, 2147483648, 'exit: must be a whole number from 0 to 2147483647, was 2147483648'",
    "seed, 1.5, 'seed: must be a whole number, was 1.5'",
    "shard, '{\"number\":3,\"of\":2}', 'shard: there is no shard 3 of 2'",
    "verdict, '\"good\"', 'verdict: ''good'' is none of [conformant, not-conformant, incomplete]'",
  })
  void aFieldThatIsWrongIsNamed(String field, String value, String message) throws Exception {
    ObjectNode tree = shard(new ReferencePort(), 1, 1, 1).tree().deepCopy();
    tree.set(field, new ObjectMapper().readTree(value));
    byte[] bytes = tree.toString().getBytes(StandardCharsets.UTF_8);
    String refused =
        String.valueOf(
            assertThrows(MergeException.class, () -> ReportReader.read("x", bytes)).getMessage());
    assertTrue(refused.startsWith("x: is no report of rejoin run: " + message), refused);
  }

  @Test
  void whatIsNoReportIsRefusedInOneLine() {
    assertUnread("x: is not JSON: line 1; name a report.json", "hello");
    assertUnread(
        "x: is no report of rejoin run: port: is missing; name a report.json", "{\"kit\":1}");
    Report report = shard(new ReferencePort(), 1, 1, 1);
    ObjectNode tree = report.tree().deepCopy();
    tree.putArray("matrix");
    assertUnread(
        "x: is no report of rejoin run: matrix: must have 72 cells; name a report.json",
        tree.toString());
  }

  private static void assertAddsUp(Port port, int of) {
    ImmutableList.Builder<Report> shards = ImmutableList.builder();
    for (int number = 1; number <= of; number++) {
      shards.add(shard(port, number, of, 1));
    }
    assertSame(shard(port, 1, 1, 1), shards.build());
  }

  private static void assertSame(Report whole, ImmutableList<Report> shards) {
    ImmutableList<Report> together = Reports.together(shards);
    assertEquals(1, together.size());
    Differences.assertNone(whole.tree(), together.get(0).tree());
  }

  private static Report shard(Port port, int number, int of, long seed) {
    return shard(port, order(port, seed), number, of);
  }

  private static Report shard(
      Port port, ImmutableMap<String, KnownFailing> known, int number, int of) {
    return shard(port, ImmutableRunOrder.copyOf(order(port, 1)).withKnown(known), number, of);
  }

  private static RunOrder order(Port port, long seed) {
    return ImmutableRunOrder.builder()
        .plan(PLANS.computeIfAbsent(seed, it -> Plan.of(PROFILE, it, 50)))
        .selection(
            ImmutableSelection.builder()
                .addAllSkip(port instanceof Ill ? UNEVEN : ImmutableList.of())
                .build())
        .build();
  }

  private static Report shard(Port port, RunOrder order, int number, int of) {
    ObjectNode tree =
        MADE.computeIfAbsent(
            ImmutableList.of(port.getClass(), order, new Shard(number, of)),
            unused -> newShard(port, order, number, of));
    return read(number + "-" + of + ".json", tree);
  }

  private static ObjectNode newShard(Port port, RunOrder order, int number, int of) {
    Selection share = ImmutableSelection.copyOf(order.selection()).withShard(new Shard(number, of));
    return ReportJson.of(
        new ConformanceRun(port, PROFILE).run(ImmutableRunOrder.copyOf(order).withSelection(share)),
        "rejoin 0.1.0");
  }

  private static Report read(String file, ObjectNode tree) {
    return ReportReader.read(file, tree.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Report changed(Report report, Consumer<ObjectNode> change) {
    ObjectNode tree = report.tree().deepCopy();
    change.accept(tree);
    return read("changed.json", tree);
  }

  private static int passed(Report report) {
    return report.tree().path("counts").path("pass").asInt();
  }

  private static void assertRefused(String message, Report... reports) {
    ImmutableList<Report> all = ImmutableList.copyOf(Arrays.asList(reports));
    assertEquals(
        message, assertThrows(MergeException.class, () -> Reports.together(all)).getMessage());
  }

  private static void assertUnread(String message, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        message,
        assertThrows(MergeException.class, () -> ReportReader.read("x", bytes)).getMessage());
  }

  /** Answers by the scenario alone, so that it is the same in every shard. */
  private static final class Ill implements Port {
    private static final Profile WRONG =
        ImmutableProfile.copyOf(PROFILE).withWebGoneAfterMillis(12_000);

    private final Port reference = new ReferencePort();

    @Override
    public Hello hello() {
      return ImmutableHello.copyOf(reference.hello())
          .withName("ill")
          .withFeatures(ImmutableSet.of(Feature.KILL, Feature.CHANNELS, Feature.ANNOUNCES));
    }

    @Override
    public Answer run(Scenario scenario, Profile profile) {
      return switch (Math.floorMod(scenario.steps().hashCode(), 23)) {
        case 1 -> new Answer.Hung("no answer");
        case 2 -> new Answer.Crashed("ended with exit code 139");
        case 3 -> new Answer.Broke("line: callbacks: must be a list");
        case 4 -> new Answer.Unsupported("we are never late");
        case 5 -> new Answer.NotRun("the port was restarted too often");
        default -> reference.run(scenario, WRONG);
      };
    }
  }
}
