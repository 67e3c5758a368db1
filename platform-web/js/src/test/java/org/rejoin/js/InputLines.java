package org.rejoin.js;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.Mode;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;

/**
 * Random input sequences as lines: {@code client UID PLATFORM MODE PROFILE NAME...}, then calls
 * with their arguments. The same seed gives the same lines.
 */
final class InputLines {
  private static final ImmutableList<String> ABOUT_OTHERS =
      ImmutableList.of(
          "userHeard", "userHeard", "userHeard", "userSilent", "userSilent", "userLeft");
  private static final ImmutableList<String> ABOUT_THE_LINK =
      ImmutableList.of(
          "linkUp",
          "linkUp",
          "linkUp",
          "linkUp",
          "linkUp",
          "linkDown",
          "linkDown",
          "join",
          "join",
          "end");

  /** Steps of time, with those that end at a deadline and beside one. */
  private static final long[] STEPS = {
    0, 0, 1, 10, 500, 1_000, 3_999, 4_000, 4_001, 6_000, 9_999, 10_000, 10_001, 15_000, 20_000,
    20_001, 60_000, 1_200_000
  };

  private static final long LARGEST_UID = 4_294_967_295L;
  private static final long LARGEST_TIME = 8_640_000_000_000_000L;

  private final Random random;

  InputLines(long seed) {
    this.random = new Random(seed);
  }

  /** One client with its calls. */
  ImmutableList<String> next() {
    long local = 1L + random.nextInt(6);
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add(client(local));
    long now = random.nextInt(8) == 0 ? LARGEST_TIME - 2_000_000 : random.nextInt(5_000) - 1_000L;
    lines.add("join " + now);
    lines.add("linkUp " + now);
    int calls = 5 + random.nextInt(40);
    for (int call = 0; call < calls; call++) {
      now = Math.min(LARGEST_TIME, now + STEPS[random.nextInt(STEPS.length)]);
      lines.add(call(local, now));
    }
    return lines.build();
  }

  private String client(long local) {
    Platform platform = any(ImmutableList.copyOf(Platform.values()));
    Profile profile = any(Profiles.ALL);
    Mode mode = any(ImmutableList.copyOf(Mode.values()));
    return String.join(
        " ",
        "client",
        Long.toString(local),
        platform.id(),
        mode.name().toLowerCase(Locale.ROOT),
        profile.id(),
        names(platform, profile));
  }

  private static String names(Platform platform, Profile profile) {
    return JvmReplay.adapter(platform).table().rows().entrySet().stream()
        .filter(row -> !row.getValue().isSilent())
        .map(
            row ->
                profile
                    .names()
                    .getOrDefault(
                        new CallbackKey(platform.family(), row.getKey()), row.getValue().name()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private String call(long local, long now) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> "advanceTo " + now;
      case 2, 3, 4 -> any(ABOUT_THE_LINK) + " " + now;
      case 5 -> mistake(local, now);
      default -> any(ABOUT_OTHERS) + " " + remote(local) + " " + now;
    };
  }

  /** Misuse now and then: the local user as a remote one, no user, time backwards. */
  private String mistake(long local, long now) {
    return switch (random.nextInt(4)) {
      case 0 -> "userHeard " + local + " " + now;
      case 1 -> "userLeft 0 " + now;
      case 2 -> "linkDown " + (now - 50_000_000);
      default -> "advanceTo " + now;
    };
  }

  /** One of a few users whose uids sort and hash in different orders. */
  private long remote(long local) {
    long uid = 1L + random.nextInt(8);
    return uid == local || random.nextInt(6) == 0 ? LARGEST_UID - random.nextInt(8) : uid;
  }

  private <T> T any(ImmutableList<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
