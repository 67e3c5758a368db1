package org.rejoin.tck.report.html;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import j2html.tags.DomContent;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.api.LostOrigin;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.report.CoverageText;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.scenario.Feature;

/** Who was judged, by whom and by which constants. */
final class AboutSection {
  private static final int MOST_GAPS = 50;

  private AboutSection() {}

  static Section section(RunResult result, String kit) {
    return new Section(
        "about",
        "About this run",
        ImmutableList.of(div(port(result, kit), profile(result.profile())).withClass("tables")));
  }

  private static DomContent port(RunResult result, String kit) {
    Hello hello = result.port();
    ImmutableMap.Builder<String, DomContent> facts = ImmutableMap.builder();
    facts.put("name", Bits.name(hello.name()));
    facts.put("version", Bits.name(hello.version()));
    facts.put("platforms", text(joined(hello.platforms().stream().map(Platform::id))));
    facts.put("view", text(word(hello.view())));
    facts.put("clock", text(word(hello.clock())));
    if (hello.clock() == Hello.Clock.REAL) {
      facts.put("time scale", text(String.valueOf(hello.timeScale())));
    }
    facts.put(
        "features",
        text(
            hello.features().isEmpty()
                ? "none"
                : joined(hello.features().stream().map(Feature::id))));
    if (!hello.unsupported().isEmpty()) {
      facts.put("declared gaps", gaps(hello));
    }
    result.coverage().ifPresent(count -> facts.put("coverage", text(CoverageText.of(count))));
    facts.put("kit", text(kit));
    facts.put("seed", text(String.valueOf(result.seed())));
    facts.put("exit code", text(String.valueOf(result.exitCode())));
    return table("The port and the run", facts.buildOrThrow());
  }

  private static DomContent gaps(Hello hello) {
    return each(
        hello.unsupported().stream().limit(MOST_GAPS).toList(),
        gap ->
            div(
                Bits.said(
                    gap.feature()
                        + ": "
                        + gap.reason()
                        + gap.issue().map(issue -> " (" + issue + ")").orElse(""))));
  }

  private static DomContent profile(Profile profile) {
    ImmutableMap.Builder<String, DomContent> facts = ImmutableMap.builder();
    facts.put("profile", code(profile.id()));
    facts.put("interrupted", seconds(profile.interruptedAfterMillis(), "without server data"));
    facts.put("lost", seconds(profile.lostAfterMillis(), origin(profile.lostOrigin())));
    facts.put("gone", seconds(profile.goneAfterMillis(), "without a packet"));
    if (profile.liveGoneAfterMillis() != profile.goneAfterMillis()) {
      facts.put("gone, live mode", seconds(profile.liveGoneAfterMillis(), "without a packet"));
    }
    facts.put("gone, on Web", seconds(profile.webGoneAfterMillis(), "without a packet"));
    facts.put("channel destroyed", seconds(profile.channelDestroyedAfterMillis(), "empty"));
    facts.put("attempts apart", seconds(profile.attemptsAtMostApartMillis(), "at most"));
    facts.put(
        "gives up",
        profile.giveUpAfterMillis().isPresent()
            ? seconds(profile.giveUpAfterMillis().getAsLong(), "after the loss")
            : text("never"));
    return table("The constants in force", facts.buildOrThrow());
  }

  private static String origin(LostOrigin origin) {
    return switch (origin) {
      case LAST_DATA -> "after the last data";
      case INTERRUPTED -> "after interrupted";
    };
  }

  private static DomContent seconds(long millis, String since) {
    return text(ScenarioText.seconds(millis) + " " + since);
  }

  private static DomContent table(String title, Map<String, DomContent> facts) {
    return j2html.TagCreator.table(
            caption(title),
            tbody(
                each(
                    facts.entrySet(),
                    fact -> tr(th(fact.getKey()).attr("scope", "row"), td(fact.getValue())))))
        .withClass("plain");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }
}
