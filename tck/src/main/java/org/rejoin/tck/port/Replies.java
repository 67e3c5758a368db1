package org.rejoin.tck.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.scenario.Scenario;

/**
 * Lays each line of a port at the door of the scenario that it is about.
 *
 * <p>A line that is broken but for its id harms that scenario alone. One that names none harms the
 * first unanswered; what comes later under that one's id is passed over, so that it pays once. In
 * both cases the port is still in step. A port that answers what it was not asked is not.
 */
final class Replies {
  /** Where a broken line may still say whose it is. */
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d{1,18})\\b");

  private Replies() {}

  /** Takes a message. Returns whether the port is still in step. */
  static boolean take(Heard.Message line, Batch batch) {
    try {
      JsonNode message = Messages.parse(line.text());
      return take(new Fields(message, ""), line.stamp(), batch);
    } catch (ProtocolException e) {
      return takeBroken(line, String.valueOf(e.getMessage()), batch);
    }
  }

  /** Whether a text is a whole JSON object, and not the beginning of one. */
  static boolean isMessage(String text) {
    try {
      return Messages.parse(text).isObject();
    } catch (ProtocolException e) {
      return false;
    }
  }

  /** Takes a line that can't be taken apart. The port is still in step. */
  static boolean takeBroken(Heard line, String problem, Batch batch) {
    Answer broke = broke(line.stamp(), problem);
    Matcher named = ID.matcher(line.text());
    Optional<Flight> whose =
        named.find() ? batch.flight(Long.parseLong(named.group(1))) : Optional.empty();
    whose.ifPresentOrElse(
        flight -> batch.answer(flight, broke, line.stamp().nanos()),
        () -> blameFirst(broke, line.stamp(), batch));
    return true;
  }

  private static boolean take(Fields message, Heard.Stamp stamp, Batch batch) {
    long id = message.whole("id");
    if (batch.passesOver(id)) {
      return true;
    }
    Optional<Flight> whose = batch.flight(id);
    if (whose.isEmpty()) {
      String problem = batch.wasWritten(id) ? " was answered before" : " was never asked";
      blameFirst(broke(stamp, "`id` " + id + problem), stamp, batch);
      return false;
    }
    Flight flight = whose.get();
    if (stamp.nanos() - flight.writtenNanos() < 0) {
      Answer early = broke(stamp, "`id` " + id + " was answered before it was asked");
      batch.answer(flight, early, stamp.nanos());
      return false;
    }
    batch.answer(flight, answer(message, stamp, batch.scenario(flight)), stamp.nanos());
    return true;
  }

  private static Answer answer(Fields message, Heard.Stamp stamp, Scenario scenario) {
    try {
      return Messages.answer(message, scenario);
    } catch (ProtocolException e) {
      return broke(stamp, String.valueOf(e.getMessage()));
    }
  }

  private static void blameFirst(Answer broke, Heard.Stamp stamp, Batch batch) {
    batch.first().ifPresent(flight -> batch.writeOff(flight, broke, stamp.nanos()));
  }

  private static Answer broke(Heard.Stamp stamp, String problem) {
    return new Answer.Broke("line " + stamp.line() + " of its output: " + problem);
  }
}
