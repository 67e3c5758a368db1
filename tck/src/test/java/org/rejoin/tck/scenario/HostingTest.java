package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rejoin.api.Family;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;

/** Written scenarios are played on whichever platform of a family a port has. */
class HostingTest {
  private static final Profile PROFILE = Profiles.AGORA_2019_05;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NET-05/lost-after-10s | android | Played with user 1 on android, not linux;"
            + " user 2 on android, not linux.",
        "NET-01/interrupted-after-4s | android,windows | Played with user 3 on android, not linux.",
        "NET-06/lost-after-10s | ios | Played with user 1 on ios, not macos.",
        "NET-10/android-dropped-12s | linux,web | Played with user 1 on linux, not android.",
        "matrix/linux-web/dropped/late/live | android | ''",
        "boundary/lost/linux/10000 | android | ''",
      })
  void theSentenceSaysWhoIsOnAnotherPlatform(String id, String platforms, String said) {
    ImmutableSet.Builder<Platform> hosted = ImmutableSet.builder();
    for (String platform : platforms.split(",", 0)) {
      hosted.add(Platform.valueOf(platform.toUpperCase(Locale.ROOT)));
    }
    Check written = check(Hosting.EVERY, id);
    Check played = check(only(hosted.build()), id);
    assertEquals(said.isEmpty() ? written.about() : written.about() + " " + said, played.about());
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void eachAppIsToldTheSameOnAnyPlatformOfItsFamily(Platform platform) {
    Hosting hosting = only(ImmutableSet.of(platform));
    for (Profile profile : Profiles.ALL) {
      ImmutableList<Check> written = Catalogue.checks(profile);
      ImmutableList<Check> played = Catalogue.checks(profile, hosting);
      for (int i = 0; i < written.size(); i++) {
        assertEquals(written.get(i).id(), played.get(i).id());
        assertEquals(
            told(written.get(i), profile), told(played.get(i), profile), written.get(i).id());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aRulesOwnCheckHasNobodyElsewhereInTheFamilyThatAPortPlaysOnePlatformOf(Family family) {
    EnumSet<Platform> members = EnumSet.allOf(Platform.class);
    members.removeIf(platform -> platform.family() != family);
    for (Platform hosted : members) {
      for (Check check : Catalogue.checks(PROFILE, only(ImmutableSet.of(hosted)))) {
        if (check.origin().owner().isPresent()) {
          check.scenario().participants().stream()
              .filter(who -> who.platform().family() == family)
              .forEach(who -> assertEquals(hosted, who.platform(), check.id()));
        }
      }
    }
  }

  @Test
  void anIdIsTheSameWithAndWithoutItsSuffix() {
    assertEquals("generated/1/17", Hosting.withoutSuffix("generated/1/17@android-any"));
    assertEquals("generated/1/17", Hosting.withoutSuffix("generated/1/17"));
  }

  @Test
  void whereThePortPlaysEveryPlatformNothingIsMoved() {
    for (Check check : Catalogue.checks(PROFILE)) {
      assertSame(check, Hosting.EVERY.inFamilies(check));
    }
  }

  private static Hosting only(ImmutableSet<Platform> platforms) {
    return new Hosting(Sets.immutableEnumSet(platforms), Sets.immutableEnumSet(platforms));
  }

  private static Check check(Hosting hosting, String id) {
    return Catalogue.checks(PROFILE, hosting).stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Trace told(Check check, Profile profile) {
    return ((Answer.Ran) new ReferencePort().run(check.scenario(), profile)).trace();
  }
}
