package org.rejoin.tck.mutants;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multisets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists surviving mutants, each with its reason: one section and table a report. */
final class MutantPage {
  static final String NAME = "tck/MUTANTS.md";

  private static final Pattern ROW =
      Pattern.compile("\\| `([^`|]+)` \\| ([^|]+) \\| (\\d+) \\| (\\S[^|]*) \\|");

  private final ImmutableList<String> lines;

  MutantPage(String text) {
    this.lines = text.lines().collect(ImmutableList.toImmutableList());
  }

  /** The survivors that a section lists; a row that can't be read is an error. */
  ImmutableMultiset<Mutant> listed(String section) {
    ImmutableMultiset.Builder<Mutant> listed = ImmutableMultiset.builder();
    boolean here = false;
    for (String line : lines) {
      if (line.startsWith("## ")) {
        here = line.equals("## " + section);
      } else if (here && line.startsWith("| `")) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
          throw new IllegalArgumentException(
              NAME + ": a row is | `Class.method` | change | how many | why |, not: " + line);
        }
        listed.addCopies(new Mutant(row.group(1), row.group(2)), Integer.parseInt(row.group(3)));
      }
    }
    return listed.build();
  }

  /** How a section of the page and its report differ, one sentence each; none if they agree. */
  ImmutableList<String> differences(String section, MutantReport report) {
    ImmutableMultiset<Mutant> listed = listed(section);
    List<String> differences = new ArrayList<>();
    for (Mutant mutant : Multisets.union(listed, report.survivors()).elementSet()) {
      int lists = listed.count(mutant);
      int survive = report.survivors().count(mutant);
      if (survive > lists) {
        differences.add(
            say(section, mutant, lists, survive)
                + ": write a test that sees it, or add a row with the reason");
      } else if (survive + report.undecided().count(mutant) < lists) {
        differences.add(say(section, mutant, lists, survive) + ": take it off the page");
      }
    }
    return ImmutableList.sortedCopyOf(differences);
  }

  private static String say(String section, Mutant mutant, int lists, int survive) {
    return section + ", " + mutant + ": " + survive + " survive, " + NAME + " lists " + lists;
  }
}
