package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rejoin.api.Platform;
import org.rejoin.tck.scenario.Feature;

/** Reads a port's hello. */
final class HelloReader {
  static final int PROTOCOL = 1;

  private HelloReader() {}

  /**
   * Reads it.
   *
   * @throws ProtocolException naming the field that is wrong
   */
  static Hello read(JsonNode message) {
    Fields fields = new Fields(message, "");
    if (!fields.text("type").equals("hello")) {
      throw fields.wrong("type", "\"hello\"");
    }
    if (fields.whole("protocol") != PROTOCOL) {
      throw fields.wrong("protocol", "1, the only one that this kit speaks");
    }
    return ImmutableHello.builder()
        .name(fields.text("name"))
        .version(fields.text("version"))
        .addAllPlatforms(platforms(fields))
        .view(fields.text("view").equals("client") ? Hello.View.CLIENT : channelView(fields))
        .clock(fields.text("clock").equals("real") ? Hello.Clock.REAL : virtualClock(fields))
        .addAllFeatures(features(fields))
        .concurrency(concurrency(fields))
        .timeScale(timeScale(fields))
        .profile(fields.optionalText("profile"))
        .addAllUnsupported(gaps(fields))
        .build();
  }

  private static ImmutableSet<Platform> platforms(Fields fields) {
    ImmutableSet<Platform> platforms =
        words(fields, "platforms", Platform::ofId, Platform.values());
    if (platforms.isEmpty()) {
      throw fields.wrong("platforms", "at least one platform");
    }
    return platforms;
  }

  private static ImmutableSet<Feature> features(Fields fields) {
    return fields.has("features")
        ? words(fields, "features", Feature::ofId, Feature.values())
        : ImmutableSet.of();
  }

  private static <T> ImmutableSet<T> words(
      Fields fields, String name, Function<String, Optional<T>> ofId, T[] all) {
    ImmutableSet.Builder<T> words = ImmutableSet.builder();
    for (JsonNode word : fields.list(name)) {
      words.add(
          ofId.apply(word.asText())
              .orElseThrow(
                  () ->
                      new ProtocolException(
                          "`" + name + "` has " + Fields.shown(word) + "; known are " + ids(all))));
    }
    return words.build();
  }

  private static ImmutableList<String> ids(Object[] all) {
    return Arrays.stream(all)
        .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(ImmutableList.toImmutableList());
  }

  private static Hello.View channelView(Fields fields) {
    if (!fields.text("view").equals("channel")) {
      throw fields.wrong("view", "\"channel\" or \"client\"");
    }
    return Hello.View.CHANNEL;
  }

  private static Hello.Clock virtualClock(Fields fields) {
    if (!fields.text("clock").equals("virtual")) {
      throw fields.wrong("clock", "\"virtual\" or \"real\"");
    }
    return Hello.Clock.VIRTUAL;
  }

  private static int concurrency(Fields fields) {
    if (!fields.has("concurrency")) {
      return 1;
    }
    long concurrency = fields.whole("concurrency");
    if (concurrency < 1 || concurrency > 1_000_000) {
      throw fields.wrong("concurrency", "from 1 to 1000000");
    }
    return (int) concurrency;
  }

  private static double timeScale(Fields fields) {
    if (!fields.has("timeScale")) {
      return 1.0;
    }
    double timeScale = fields.number("timeScale");
    if (timeScale <= 0) {
      throw fields.wrong("timeScale", "above 0");
    }
    return timeScale;
  }

  private static ImmutableList<Hello.Gap> gaps(Fields fields) {
    ImmutableList.Builder<Hello.Gap> gaps = ImmutableList.builder();
    for (JsonNode item : fields.optionalList("unsupported")) {
      Fields gap = new Fields(item, "unsupported[].");
      gaps.add(
          new Hello.Gap(
              gap.text("feature"),
              gap.optionalText("reason").orElse("no reason given"),
              gap.optionalText("issue")));
    }
    return gaps.build();
  }
}
