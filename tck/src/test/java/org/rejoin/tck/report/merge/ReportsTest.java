package org.rejoin.tck.report.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.rejoin.tck.run.ConformanceRun;
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

/** Shards add up to what the run without shards reports; what does not add up is refused. */
class ReportsTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

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
    return known.buildOrThrow();
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
    assertEquals(1, Reports.exitCode(together));
    assertEquals(0, Reports.exitCode(ImmutableList.of(whole)));
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
        .plan(Plan.of(PROFILE, seed, 50))
        .selection(
            ImmutableSelection.builder()
                .addAllSkip(port instanceof Ill ? UNEVEN : ImmutableList.of())
                .build())
        .build();
  }

  private static Report shard(Port port, RunOrder order, int number, int of) {
    Selection share = ImmutableSelection.copyOf(order.selection()).withShard(new Shard(number, of));
    ObjectNode tree =
        ReportJson.of(
            new ConformanceRun(port, PROFILE)
                .run(ImmutableRunOrder.copyOf(order).withSelection(share)),
            "rejoin 0.1.0");
    return read(number + "-" + of + ".json", tree);
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
