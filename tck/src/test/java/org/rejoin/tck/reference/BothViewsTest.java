package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.ImmutableScenario;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.Participant;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.ServerEvent;
import org.rejoin.tck.scenario.ServerEvent.ConnectAttempt;
import org.rejoin.tck.scenario.Step;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.stage.Stage;
import org.rejoin.tck.stage.StagedCheck;

/**
 * One user's app is told the same, in the same order, whether the reference hosts the whole channel
 * or that one client while the kit plays the rest.
 */
class BothViewsTest {
  private static final ImmutableSet<Platform> ALL = ImmutableSet.copyOf(Platform.values());
  private static final ReferencePort CHANNELS = new ReferencePort();
  private static final ReferencePort CLIENTS = new ReferencePort(ALL, Hello.View.CLIENT);

  /** The shipped profiles give up after 20 minutes at the earliest, which is too long to meet. */
  private static final Profile GIVES_UP =
      ImmutableProfile.builder()
          .id("gives-up")
          .interruptedAfterMillis(4_000)
          .lostAfterMillis(10_000)
          .lostOrigin(LostOrigin.LAST_DATA)
          .goneAfterMillis(20_000)
          .webGoneAfterMillis(10_000)
          .channelDestroyedAfterMillis(10_000)
          .giveUpAfterMillis(12_000)
          .build();

  @Test
  void agreeOnEveryCheckOfEveryProfile() {
    for (Profile profile : Profiles.ALL) {
      assertEquals(List.of(), differences(Catalogue.checks(profile), profile), profile.id());
    }
  }

  @Test
  void agreeOnGeneratedScenarios() {
    assertEquals(
        List.of(), differences(generated(5_000, Profiles.AGORA_2019_05), Profiles.AGORA_2019_05));
  }

  @Test
  void agreeOnUsersThatGiveUp() {
    assertEquals(List.of(), differences(generated(2_000, GIVES_UP), GIVES_UP));
  }

  @Test
  void agreeOnTheClientsOwnAttempts() {
    List<Check> checks = new ArrayList<>();
    for (String server : new String[] {"s1", "s2", "s3"}) {
      for (long back = 5_000; back <= 40_000; back += 500) {
        Scenario outage = outage(back, server);
        checks.add(Check.given(server + "/" + back, "", outage));
      }
    }
    assertEquals(List.of(), differences(ImmutableList.copyOf(checks), Profiles.AGORA_2019_05));
    Trace seen =
        run(CLIENTS, Stage.view(outage(11_500, "s1"), UserId.of(1), Profiles.AGORA_2019_05));
    assertEquals(new ConnectAttempt(9_000, UserId.of(1), "s2"), seen.server().get(0));
    assertEquals(6, seen.server().size());
  }

  @Test
  void oneClientShowsNoChannels() {
    Scenario alone =
        ImmutableScenario.builder()
            .addParticipants(new Participant(UserId.of(1), Platform.WEB))
            .addSteps(Step.of(0, Action.JOIN, UserId.of(1)), Step.of(1, Action.LEAVE, UserId.of(1)))
            .untilMillis(20_000)
            .build();
    assertEquals(1, run(CHANNELS, alone).server().size());
    assertEquals(0, run(CLIENTS, alone).server().size());
  }

  @Test
  void eachViewRefusesTheOthersScenarios() {
    assertEquals(Hello.View.CLIENT, CLIENTS.hello().view());
    assertEquals(Hello.View.CHANNEL, CHANNELS.hello().view());
    Scenario whole = outage(6_000, "s1");
    assertEquals(
        "participants: a port with view client hosts one user, there are 2",
        assertThrows(InvalidScenarioException.class, () -> run(CLIENTS, whole)).getMessage());
    Scenario view = Stage.view(whole, UserId.of(1), Profiles.AGORA_2019_05);
    assertEquals(
        "steps: 'peer-heard' is for ports with view client",
        assertThrows(InvalidScenarioException.class, () -> run(CHANNELS, view)).getMessage());
  }

  private static List<String> differences(ImmutableList<Check> checks, Profile profile) {
    List<String> differences = new ArrayList<>();
    int views = 0;
    for (Check check : checks) {
      Trace whole = run(CHANNELS, check.scenario(), profile);
      for (StagedCheck view : Stage.views(check, ALL, profile)) {
        views++;
        if (differences.size() < 3) {
          difference(view, whole, profile).ifPresent(differences::add);
        }
      }
    }
    assertTrue(views >= checks.size(), views + " views of " + checks.size() + " checks");
    return differences;
  }

  private static Optional<String> difference(StagedCheck view, Trace whole, Profile profile) {
    Trace expected = only(whole, view.user());
    Scenario staged = view.scenario();
    Trace seen = run(CLIENTS, staged, profile);
    return seen.equals(expected)
        ? Optional.empty()
        : Optional.of(
            view.id()
                + "\n"
                + ScenarioJson.toJson(view.check().scenario())
                + "\n"
                + ScenarioJson.toJson(staged)
                + "\nexpected "
                + ScenarioJson.toJson(expected)
                + "\nseen "
                + ScenarioJson.toJson(seen)
                + "\n");
  }

  /** What concerns one user in the trace of a whole channel. */
  private static Trace only(Trace whole, UserId user) {
    return new Trace(
        whole.callbacks().stream()
            .filter(traced -> traced.uid().equals(user))
            .collect(ImmutableList.toImmutableList()),
        whole.server().stream()
            .filter(event -> isAttemptOf(user, event))
            .collect(ImmutableList.toImmutableList()));
  }

  private static boolean isAttemptOf(UserId user, ServerEvent event) {
    return event instanceof ConnectAttempt attempt && attempt.uid().equals(user);
  }

  private static ImmutableList<Check> generated(int count, Profile profile) {
    Generator generator = new Generator(profile, 6);
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    for (int index = 0; index < count; index++) {
      Scenario scenario = generator.generate(7, index);
      checks.add(Check.given(scenario.name(), "generated", scenario));
    }
    return checks.build();
  }

  private static Scenario outage(long backMillis, String server) {
    UserId one = UserId.of(1);
    UserId two = UserId.of(2);
    return ImmutableScenario.builder()
        .addParticipants(new Participant(one, Platform.ANDROID), new Participant(two, Platform.WEB))
        .addServers("s1", "s2", "s3")
        .addSteps(
            Step.of(0, Action.JOIN, one),
            Step.of(0, Action.JOIN, two),
            Step.of(5_000, Action.DROP, one),
            Step.of(backMillis, Action.RESTORE, one).withServer(server))
        .untilMillis(60_000)
        .build();
  }

  private static Trace run(ReferencePort port, Scenario scenario) {
    return run(port, scenario, Profiles.AGORA_2019_05);
  }

  private static Trace run(ReferencePort port, Scenario scenario, Profile profile) {
    return assertInstanceOf(Answer.Ran.class, port.run(scenario, profile)).trace();
  }
}
