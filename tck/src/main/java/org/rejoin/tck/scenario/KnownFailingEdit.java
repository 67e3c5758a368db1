package org.rejoin.tck.scenario;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Brings a list of known failures up to date line by line, so that comments and what was written by
 * hand stay as they are.
 */
public final class KnownFailingEdit {
  private static final String HEADER =
      "# Checks that are known to fail: each with a reason, and perhaps issue, expires and match.\n";

  private final List<String> out = new ArrayList<>();

  private KnownFailingEdit() {}

  /**
   * The new text.
   *
   * @param old the list as it was; empty if there was none
   * @param passing ids of checks that pass now: their entries go
   * @param failing messages of the checks that fail now otherwise than listed, by id: an entry gets
   *     its match from the message, or is added
   * @throws ScenarioFileException if the old list is written in a way that can't be edited by lines
   */
  public static String update(
      Optional<KnownFailingFile> old,
      ImmutableSet<String> passing,
      ImmutableMap<String, String> failing) {
    String text = new KnownFailingEdit().edit(old, passing, failing);
    ImmutableList.Builder<String> wanted = ImmutableList.builder();
    ImmutableList<KnownFailing> before =
        old.map(KnownFailingFile::entries).orElse(ImmutableList.of());
    before.stream()
        .map(KnownFailing::check)
        .filter(check -> !passing.contains(check))
        .forEach(wanted::add);
    failing.keySet().stream()
        .filter(check -> before.stream().noneMatch(entry -> entry.check().equals(check)))
        .forEach(wanted::add);
    if (!checksOf(text).equals(wanted.build())) {
      throw uneditable();
    }
    return text;
  }

  private static ImmutableList<String> checksOf(String text) {
    try {
      // Ids were held to the catalogue when the list was read; here only the form is looked at.
      LocatedTree tree =
          text.isBlank() ? ScenarioFiles.parse("[]", "") : ScenarioFiles.parse(text, "");
      ImmutableList.Builder<String> checks = ImmutableList.builder();
      tree.root().forEach(item -> checks.add(item.path("check").asText()));
      return checks.build();
    } catch (ScenarioFileException e) {
      throw uneditable();
    }
  }

  private static ScenarioFileException uneditable() {
    return new ScenarioFileException(
        "--write-known-failing: the list can't be edited line by line; begin each entry on a line"
            + " of its own with `- check:`, and keep each match on one line");
  }

  private String edit(
      Optional<KnownFailingFile> old,
      ImmutableSet<String> passing,
      ImmutableMap<String, String> failing) {
    ImmutableList<KnownFailing> entries =
        old.map(KnownFailingFile::entries).orElse(ImmutableList.of());
    if (entries.isEmpty()) {
      String comments =
          old.map(KnownFailingFile::text)
              .orElse(HEADER)
              .lines()
              .filter(line -> line.isBlank() || line.stripLeading().startsWith("#"))
              .collect(Collectors.joining("\n"));
      out.addAll(Splitter.on('\n').splitToList(comments));
    } else {
      old.ifPresent(file -> copy(file, passing, failing));
    }
    while (!out.isEmpty() && out.get(out.size() - 1).isBlank()) {
      out.remove(out.size() - 1);
    }
    ImmutableSet<String> listed =
        entries.stream().map(KnownFailing::check).collect(ImmutableSet.toImmutableSet());
    failing.forEach(
        (check, message) -> {
          if (!listed.contains(check)) {
            out.add("- check: " + check);
            out.add("  reason: not looked into yet");
            out.add("  match: " + quoted(message));
          }
        });
    return out.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void copy(
      KnownFailingFile file, ImmutableSet<String> passing, ImmutableMap<String, String> failing) {
    List<String> lines = file.text().lines().toList();
    int[] starts = new int[file.entries().size() + 1];
    for (int i = 0; i < file.entries().size(); i++) {
      starts[i] = start(lines, file.lines().applyAsInt(i) - 1, i == 0);
    }
    starts[file.entries().size()] = lines.size();
    out.addAll(lines.subList(0, starts[0]));
    for (int i = 0; i < file.entries().size(); i++) {
      KnownFailing entry = file.entries().get(i);
      if (passing.contains(entry.check())) {
        continue;
      }
      int matchLine = entry.match().isPresent() ? file.lineOf(i, "match") - 1 : -1;
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        out.add(
            at == matchLine && failing.containsKey(entry.check())
                ? lines
                    .get(at)
                    .replaceFirst(
                        "match:.*$",
                        Matcher.quoteReplacement(
                            "match: " + quoted(failing.getOrDefault(entry.check(), ""))))
                : lines.get(at));
      }
    }
  }

  /** Comments right above an entry are about it; above the first one they are about the list. */
  private static int start(List<String> lines, int firstLine, boolean first) {
    int start = firstLine;
    if (start > 0 && lines.get(start - 1).strip().equals("-")) {
      start--;
    }
    while (!first && start > 0 && lines.get(start - 1).stripLeading().startsWith("#")) {
      start--;
    }
    return start;
  }

  private static String quoted(String message) {
    return TextNode.valueOf(message.lines().findFirst().orElse("")).toString();
  }
}
