package org.rejoin.tck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.stage.Stage;
import org.rejoin.tck.stage.StagedCheck;

/** The reference as a JavaScript port says byte for byte what it says on the JVM. */
class JavaScriptReferenceTest {
  private static final ImmutableSet<Platform> ALL = ImmutableSet.copyOf(Platform.values());
  private static final int MOST_USERS = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void sameTracesOfAFewScenarios(Hello.View view) throws Exception {
    Node.assume();
    assertSameTraces(view, ImmutableList.of(Profiles.AGORA_2019_05), 100);
  }

  @Tag("ci")
  @ParameterizedTest
  @EnumSource
  void sameTracesOfThousandsOfScenarios(Hello.View view) throws Exception {
    Node.demand();
    assertSameTraces(view, Profiles.ALL, 5_000);
  }

  @Test
  void aScenarioOfTheOtherViewIsAnErrorAndNotTheEnd() throws Exception {
    Node.assume();
    String two =
        "{\"type\":\"run\",\"id\":7,\"profile\":\"agora-2019-05\",\"scenario\":{\"participants\":"
            + "[{\"uid\":1,\"platform\":\"web\"},{\"uid\":2,\"platform\":\"web\"}],\"steps\":[],"
            + "\"until\":0}}";
    assertEquals(
        List.of(
            "{\"type\":\"error\",\"id\":7,\"message\":\"a port with view client hosts one user, there"
                + " are 2\"}"),
        Node.in(folder).run(List.of(two), "port.js", "--view", "client"));
  }

  private void assertSameTraces(Hello.View view, ImmutableList<Profile> profiles, int generated)
      throws Exception {
    ReferencePort jvm = new ReferencePort(ALL, view);
    List<String> requests = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Profile profile : profiles) {
      for (Scenario scenario : scenarios(view, profile, generated)) {
        int id = requests.size();
        requests.add(request(id, scenario, profile));
        Answer.Ran ran = (Answer.Ran) jvm.run(scenario, profile);
        String trace = ScenarioJson.toJson(ran.trace()).toString();
        expected.add("{\"type\":\"trace\",\"id\":" + id + "," + trace.substring(1));
      }
    }
    List<String> actual =
        Node.in(folder).run(requests, "port.js", "--view", view.name().toLowerCase(Locale.ROOT));
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertEquals(expected.get(i), actual.get(i), requests.get(i));
    }
    assertEquals(expected.size(), actual.size());
  }

  private static String request(int id, Scenario scenario, Profile profile) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "run")
        .put("id", id)
        .put("profile", profile.id())
        .set("scenario", ScenarioJson.toJson(scenario))
        .toString();
  }

  /** What is written down, and generated ones. */
  private static ImmutableList<Scenario> scenarios(
      Hello.View view, Profile profile, int generated) {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    checks.addAll(Catalogue.checks(profile));
    Generator generator = new Generator(profile, MOST_USERS);
    for (long index = 0; index < generated; index++) {
      checks.add(Check.given("generated/" + index, "", generator.generate(1, index)));
    }
    return checks.build().stream()
        .flatMap(
            check ->
                switch (view) {
                  case CHANNEL -> ImmutableList.of(check.scenario()).stream();
                  case CLIENT ->
                      Stage.views(check, ALL, profile).stream().map(StagedCheck::scenario);
                })
        .collect(ImmutableList.toImmutableList());
  }
}
