package org.rejoin.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.Divergence;
import org.rejoin.tck.oracle.Oracle;
import org.rejoin.tck.scenario.Feature;
import org.rejoin.tck.scenario.Generator;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.scenario.Trace;
import org.rejoin.tck.shrink.Scenarios;

/** The reference and the oracle were written apart from one text; each difference is a defect. */
class ReferenceAgainstOracleTest {
  private static final ImmutableSet<Feature> ALL = ImmutableSet.copyOf(Feature.values());

  @Test
  void agreeOnGeneratedScenariosUnderEveryProfile() {
    for (Profile profile : Profiles.ALL) {
      Generator generator = new Generator(profile, 5);
      List<String> differences = new ArrayList<>();
      for (long index = 0; index < 5_000 && differences.size() < 5; index++) {
        differences.addAll(differences(generator.generate(1, index), profile));
      }
      assertEquals(List.of(), differences, profile.id());
    }
  }

  @Provide
  Arbitrary<Scenario> generated() {
    return Scenarios.arbitrary(Profiles.AGORA_2019_05, 5);
  }

  @Property(tries = 2_000)
  void agreeWhateverTheSeed(@ForAll("generated") Scenario scenario) {
    Scenario smallest =
        Scenarios.smallest(
            scenario,
            Profiles.AGORA_2019_05,
            other -> !differences(other, Profiles.AGORA_2019_05).isEmpty());
    assertEquals(List.of(), differences(smallest, Profiles.AGORA_2019_05));
  }

  private static List<String> differences(Scenario scenario, Profile profile) {
    Trace trace = new World(scenario, profile).run();
    ImmutableList<Divergence> divergences =
        new Oracle(profile, ALL).judge(scenario, trace).divergences();
    return divergences.stream()
        .limit(1)
        .map(
            divergence ->
                divergence.rules()
                    + " "
                    + divergence.message()
                    + "\n"
                    + ScenarioJson.toJson(scenario)
                    + "\n"
                    + ScenarioJson.toJson(trace)
                    + "\n")
        .toList();
  }
}
