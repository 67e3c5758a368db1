import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A JSON value, small and complete enough for the port protocol. */
final class Json {
  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /** An object of names and values by turns: text, numbers, truth values, lists and Json. */
  static Json object(Object... namesAndValues) {
    return new Json(new LinkedHashMap<>()).with(namesAndValues);
  }

  /** This object with more members. */
  Json with(Object... namesAndValues) {
    Map<Object, Object> members = new LinkedHashMap<>((Map<?, ?>) value);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Json(members);
  }

  /** Reads a text that is one JSON value. */
  static Json parse(String text) {
    Reader reader = new Reader(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.wrong("the end");
    }
    return new Json(value);
  }

  boolean has(String name) {
    return ((Map<?, ?>) value).get(name) != null;
  }

  Json get(String name) {
    if (!has(name)) {
      throw new NoSuchElementException("no \"" + name + "\" in " + this);
    }
    return new Json(((Map<?, ?>) value).get(name));
  }

  String text(String name) {
    return (String) get(name).value;
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  long number(String name) {
    return ((Number) get(name).value).longValue();
  }

  List<Json> list(String name) {
    return ((List<?>) get(name).value).stream().map(Json::new).toList();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Json json) {
      write(json.value, out);
    } else if (value instanceof Map<?, ?> members) {
      String before = "{";
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.append(before);
        write(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        before = ",";
      }
      out.append(members.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> items) {
      String before = "[";
      for (Object item : items) {
        out.append(before);
        write(item, out);
        before = ",";
      }
      out.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      writeText(text, out);
    } else {
      out.append(value);
    }
  }

  /** All but plain ASCII is escaped, so that no encoding can spoil it. */
  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Goes over a text once, from left to right. */
  private static final class Reader {
    private final String text;
    private int at = 0;

    Reader(String text) {
      this.text = text;
    }

    Object value() {
      skipSpace();
      return switch (peek()) {
        case '{' -> members();
        case '[' -> items();
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> number();
      };
    }

    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      for (boolean more = opens('{', '}'); more; more = goesOn('}')) {
        skipSpace();
        String name = string();
        skipSpace();
        expect(':');
        members.put(name, value());
      }
      return members;
    }

    private List<Object> items() {
      List<Object> items = new ArrayList<>();
      for (boolean more = opens('[', ']'); more; more = goesOn(']')) {
        items.add(value());
      }
      return items;
    }

    private boolean opens(char open, char close) {
      expect(open);
      skipSpace();
      return !take(close);
    }

    private boolean goesOn(char close) {
      skipSpace();
      if (take(close)) {
        return false;
      }
      expect(',');
      return true;
    }

    private String string() {
      StringBuilder out = new StringBuilder();
      expect('"');
      while (!take('"')) {
        char c = next();
        out.append(c == '\\' ? escaped() : c);
      }
      return out.toString();
    }

    private char escaped() {
      char c = next();
      return switch (c) {
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> (char) Integer.parseInt("" + next() + next() + next() + next(), 16);
        default -> c;
      };
    }

    private Object word(String word, Object meaning) {
      if (!text.startsWith(word, at)) {
        throw wrong(word);
      }
      at += word.length();
      return meaning;
    }

    private Number number() {
      int start = at;
      while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String digits = text.substring(start, at);
      if (digits.isEmpty()) {
        throw wrong("a value");
      }
      if (digits.matches("-?[0-9]+")) {
        return Long.parseLong(digits);
      }
      return Double.parseDouble(digits);
    }

    void skipSpace() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private char peek() {
      if (at == text.length()) {
        throw wrong("more");
      }
      return text.charAt(at);
    }

    private char next() {
      char c = peek();
      at++;
      return c;
    }

    private boolean take(char c) {
      if (peek() != c) {
        return false;
      }
      at++;
      return true;
    }

    private void expect(char c) {
      if (!take(c)) {
        throw wrong("'" + c + "'");
      }
    }

    IllegalArgumentException wrong(String expected) {
      return new IllegalArgumentException("expected " + expected + " at character " + at + " of " + text);
    }
  }
}
