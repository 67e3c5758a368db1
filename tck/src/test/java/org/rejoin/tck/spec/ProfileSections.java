package org.rejoin.tck.spec;

import static org.rejoin.tck.spec.Markdown.head;
import static org.rejoin.tck.spec.Markdown.platforms;
import static org.rejoin.tck.spec.Markdown.row;
import static org.rejoin.tck.spec.Markdown.signature;
import static org.rejoin.tck.spec.Markdown.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.CallbackNames;

/** The families, the constants of every profile, the callback names, and what follows from them. */
final class ProfileSections {
  private static final String BACK = "if it was told gone, when the user is back";

  private ProfileSections() {}

  static String families() {
    return Arrays.stream(Family.values())
            .map(family -> "**" + family + "** is " + platforms(family))
            .collect(Collectors.joining("; ", "The platforms fall into three families: ", ". "))
        + "All platforms of a family behave alike and use the same names.\n";
  }

  static String profiles() {
    List<String> columns = new ArrayList<>(List.of("what"));
    Profiles.ALL.forEach(profile -> columns.add("`" + profile.id() + "`"));
    StringBuilder text = new StringBuilder(head(columns.toArray(String[]::new)));
    line(text, "the server silent: interrupted after", p -> time(p.interruptedAfterMillis()));
    line(text, "still silent: lost after", ProfileSections::lost);
    line(
        text,
        "a user silent: gone for observers on AWL and APPLE after",
        p -> time(p.goneAfterMillis()));
    line(text, "the same in live mode", p -> time(p.liveGoneAfterMillis()));
    line(text, "a user silent: gone for observers on WEB after", p -> time(p.webGoneAfterMillis()));
    line(
        text,
        "everybody absent: channel destroyed after",
        p -> time(p.channelDestroyedAfterMillis()));
    line(
        text,
        "interrupted: an attempt to reconnect at least every",
        p -> time(p.attemptsAtMostApartMillis()));
    line(
        text,
        "trying to reconnect ends after",
        p -> p.giveUpAfterMillis().isPresent() ? time(p.giveUpAfterMillis().getAsLong()) : "never");
    line(text, "names that differ from the table below", p -> names(p.names().entrySet()));
    line(text, "names accepted besides", p -> names(p.aliases().entries()));
    return text.append("\nThe default is `")
        .append(Profiles.ALL.get(0).id())
        .append("`, the published text word for word.\n")
        .toString();
  }

  private static void line(StringBuilder text, String what, Function<Profile, String> cell) {
    List<String> cells = new ArrayList<>(List.of(what));
    Profiles.ALL.forEach(profile -> cells.add(cell.apply(profile)));
    text.append(row(cells));
  }

  private static String lost(Profile profile) {
    String after = time(profile.lostAfterMillis());
    return switch (profile.lostOrigin()) {
      case LAST_DATA -> after + " from the last data";
      case INTERRUPTED ->
          after
              + " from interrupted, so "
              + time(profile.lostSinceLastDataMillis())
              + " from the last data";
    };
  }

  private static String names(Iterable<? extends Map.Entry<CallbackKey, String>> names) {
    List<String> all = new ArrayList<>();
    names.forEach(
        entry ->
            all.add(
                entry.getKey().family()
                    + " "
                    + words(entry.getKey().kind())
                    + ": `"
                    + entry.getValue()
                    + "`"));
    return all.isEmpty() ? "none" : String.join(", ", all);
  }

  static String callbacks() {
    StringBuilder text = new StringBuilder(head("event", "meaning", "AWL", "APPLE", "WEB"));
    for (Event.Kind kind : Event.Kind.values()) {
      List<String> cells = new ArrayList<>(List.of(words(kind), meaning(kind)));
      for (Family family : Family.values()) {
        CallbackKey key = new CallbackKey(family, kind);
        cells.add(signature(Objects.requireNonNull(CallbackNames.table().get(key))));
      }
      text.append(row(cells));
    }
    return text.toString();
  }

  private static String words(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> "interrupted";
      case LOST -> "lost";
      case REJOINED -> "rejoined";
      case USER_DROPPED -> "gone (dropped)";
      case USER_QUIT -> "gone (quit)";
      case USER_JOINED -> "back, or joined";
    };
  }

  private static String meaning(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> "the local user hears nothing from the server";
      case LOST -> "it still hears nothing";
      case REJOINED -> "it was interrupted and hears the server again";
      case USER_DROPPED -> "a remote user was silent for the whole window";
      case USER_QUIT -> "a remote user said goodbye";
      case USER_JOINED -> "a remote user is there, for the first time or again";
    };
  }

  static String outage() {
    Profile p = Profiles.AGORA_2019_05;
    String interrupted = "if r > " + time(p.interruptedAfterMillis());
    return "A user is cut off both ways for a time r, without any delay. It is told:\n\n"
        + head("the user", "interrupted", "lost", "rejoined")
        + row(
            List.of(
                "on AWL or APPLE",
                interrupted,
                "if r > " + time(p.lostSinceLastDataMillis()),
                interrupted + ", when it is back"))
        + row(List.of("on WEB", "never", "never", "never"))
        + "\nIts observers are told:\n\n"
        + head("the observer", "gone", "back")
        + row(List.of("on AWL or APPLE", "if r > " + time(p.goneAfterMillis()), BACK))
        + row(List.of("on WEB", "if r > " + time(p.webGoneAfterMillis()), BACK));
  }
}
