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

  private static final int MAX_LABEL = 200;
  private static final int MAX_CONCURRENCY = 1_000_000;

  /** A scenario of a minute takes most of a day then: slower ones are a slip. */
  private static final double MAX_TIME_SCALE = 1_000;

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
        .name(label(fields, "name"))
        .version(label(fields, "version"))
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

  /** A text that every report repeats. */
  private static String label(Fields fields, String name) {
    String text = fields.text(name);
    if (text.isBlank() || text.length() > MAX_LABEL) {
      throw fields.wrong(name, "a string of 1 to " + MAX_LABEL + " characters");
    }
    return text;
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
    if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
      throw fields.wrong("concurrency", "from 1 to " + MAX_CONCURRENCY);
    }
    return (int) concurrency;
  }

  private static double timeScale(Fields fields) {
    if (!fields.has("timeScale")) {
      return 1.0;
    }
    double timeScale = fields.number("timeScale");
    if (timeScale <= 0 || timeScale > MAX_TIME_SCALE) {
      throw fields.wrong("timeScale", "above 0 and at most 1000");
    }
    return timeScale;
  }

  private static ImmutableList<Hello.Gap> gaps(Fields fields) {
    ImmutableList.Builder<Hello.Gap> gaps = ImmutableList.builder();
    int index = 0;
    for (JsonNode item : fields.optionalList("unsupported")) {
      Fields gap = new Fields(item, "unsupported[" + index + "].");
      index++;
      gaps.add(
          new Hello.Gap(
              gap.text("feature"),
              gap.optionalText("reason").orElse("no reason given"),
              gap.optionalText("issue")));
    }
    return gaps.build();
  }
}
