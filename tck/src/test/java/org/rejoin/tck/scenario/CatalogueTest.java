package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.ImmutableProfile;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/** What a run judges under each profile, in which order and under which names. */
class CatalogueTest {
  private static final Pattern DECISION = Pattern.compile("D-\\d\\d");

  /** Every decision of SPECIFICATION.md that a scenario under the default profile can show. */
  private static final ImmutableSet<String> SHOWN =
      ImmutableSet.of(
          "D-01", "D-02", "D-03", "D-09", "D-10", "D-11", "D-12", "D-13", "D-15", "D-17", "D-19",
          "D-20", "D-22", "D-26", "D-27", "D-28", "D-29", "D-33", "D-35", "D-38", "D-41", "D-43",
          "D-45");

  @Test
  void theRulesOwnComeFirstThenSituationsTheProfilesOwnTheMatrixAndTheBoundaries() {
    assertEquals(
        List.of("NET-01", "situation", "matrix", "boundary"), groups(Profiles.AGORA_2019_05));
    assertEquals(
        List.of("NET-01", "situation", "profile", "matrix", "boundary"),
        groups(Profiles.AGORA_CURRENT));
  }

  @Test
  void noIdIsThereTwice() {
    for (Profile profile : Profiles.ALL) {
      ImmutableList<String> ids =
          Catalogue.checks(profile).stream()
              .map(Check::id)
              .collect(ImmutableList.toImmutableList());
      assertEquals(ids.stream().distinct().toList(), ids, profile.id());
    }
  }

  @Test
  void aProfilesOwnScenariosBelongToNoOther() {
    for (Profile profile : Profiles.ALL) {
      Catalogue.checks(profile).stream()
          .map(Check::id)
          .filter(id -> id.startsWith("profile/"))
          .forEach(id -> assertTrue(id.startsWith("profile/" + profile.id() + "/"), id));
    }
  }

  @Test
  void aProfileThatIsNotShippedHasNoneOfItsOwn() {
    Profile custom = ImmutableProfile.copyOf(Profiles.AGORA_CURRENT).withId("house");
    assertEquals(List.of(), ProfileExamples.of(custom));
    assertFalse(ProfileExamples.of(Profiles.AGORA_CURRENT).isEmpty());
  }

  @Test
  void everyDecisionThatAScenarioCanShowIsShownByASituationThatNamesIt() {
    ImmutableSet<String> named =
        Situations.all().stream()
            .flatMap(example -> decisions(example.check().about()))
            .collect(ImmutableSet.toImmutableSet());
    assertEquals(ImmutableSet.of(), Sets.difference(SHOWN, named), "decisions without a situation");
  }

  @Test
  void everyDecisionThatASituationNamesIsInTheSpecification() throws IOException {
    ImmutableSet<String> written =
        decisions(Files.readString(Path.of("SPECIFICATION.md")))
            .collect(ImmutableSet.toImmutableSet());
    for (Profile profile : Profiles.ALL) {
      for (Check check : Catalogue.checks(profile)) {
        ImmutableSet<String> named =
            decisions(check.about()).collect(ImmutableSet.toImmutableSet());
        assertEquals(ImmutableSet.of(), Sets.difference(named, written), check.id());
      }
    }
  }

  /** The first part of the ids, where it changes; the rules count as one. */
  private static List<String> groups(Profile profile) {
    ImmutableSet<String> groups =
        Catalogue.checks(profile).stream()
            .map(check -> check.id().substring(0, check.id().indexOf('/')))
            .filter(group -> !group.contains("-") || group.equals("NET-01"))
            .collect(ImmutableSet.toImmutableSet());
    return groups.asList();
  }

  private static Stream<String> decisions(String text) {
    return DECISION.matcher(text).results().map(MatchResult::group);
  }
}
