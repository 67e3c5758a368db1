package org.rejoin.tck.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;

class HostingTest {
  private static final ImmutableSet<Platform> EVERY = ImmutableSet.copyOf(Platform.values());
  private static final ImmutableSet<Platform> ANDROID = ImmutableSet.of(Platform.ANDROID);
  private static final Generator GENERATOR = new Generator(Profiles.AGORA_2019_05, 6);

  @Test
  void idsSayWhereUsersWereMovedTo() {
    assertEquals("", Hosting.EVERY.suffix());
    assertEquals("@android", new Hosting(ANDROID, ANDROID).suffix());
    assertEquals("@android-any", new Hosting(ANDROID, EVERY).suffix());
    ImmutableSet<Platform> two = ImmutableSet.of(Platform.WEB, Platform.ANDROID);
    assertEquals("@android+web", new Hosting(two, two).suffix());
    assertEquals("@android-android+web", new Hosting(ANDROID, two).suffix());
    assertEquals("", new Hosting(ImmutableSet.of(), ANDROID).suffix());
    assertEquals("generated/1/17", Hosting.withoutSuffix("generated/1/17@android-any"));
    assertEquals("generated/1/17", Hosting.withoutSuffix("generated/1/17"));
  }

  @Test
  void nobodyIsMovedForAPortOfAllPlatforms() {
    scenarios().forEach(one -> assertEquals(one, Hosting.EVERY.move(one)));
    Scenario one = GENERATOR.generate(1, 0);
    assertSame(one, new Hosting(ImmutableSet.of(), ANDROID).move(one));
  }

  @Test
  void everybodyIsWhereThePortPlaysAllUsers() {
    Hosting hosting = new Hosting(ANDROID, ANDROID);
    scenarios()
        .map(hosting::move)
        .forEach(
            moved ->
                assertTrue(
                    moved.participants().stream()
                        .allMatch(who -> who.platform() == Platform.ANDROID),
                    moved::toString));
  }

  @Test
  void oneUserAtLeastIsThePortsWhereTheKitPlaysTheOthersAndNoMoreAreMoved() {
    Hosting hosting = new Hosting(ANDROID, EVERY);
    scenarios()
        .forEach(
            one -> {
              boolean had =
                  one.participants().stream().anyMatch(who -> who.platform() == Platform.ANDROID);
              Scenario moved = hosting.move(one);
              Platform first = moved.participants().get(0).platform();
              assertTrue(had ? moved.equals(one) : first == Platform.ANDROID, moved::toString);
              assertEquals(
                  one.participants().subList(1, one.participants().size()),
                  moved.participants().subList(1, moved.participants().size()));
            });
  }

  private static Stream<Scenario> scenarios() {
    return IntStream.range(0, 300).mapToObj(index -> GENERATOR.generate(1, index));
  }
}
