package org.rejoin.tck.junit;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.rejoin.tck.spec.Rule;

/**
 * Checks that are left out, with the reason.
 *
 * @param glob which, by id; a rule's id alone means all of the rule's own
 * @param reason why
 */
public record OptedOut(String glob, String reason) {

  /** Whether a check of this id is left out; none is by a glob that can't be read. */
  boolean matches(String id) {
    try {
      return matcher().matches(Path.of(id));
    } catch (PatternSyntaxException | InvalidPathException e) {
      return false;
    }
  }

  private PathMatcher matcher() {
    String pattern = Rule.ofId(glob).map(rule -> rule.id() + "/**").orElse(glob);
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }
}
