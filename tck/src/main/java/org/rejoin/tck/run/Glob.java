package org.rejoin.tck.run;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.rejoin.tck.scenario.Hosting;
import org.rejoin.tck.spec.Rule;

/**
 * A pattern over check ids: {@code *} within a level, {@code **} over several; a rule's id alone
 * means all of the rule's own checks. Immutable.
 */
public final class Glob {
  private final String text;
  private final Pattern pattern;

  /**
   * Reads a pattern.
   *
   * @throws PatternSyntaxException if it is no glob
   */
  public Glob(String text) {
    this.text = text;
    this.pattern =
        Pattern.compile(regex(Rule.ofId(text).map(rule -> rule.id() + "/**").orElse(text)));
  }

  /** The same on every system: that of files ignores case on some. */
  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean inGroup = false;
    for (int at = 0; at < glob.length(); at++) {
      char sign = glob.charAt(at);
      switch (sign) {
        case '*' -> {
          boolean several = glob.startsWith("**", at);
          at += several ? 1 : 0;
          regex.append(several ? ".*" : "[^/]*");
        }
        case '?' -> regex.append("[^/]");
        case '[' -> {
          int end = glob.indexOf(']', at + 2);
          String set = end < 0 ? "/" : glob.substring(at + 1, end);
          if (set.contains("/")) {
            throw new PatternSyntaxException("Missing ']", glob, at);
          }
          at = end;
          regex.append(set(set));
        }
        case '{' -> {
          if (inGroup) {
            throw new PatternSyntaxException("Cannot nest groups", glob, at);
          }
          inGroup = true;
          regex.append("(?:");
        }
        case '}' -> {
          regex.append(inGroup ? ")" : "\\}");
          inGroup = false;
        }
        case ',' -> regex.append(inGroup ? "|" : ",");
        default -> regex.append(Pattern.quote(String.valueOf(sign)));
      }
    }
    if (inGroup) {
      throw new PatternSyntaxException("Missing '}", glob, glob.length());
    }
    return regex.toString();
  }

  /** One sign of some, or with {@code !} of all others; never the end of a level. */
  private static String set(String signs) {
    boolean others = signs.startsWith("!");
    String some = (others ? signs.substring(1) : signs).replaceAll("[\\\\\\[^&]", "\\\\$0");
    return "(?!/)[" + (others ? "^" : "") + some + "]";
  }

  /** Whether a check of this id is meant. */
  public boolean matches(String id) {
    return pattern.matcher(id).matches();
  }

  /** Whether it matches this id, or may match it with what {@link Hosting#suffix} adds to it. */
  boolean mayMatch(String id) {
    return matches(id) || (text.contains("@") && new Glob(Hosting.withoutSuffix(text)).matches(id));
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
