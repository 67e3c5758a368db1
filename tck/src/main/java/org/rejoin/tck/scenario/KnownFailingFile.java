package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * The list of checks that are known to fail, a YAML file with one entry for each: check, reason,
 * and perhaps issue, expires and match. Immutable.
 */
public final class KnownFailingFile {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of("check", "reason", "issue", "expires", "match");

  /** Every seed and number makes one, so these are known whatever the run. */
  private static final Pattern GENERATED = Pattern.compile("generated/-?\\d+/\\d+(@[a-z+-]+)?");

  private final String text;
  private final LocatedTree tree;
  private final ImmutableList<KnownFailing> entries;

  private KnownFailingFile(String text, LocatedTree tree, ImmutableList<KnownFailing> entries) {
    this.text = text;
    this.tree = tree;
    this.entries = entries;
  }

  /**
   * Reads a file.
   *
   * @param file which one
   * @param checks the ids of every check there is, but for generated ones
   * @param today the date that {@code expires} is held to
   * @throws ScenarioFileException if it can't be read, says what it may not, or has expired
   */
  public static KnownFailingFile read(Path file, ImmutableSet<String> checks, LocalDate today) {
    try {
      if (Files.size(file) > ScenarioFiles.LIMIT_BYTES) {
        throw new ScenarioFileException(file + ": is larger than 4 MiB, the most that is read");
      }
      return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), checks, today);
    } catch (IOException e) {
      throw new ScenarioFileException(
          file + ": can't be read: no such file, no permission, or not UTF-8");
    }
  }

  /** Reads a text as {@link #read} does a file. */
  static KnownFailingFile parse(
      String text, String name, ImmutableSet<String> checks, LocalDate today) {
    if (text.isBlank()) {
      return new KnownFailingFile(text, ScenarioFiles.parse("[]", name), ImmutableList.of());
    }
    LocatedTree tree = ScenarioFiles.parse(text, name);
    if (!tree.root().isArray() && !tree.root().isMissingNode()) {
      throw new ScenarioFileException(
          name + ":1: must be a list; each entry begins with `- check:` and has a `reason:`");
    }
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<KnownFailing> entries = ImmutableList.builder();
    int index = 0;
    for (JsonNode item : tree.root()) {
      try {
        JsonFields fields = new JsonFields(item, "[" + index + "]");
        KnownFailing entry = entry(fields, checks, today);
        if (!seen.add(entry.check())) {
          throw new InvalidScenarioException(
              fields.pathOf("check"), "'" + entry.check() + "' is there twice");
        }
        entries.add(entry);
      } catch (InvalidScenarioException e) {
        throw new ScenarioFileException(
            name + ":" + tree.lineOf(e.field()) + ": " + e.getMessage());
      }
      index++;
    }
    return new KnownFailingFile(text, tree, entries.build());
  }

  private static KnownFailing entry(
      JsonFields fields, ImmutableSet<String> checks, LocalDate today) {
    fields.allowOnly(FIELDS);
    String check = fields.text("check");
    if (!checks.contains(check) && !GENERATED.matcher(check).matches()) {
      throw new InvalidScenarioException(
          fields.pathOf("check"),
          "there is no check '" + check + "'" + Words.closest(check, checks));
    }
    String reason = fields.text("reason");
    if (reason.isBlank()) {
      throw new InvalidScenarioException(fields.pathOf("reason"), "must say why the check fails");
    }
    Optional<LocalDate> expires =
        fields.optionalText("expires").map(date -> date(fields.pathOf("expires"), date));
    if (expires.isPresent() && expires.get().isBefore(today)) {
      throw new InvalidScenarioException(
          fields.pathOf("expires"),
          "expired on " + expires.get() + "; mend what fails, or set a later date");
    }
    return new KnownFailing(
        check, reason, fields.optionalText("issue"), expires, fields.optionalText("match"));
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidScenarioException(field, "must be a date like 2026-12-31, was " + text);
    }
  }

  /** The entries, in the order of the file. */
  public ImmutableList<KnownFailing> entries() {
    return entries;
  }

  /** The whole text. */
  String text() {
    return text;
  }

  /** The line on which an entry begins, by its index, from 1. */
  IntUnaryOperator lines() {
    return index -> tree.lineOf("[" + index + "]");
  }

  /** The line of an entry's field, from 1. */
  int lineOf(int index, String field) {
    return tree.lineOf("[" + index + "]." + field);
  }
}
