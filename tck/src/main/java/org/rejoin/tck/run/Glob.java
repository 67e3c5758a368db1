package org.rejoin.tck.run;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.rejoin.tck.scenario.Hosting;
import org.rejoin.tck.spec.Rule;

/**
 * A pattern over check ids: {@code *} within a level, {@code **} over several; a rule's id alone
 * means all of the rule's own checks. Immutable.
 */
public final class Glob {
  private final String text;
  private final PathMatcher matcher;

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is no glob
   */
  public Glob(String text) {
    this.text = text;
    String pattern = Rule.ofId(text).map(rule -> rule.id() + "/**").orElse(text);
    this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  /** Whether a check of this id is meant. */
  public boolean matches(String id) {
    try {
      return matcher.matches(Path.of(id));
    } catch (InvalidPathException noPath) {
      return false;
    }
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
