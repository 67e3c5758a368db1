package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rejoin.api.CallbackKey;
import org.rejoin.api.Event;
import org.rejoin.api.Family;
import org.rejoin.api.Profiles;
import org.rejoin.api.UserId;
import org.rejoin.tck.oracle.CallbackNames;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.Action;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.scenario.TracedCallback;

/** The grammar in the document holds for everything that the reference says. */
class GrammarTest {
  private final Pattern local;
  private final Pattern remote;
  private int sessions;

  GrammarTest() throws IOException {
    String document = Files.readString(Path.of("SPECIFICATION.md"));
    local = grammar(document, "local");
    remote = grammar(document, "remote");
  }

  @Test
  void everySessionOfTheCatalogueIsASentenceOfTheGrammarWithAnUnfinishedTail() {
    for (Check check : Catalogue.checks(Profiles.AGORA_2019_05)) {
      if (new ReferencePort().run(check.scenario(), Profiles.AGORA_2019_05)
          instanceof Answer.Ran ran) {
        Map<String, String> said = new TreeMap<>();
        ran.trace()
            .callbacks()
            .forEach(
                one ->
                    said.merge(session(check.scenario(), one), word(check, one), String::concat));
        said.forEach((session, words) -> assertSentence(check.id() + " " + session, words));
      }
    }
    assertTrue(sessions > 1_000, "only " + sessions + " sessions were looked at");
  }

  @Test
  void theGrammarRefusesWhatTheRulesForbid() {
    assertEquals(false, isBegun(local, "rejoined "));
    assertEquals(false, isBegun(local, "interrupted interrupted "));
    assertEquals(false, isBegun(local, "lost "));
    assertEquals(false, isBegun(remote, "gone gone "));
    assertEquals(false, isBegun(remote, "back back "));
    assertEquals(true, isBegun(remote, "back gone back gone "));
  }

  private void assertSentence(String where, String words) {
    sessions++;
    assertTrue(
        isBegun(where.contains(" of itself in ") ? local : remote, words), where + ": " + words);
  }

  private static boolean isBegun(Pattern grammar, String words) {
    Matcher matcher = grammar.matcher(words);
    return matcher.matches() || matcher.hitEnd();
  }

  /** The line as a regular expression, a word and a blank for each word. */
  private static Pattern grammar(String document, String name) {
    Matcher line = Pattern.compile("^" + name + " +(\\S.*)$", Pattern.MULTILINE).matcher(document);
    assertTrue(line.find(), "SPECIFICATION.md has no grammar for " + name);
    return Pattern.compile(
        line.group(1).replaceAll("([a-z]+)", "(?:$1_)").replace(" ", "").replace('_', ' '));
  }

  private static String session(Scenario scenario, TracedCallback callback) {
    long number =
        scenario.steps().stream()
            .filter(step -> step.uid().equals(callback.uid()))
            .filter(step -> step.atMillis() <= callback.atMillis())
            .filter(step -> step.action() == Action.JOIN || step.action() == Action.RESTART)
            .count();
    String about = callback.callback().peer().map(UserId::toString).orElse("itself");
    return callback.uid() + " of " + about + " in session " + number;
  }

  private static String word(Check check, TracedCallback callback) {
    Family family =
        check.scenario().participants().stream()
            .filter(participant -> participant.uid().equals(callback.uid()))
            .findFirst()
            .orElseThrow()
            .platform()
            .family();
    return CallbackNames.table().entrySet().stream()
        .filter(row -> row.getKey().family() == family)
        .filter(row -> row.getValue().name().equals(callback.callback().name()))
        .map(Map.Entry::getKey)
        .map(CallbackKey::kind)
        .findFirst()
        .map(GrammarTest::word)
        .orElseThrow();
  }

  private static String word(Event.Kind kind) {
    return switch (kind) {
      case INTERRUPTED -> "interrupted ";
      case LOST -> "lost ";
      case REJOINED -> "rejoined ";
      case USER_DROPPED, USER_QUIT -> "gone ";
      case USER_JOINED -> "back ";
    };
  }
}
