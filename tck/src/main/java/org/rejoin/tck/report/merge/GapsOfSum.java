package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.ImmutableHello;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.OnRealClock;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.spec.Rule;

/** Says why a run that was added up is incomplete, as the run itself would. */
final class GapsOfSum {
  private GapsOfSum() {}

  /**
   * A sentence for each gap.
   *
   * @param sum the report, all of it added up but for its gaps
   */
  static ImmutableList<String> of(JsonNode sum, boolean interrupted) {
    Report report = ReportReader.of("", sum);
    return ImmutableRunResult.builder()
        .port(hello(sum.path("port")))
        .profile(Profiles.ofId(report.profile()).orElse(Profiles.AGORA_2019_05))
        .seed(report.seed())
        .counts(report.counts())
        .rules(report.rules())
        .exercised(ImmutableMultiset.of())
        .declined(declined(sum))
        .written(ImmutableList.of())
        .failures(ImmutableList.of())
        .knownFailures(ImmutableList.of())
        .stale(ImmutableList.of())
        .unsupported(ImmutableSortedMap.of())
        .notJudged(ImmutableSortedMap.copyOf(notRun(sum)))
        .onRealClock(clock(sum.path("realClock")))
        .warnings(ImmutableList.of())
        .defects(ImmutableList.of())
        .isInterrupted(interrupted)
        .build()
        .incompleteBecause();
  }

  private static Hello hello(JsonNode port) {
    ImmutableHello.Builder hello =
        ImmutableHello.builder()
            .name(port.path("name").asText())
            .version(port.path("version").asText())
            .addPlatforms(Platform.values())
            .view(Hello.View.CHANNEL)
            .clock(Hello.Clock.VIRTUAL);
    port.path("features").forEach(id -> Feature.ofId(id.asText()).ifPresent(hello::addFeatures));
    return hello.build();
  }

  private static ImmutableSet<Rule> declined(JsonNode sum) {
    ImmutableSet<String> ids =
        ImmutableList.copyOf(sum.path("declined")).stream()
            .map(JsonNode::asText)
            .collect(ImmutableSet.toImmutableSet());
    return ImmutableList.copyOf(Rule.values()).stream()
        .filter(rule -> ids.contains(rule.id()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableMap<String, Integer> notRun(JsonNode sum) {
    ImmutableMap.Builder<String, Integer> reasons = ImmutableMap.builder();
    sum.path("notRun")
        .forEach(it -> reasons.put(it.path("reason").asText(), it.path("checks").asInt()));
    return reasons.buildKeepingLast();
  }

  private static Optional<OnRealClock> clock(JsonNode clock) {
    if (!clock.isObject()) {
      return Optional.empty();
    }
    ImmutableList<String> undecided =
        ImmutableList.copyOf(clock.path("inconclusive")).stream()
            .map(JsonNode::asText)
            .collect(ImmutableList.toImmutableList());
    return Optional.of(new OnRealClock(Tolerance.EXACT, 0, 0, 0, undecided));
  }
}
