package org.rejoin.tck.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.scenario.Participant;

/** What a run judges of all there is. */
class SelectionTest {
  private static final Plan PLAN = Plan.of(Profiles.AGORA_2019_05, 7, 20);

  @Test
  void aGeneratedChecksIdIsKnownBeforeItIsMade() {
    for (int index = 0; index < PLAN.size(); index++) {
      assertEquals(PLAN.id(index), PLAN.check(index).id());
    }
    int last = PLAN.size() - Properties.ALL.size() - 1;
    assertEquals("generated/7/19", PLAN.id(last));
    assertEquals(PLAN.check(last), PLAN.check(last));
    assertEquals("property/grammar", PLAN.id(last + 1));
  }

  @Test
  void aRulesIdMeansTheRulesOwnChecks() {
    assertEquals(ids("NET-10/**"), ids("NET-10"));
    assertEquals(ids("NET-10/**"), ids("net-10"));
    assertFalse(ids("NET-10").isEmpty());
    assertTrue(ids("NET-10").stream().allMatch(id -> id.startsWith("NET-10/")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NET-1?            | NET-10           | true",
        "NET-1?/*          | NET-10/a         | true",
        "NET-1?/*          | NET-10/a/b       | false",
        "net-1?/*          | NET-10/a         | false",
        "{NET,KILL}-*/**   | KILL-01/a/b      | true",
        "{NET,KILL}-*/**   | DRV-01/a/b       | false",
        "NET-0[1-3]/*      | NET-02/a         | true",
        "NET-0[!1-3]/*     | NET-02/a         | false",
        "NET-0[!1-3]/*     | NET-04/a         | true",
        "NET-01[!a]a       | NET-01/a         | false",
        "a.c               | abc              | false",
        "a,b}(             | a,b}(            | true",
        "matrix/**/live    | matrix/a/b/live  | true",
        "matrix/*/live     | matrix/a/b/live  | false"
      })
  void aGlobMeansTheSameOnEverySystem(String glob, String id, boolean matches) {
    assertEquals(matches, new Glob(glob).matches(id));
  }

  @Test
  void skipTakesAwayFromOnly() {
    ImmutableSelection selection =
        ImmutableSelection.builder()
            .addOnly(new Glob("generated/**"))
            .addSkip(new Glob("generated/7/?"))
            .build();
    assertEquals(
        IntStream.range(10, 20).mapToObj(index -> "generated/7/" + index).toList(),
        ids(selection.of(PLAN)));
  }

  @Test
  void onlyChecksWhoseUsersAreAllOnThePlatformsAreSelected() {
    ImmutableIntArray web =
        ImmutableSelection.builder().addPlatforms(Platform.WEB).build().of(PLAN);
    assertFalse(web.isEmpty());
    assertEquals(
        Properties.IDS.asList(),
        ids(web).stream().filter(Properties.IDS::contains).toList(),
        "a property's sample is made for the platforms");
    web.forEach(
        index ->
            assertTrue(
                PLAN.property(index).isPresent()
                    || PLAN.check(index).scenario().participants().stream()
                        .map(Participant::platform)
                        .allMatch(Platform.WEB::equals)));
  }

  @Test
  void shardsAddUpToTheWholeAndShareNothing() {
    for (ImmutableSelection base :
        ImmutableList.of(
            ImmutableSelection.builder().build(),
            ImmutableSelection.builder().addOnly(new Glob("matrix/**")).build())) {
      TreeSet<Integer> seen = new TreeSet<>();
      int sum = 0;
      for (int shard = 1; shard <= 7; shard++) {
        ImmutableIntArray part = base.withShard(new Shard(shard, 7)).of(PLAN);
        part.forEach(seen::add);
        sum += part.length();
      }
      assertEquals(base.of(PLAN).asList(), ImmutableList.copyOf(seen));
      assertEquals(base.of(PLAN).length(), sum);
    }
  }

  @Test
  void thereIsNoShardBeyondTheLast() {
    for (int number : new int[] {0, 4}) {
      assertEquals(
          "there is no shard " + number + " of 3",
          assertThrows(IllegalArgumentException.class, () -> new Shard(number, 3)).getMessage());
    }
  }

  @Test
  void aGlobThatMatchesNothingIsFound() {
    ImmutableSelection selection =
        ImmutableSelection.builder().addOnly(new Glob("matrix/**")).addSkip(new Glob("no")).build();
    assertEquals(
        Optional.of("no"), selection.unmatched(ImmutableList.of(PLAN)).map(Glob::toString));
    assertEquals(
        Optional.empty(), selection.withSkip(new Glob("NET-01")).unmatched(ImmutableList.of(PLAN)));
  }

  @Test
  void aGlobOfMovedUsersIsNotRefusedBeforeThePortIsKnown() {
    Selection selection =
        ImmutableSelection.builder().addOnly(new Glob("generated/7/3@android")).build();
    assertEquals(Optional.empty(), selection.unmatched(ImmutableList.of(PLAN)));
    Selection beyond =
        ImmutableSelection.builder().addOnly(new Glob("generated/7/20@android")).build();
    assertTrue(beyond.unmatched(ImmutableList.of(PLAN)).isPresent());
  }

  private static List<String> ids(String glob) {
    return ids(ImmutableSelection.builder().addOnly(new Glob(glob)).build().of(PLAN));
  }

  private static List<String> ids(ImmutableIntArray indexes) {
    return indexes.stream().mapToObj(PLAN::id).toList();
  }
}
