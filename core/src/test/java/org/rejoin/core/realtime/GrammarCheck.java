package org.rejoin.core.realtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rejoin.api.Event;

/** Holds what one session saw to the rules' grammar (DRV-03, DRV-04), user by user. */
final class GrammarCheck {
  private static final Pattern LOCAL = Pattern.compile("(IL?R)*(IL?)?");
  private static final Pattern REMOTE = Pattern.compile("(J[DQ])*J?");

  private GrammarCheck() {}

  static void assertHolds(List<Event> seen) {
    ImmutableListMultimap<Boolean, Event> byKind =
        Multimaps.index(seen, event -> event.kind().isLocal());
    String local = word(byKind.get(true));
    assertTrue(LOCAL.matcher(local).matches(), "local: " + local);
    Multimaps.index(byKind.get(false), Event::user)
        .asMap()
        .forEach(
            (user, events) -> {
              String remote = word(List.copyOf(events));
              assertTrue(REMOTE.matcher(remote).matches(), "user " + user + ": " + remote);
            });
  }

  private static String word(List<Event> events) {
    return events.stream().map(event -> letter(event.kind())).collect(Collectors.joining());
  }

  private static String letter(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> "I";
      case LOST -> "L";
      case REJOINED -> "R";
      case USER_JOINED -> "J";
      case USER_DROPPED -> "D";
      case USER_QUIT -> "Q";
    };
  }
}
