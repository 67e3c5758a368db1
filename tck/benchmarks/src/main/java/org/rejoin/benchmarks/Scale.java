package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.Judgement;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Step;

/**
 * How time and memory grow: the same work at sizes far apart, each once, with what it took for one
 * line or callback. A figure that stays is linear growth.
 */
final class Scale {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;
  private static final long MEGABYTE = 1_000_000;
  private static final long OUTAGE_MILLIS = 32_000;
  private static final ImmutableList<Platform> PLATFORMS = ImmutableList.copyOf(Platform.values());

  private final StringBuilder table =
      new StringBuilder("| what | size | took | for each | peak memory |\n|---|---|---|---|---|\n");

  private Scale() {}

  static String markdown() throws IOException, InterruptedException {
    Scale scale = new Scale();
    for (int scenarios : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
      scale.run(scenarios);
    }
    for (long megabytes : new long[] {10, 100, 1_000}) {
      scale.recording(
          String.format(Locale.ROOT, "%,d MB, 1,000 channels open", megabytes),
          new RecordingFile.Wanted(megabytes * MEGABYTE, 2, 1_000, 0),
          "-Xmx256m");
    }
    for (int open : new int[] {1, 100, 10_000, 1_000_000}) {
      scale.recording(
          String.format(Locale.ROOT, "%,d channels open, 500 MB", open),
          new RecordingFile.Wanted(500 * MEGABYTE, 2, open, 0),
          "-Xmx8g");
    }
    for (int users : new int[] {2, 10, 100, 1_000}) {
      scale.recording(
          String.format(Locale.ROOT, "%,d users a channel, 200 MB", users),
          new RecordingFile.Wanted(200 * MEGABYTE, users, 1, 0),
          "-Xmx2g");
    }
    for (int users : new int[] {2, 10, 100, 1_000}) {
      scale.scenario(
          String.format(Locale.ROOT, "%,d users, each loses the network once", users),
          outages(users, users, users));
    }
    for (int users : new int[] {100, 1_000}) {
      scale.scenario(
          String.format(Locale.ROOT, "%,d users in channels of 10, all lose it", users),
          outages(users, 10, users));
    }
    for (int outages : new int[] {5, 50, 500, 5_000, 50_000}) {
      scale.scenario(
          String.format(Locale.ROOT, "2 users, %,d outages", outages), outages(2, 2, outages));
    }
    return scale.table.toString();
  }

  /** {@code rejoin run} on the reference, a whole process. */
  private void run(int scenarios) throws IOException, InterruptedException {
    String heap = "-Xmx256m";
    Children.Ended ended =
        Children.end(Processes.run("-q", "--scenarios", String.valueOf(scenarios)), heap);
    add(
        "`rejoin run`, " + heap,
        String.format(Locale.ROOT, "%,d generated scenarios", scenarios),
        ended.nanos(),
        scenarios,
        "generated scenario",
        ended.peakBytes());
  }

  /** {@code rejoin check}, a whole process with the heap that is given. */
  private void recording(String size, RecordingFile.Wanted wanted, String heap)
      throws IOException, InterruptedException {
    RecordingFile.Made made = RecordingFile.temporary(wanted);
    try {
      Children.Ended ended =
          Children.end(
              ImmutableList.of(Processes.REJOIN, "check", "-q", made.file().toString()), heap);
      add("`rejoin check`, " + heap, size, ended.nanos(), made.lines(), "line", ended.peakBytes());
    } finally {
      made.file().toFile().delete();
    }
  }

  /** In process: the reference runs it, the oracle judges it, it is written and read as JSON. */
  private void scenario(String size, Scenario scenario) throws IOException {
    ReferencePort reference = new ReferencePort();
    long begin = System.nanoTime();
    Answer.Ran ran = (Answer.Ran) reference.run(scenario, PROFILE);
    long afterRun = System.nanoTime();
    Judgement judgement =
        new Oracle(PROFILE, reference.hello().features()).judge(scenario, ran.trace());
    long afterJudging = System.nanoTime();
    Scenario again = ScenarioJson.read(ScenarioJson.toJson(scenario));
    long afterReading = System.nanoTime();
    if (!judgement.conforms() || !again.equals(scenario)) {
      throw new IllegalStateException(size + " does not conform");
    }
    long things = (long) scenario.steps().size() + ran.trace().callbacks().size();
    String counted = "step or callback";
    add("run on the reference", size, afterRun - begin, things, counted, 0);
    add("judged", size, afterJudging - afterRun, things, counted, 0);
    add("written and read", size, afterReading - afterJudging, scenario.steps().size(), "step", 0);
  }

  /** All join at once; then so many outages come one after the other, each by the next user. */
  private static Scenario outages(int users, int inAChannel, int outages) {
    ImmutableScenario.Builder scenario = ImmutableScenario.builder();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      UserId uid = UserId.of(1 + i);
      scenario.addParticipants(new Participant(uid, PLATFORMS.get(i % PLATFORMS.size())));
      Step join = Step.of(0, Action.JOIN, uid);
      steps.add(i < inAChannel ? join : join.withChannel("channel-" + i / inAChannel));
    }
    long nowMillis = 0;
    for (int i = 0; i < outages; i++) {
      UserId uid = UserId.of(1 + i % users);
      nowMillis += 1_000;
      steps.add(Step.of(nowMillis, Action.DROP, uid));
      nowMillis += OUTAGE_MILLIS;
      steps.add(Step.of(nowMillis, Action.RESTORE, uid));
    }
    return scenario.addAllSteps(steps).untilMillis(nowMillis + OUTAGE_MILLIS).build();
  }

  private void add(
      String what, String size, long nanos, long things, String thing, long peakBytes) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %.3f s | %s a %s | %s |%n",
            what,
            size,
            nanos / 1e9,
            Unit.NANOS.show((double) nanos / things),
            thing,
            peakBytes > 0 ? Unit.MEBIBYTES.show((double) peakBytes) : "");
    System.err.print(row);
    table.append(row);
  }
}
