package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.TracedCallback;

/**
 * What is recorded of one channel, from its begin line to its end line, apart from its name and the
 * time of day.
 *
 * @param lines in time order
 * @param firstCallback which line is the first callback; after all lines if there is none
 */
record Script(ImmutableList<Line> lines, int firstCallback) {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());
  private static final long JOINED_BY_MILLIS = 5_000;
  private static final long REST_MILLIS = 60_000;

  /** An outage is one of these: nobody notices, interrupted, lost, lost and gone. */
  private static final ImmutableList<Long> OUTAGES =
      ImmutableList.of(2_500L, 7_000L, 15_000L, 32_000L);

  /** Users in all scripts together, as a bound of how long making them takes. */
  private static final int USERS = 1_024;

  /**
   * A line.
   *
   * @param atMillis when, from the channel's beginning
   * @param timeField the field that the time stands in
   * @param rest all that follows the time
   */
  record Line(long atMillis, String timeField, String rest) {}

  /** Different scripts for channels of so many users; each user is in one of them. */
  static ImmutableList<Script> some(int users) {
    return IntStream.range(0, Math.max(1, USERS / users))
        .mapToObj(number -> script(number, users))
        .collect(ImmutableList.toImmutableList());
  }

  private static Script script(int number, int users) {
    Scenario scenario = scenario(new SplittableRandom(number), users);
    Map<UserId, Platform> platforms = new HashMap<>();
    scenario.participants().forEach(who -> platforms.put(who.uid(), who.platform()));
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(0, "begin", ",\"clock\":\"virtual\",\"features\":[\"announces\"]"));
    for (Step step : scenario.steps()) {
      String rest = ",\"do\":\"" + step.action().id() + "\"" + uid(step.uid());
      Platform platform = Objects.requireNonNull(platforms.get(step.uid()));
      // A user's first line is its join, and says its platform.
      boolean isFirst = step.action() == Action.JOIN;
      lines.add(
          new Line(
              step.atMillis(),
              "at",
              isFirst ? rest + ",\"platform\":\"" + platform.id() + "\"" : rest));
    }
    Answer.Ran ran = (Answer.Ran) new ReferencePort().run(scenario, PROFILE);
    List<Line> callbacks =
        ran.trace().callbacks().stream()
            .map(seen -> new Line(seen.atMillis(), "at", callback(seen)))
            .toList();
    lines.addAll(callbacks);
    lines.add(new Line(scenario.untilMillis(), "end", ""));
    // Stable: at one instant, what was done comes before what followed.
    lines.sort(Comparator.comparingLong(Line::atMillis));
    return new Script(
        ImmutableList.copyOf(lines),
        callbacks.isEmpty() ? lines.size() : lines.indexOf(callbacks.get(0)));
  }

  /** All join; then each loses the network once or leaves, one at a time or nearly so. */
  private static Scenario scenario(SplittableRandom random, int users) {
    ImmutableScenario.Builder scenario = ImmutableScenario.builder();
    List<Step> steps = new ArrayList<>();
    Set<UserId> uids = new HashSet<>();
    while (uids.size() < users) {
      UserId uid = UserId.of(random.nextLong(1, 1L << 32));
      if (uids.add(uid)) {
        scenario.addParticipants(
            new Participant(uid, PLATFORMS.get(random.nextInt(PLATFORMS.size()))));
        steps.add(Step.of(random.nextLong(JOINED_BY_MILLIS), Action.JOIN, uid));
      }
    }
    long nowMillis = JOINED_BY_MILLIS;
    for (Step join : ImmutableList.copyOf(steps)) {
      nowMillis += random.nextLong(1, 10_000);
      boolean stays = random.nextInt(4) > 0;
      steps.add(Step.of(nowMillis, stays ? Action.DROP : Action.LEAVE, join.uid()));
      if (stays) {
        long outage = OUTAGES.get(random.nextInt(OUTAGES.size()));
        steps.add(Step.of(nowMillis + outage, Action.RESTORE, join.uid()));
      }
    }
    steps.sort(Comparator.comparingLong(Step::atMillis));
    return scenario.addAllSteps(steps).untilMillis(nowMillis + REST_MILLIS).build();
  }

  private static String uid(UserId uid) {
    return ",\"uid\":" + uid;
  }

  private static String callback(TracedCallback seen) {
    StringBuilder text = new StringBuilder(uid(seen.uid()));
    text.append(",\"name\":\"").append(seen.callback().name()).append('"');
    seen.callback().peer().ifPresent(peer -> text.append(",\"peer\":").append(peer));
    seen.callback()
        .reason()
        .ifPresent(
            why ->
                text.append(",\"reason\":\"")
                    .append(why.name().toLowerCase(Locale.ROOT))
                    .append('"'));
    return text.toString();
  }
}
