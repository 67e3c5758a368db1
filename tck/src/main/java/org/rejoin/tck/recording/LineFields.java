package org.rejoin.tck.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.Optional;
import org.rejoin.api.UserId;
import org.rejoin.tck.scenario.InvalidScenarioException;
import org.rejoin.tck.scenario.JsonFields;
import org.rejoin.tck.scenario.KillContext;

/**
 * The fields of one line of the open form, taken from a parser as they come; made once and used for
 * every line. Text fields that are not there are empty, numbers {@link #NONE}.
 */
final class LineFields {
  static final long NONE = -1;

  /** The latest instant: the largest whole number that every JSON library keeps exact. */
  static final long LATEST = (1L << 53) - 1;

  private static final long MAX_UID = 0xFFFF_FFFFL;

  private final Shared shared;

  String channel = "";
  String action = "";
  String name = "";
  String platform = "";
  String direction = "";
  String reason = "";
  String server = "";
  String otherChannel = "";
  long atMillis = NONE;
  long endMillis = NONE;
  long uid = NONE;
  long peer = NONE;
  Optional<KillContext> context = Optional.empty();

  /** Whether it is a channel's begin line, which is read as a tree. */
  boolean isBegin;

  private int there;
  private int taken;

  LineFields(Shared shared) {
    this.shared = shared;
  }

  /** Forgets the line before. */
  void clear() {
    channel = "";
    action = "";
    name = "";
    platform = "";
    direction = "";
    reason = "";
    server = "";
    otherChannel = "";
    atMillis = NONE;
    endMillis = NONE;
    uid = NONE;
    peer = NONE;
    context = Optional.empty();
    isBegin = false;
    there = 0;
    taken = 0;
  }

  /**
   * Takes the field that the parser stands at, value included; what is not known is passed over.
   *
   * @throws InvalidScenarioException if it is not what it should be, or there twice
   */
  void take(JsonParser parser) throws IOException {
    String field = parser.currentName();
    JsonToken value = parser.nextToken();
    taken++;
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field) {
      case "channel" -> channel = text(parser, field, 0);
      case "at" -> atMillis = millis(parser, field, 1);
      case "uid" -> uid = uid(parser, field, 2);
      case "do" -> action = text(parser, field, 3);
      case "name" -> name = text(parser, field, 4);
      case "peer" -> peer = uid(parser, field, 5);
      case "platform" -> platform = text(parser, field, 6);
      case "reason" -> reason = reason(parser);
      case "direction" -> direction = text(parser, field, 8);
      case "server" -> server = text(parser, field, 9);
      case "otherChannel" -> otherChannel = text(parser, field, 10);
      case "end" -> endMillis = millis(parser, field, 11);
      case "context" -> context = Optional.of(context(parser));
      case "begin" -> isBegin = true;
      default -> parser.skipChildren();
    }
  }

  private KillContext context(JsonParser parser) throws IOException {
    once("context", 12);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(parser, "context", "an object");
    }
    KillContext.How how = KillContext.How.PROCESS;
    boolean voip = false;
    boolean foreground = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (value == JsonToken.VALUE_NULL ? "" : field) {
        case "how" ->
            how =
                switch (parser.getText()) {
                  case "process" -> KillContext.How.PROCESS;
                  case "page-closed" -> KillContext.How.PAGE_CLOSED;
                  default -> throw wrong(parser, "context.how", "\"process\" or \"page-closed\"");
                };
        case "voip" -> voip = flag(parser, "context.voip");
        case "foreground" -> foreground = flag(parser, "context.foreground");
        default -> parser.skipChildren();
      }
    }
    return new KillContext(how, voip, foreground);
  }

  private static boolean flag(JsonParser parser, String field) throws IOException {
    if (!parser.currentToken().isBoolean()) {
      throw wrong(parser, field, "true or false");
    }
    return parser.getBooleanValue();
  }

  private String text(JsonParser parser, String field, int bit) throws IOException {
    once(field, bit);
    if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() == 0) {
      throw wrong(parser, field, "a string that is not empty");
    }
    return shared.text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** A word, or what else a log has there: the number of a constant is a reason, too. */
  private String reason(JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return text(parser, "reason", 7);
    }
    once("reason", 7);
    return parser.getText();
  }

  private long millis(JsonParser parser, String field, int bit) throws IOException {
    return whole(parser, field, bit, 0, LATEST, "a whole number of milliseconds from 0 to ");
  }

  private long uid(JsonParser parser, String field, int bit) throws IOException {
    return whole(parser, field, bit, 1, MAX_UID, "a uid from 1 to ");
  }

  private long whole(
      JsonParser parser, String field, int bit, long least, long most, String expected)
      throws IOException {
    once(field, bit);
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(parser, field, expected + most);
    }
    try {
      long value = parser.getLongValue();
      if (value >= least && value <= most) {
        return value;
      }
      throw wrong(
          parser, field, expected + most + (least == 1 ? JsonFields.signedHint(value) : ""));
    } catch (StreamReadException tooLarge) {
      throw wrong(parser, field, expected + most);
    }
  }

  private void once(String field, int bit) {
    if ((there & (1 << bit)) != 0) {
      throw new InvalidScenarioException(field, "is there twice");
    }
    there |= 1 << bit;
  }

  private static InvalidScenarioException wrong(JsonParser parser, String field, String expected)
      throws IOException {
    String was =
        switch (parser.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "a list";
          case VALUE_STRING -> "\"" + parser.getText() + "\"";
          default -> parser.getText();
        };
    return new InvalidScenarioException(
        field, "must be " + expected + ", was " + OpenLines.brief(was));
  }

  /**
   * Whether the line has said its channel, and nothing else before the field that was taken last.
   */
  boolean isChannelAlone() {
    return taken == 2 && !channel.isEmpty();
  }

  /** The user of the line. */
  UserId user() {
    return shared.user(uid);
  }

  /** The user that a callback is about. */
  Optional<UserId> peerUser() {
    return peer == NONE ? Optional.empty() : shared.peer(peer);
  }
}
