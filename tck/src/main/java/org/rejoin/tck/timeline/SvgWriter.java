package org.rejoin.tck.timeline;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements, attributes and text, escaped; numbers always with a point and short. */
final class SvgWriter {
  private final StringBuilder out = new StringBuilder(8_192);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; the attributes are names and values in turn. */
  SvgWriter open(String element, Object... attributes) {
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** An element with nothing in it. */
  SvgWriter empty(String element, Object... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  /** Text within the open element. */
  SvgWriter text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Text of our own that is not to be escaped: a style sheet. */
  SvgWriter raw(String css) {
    out.append(css);
    return this;
  }

  SvgWriter close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A line end between elements, where blanks mean nothing. */
  SvgWriter line() {
    out.append('\n');
    return this;
  }

  private void tag(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      out.append(value instanceof Double number ? number(number) : escaped(value.toString()));
      out.append('"');
    }
  }

  /** One decimal is a tenth of a pixel, and keeps pictures small. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths);
    return sign + whole / 10 + (whole % 10 == 0 ? "" : "." + whole % 10);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
