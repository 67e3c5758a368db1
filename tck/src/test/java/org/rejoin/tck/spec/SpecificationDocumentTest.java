package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document for people says what the one copy in the code says, to the letter. */
class SpecificationDocumentTest {
  private static final Path DOCUMENT = Path.of("SPECIFICATION.md");
  private static final String END = "<!-- end -->\n";
  private static final Pattern BEGIN = Pattern.compile("<!-- generated: ([a-z]+) -->\n");

  /** Every generated section, in the order of the document. */
  private static final ImmutableMap<String, Supplier<String>> SECTIONS =
      ImmutableMap.<String, Supplier<String>>builder()
          .put("families", ProfileSections::families)
          .put("profiles", ProfileSections::profiles)
          .put("callbacks", ProfileSections::callbacks)
          .put("rules", RuleSections::rules)
          .put("outage", ProfileSections::outage)
          .put("matrix", MatrixSection::text)
          .put("properties", PropertySection::text)
          .put("decisions", RuleSections::decisions)
          .put("errata", RuleSections::errata)
          .buildOrThrow();

  @Test
  void everySectionInTheDocumentIsWhatTheCodeSays() throws IOException {
    String document = Files.readString(DOCUMENT);
    if (Boolean.getBoolean("rejoin.update")) {
      document = regenerated(document);
      Files.writeString(DOCUMENT, document);
    }
    for (Map.Entry<String, Supplier<String>> section : SECTIONS.entrySet()) {
      assertEquals(
          section.getValue().get(),
          section(document, section.getKey()),
          "SPECIFICATION.md, section "
              + section.getKey()
              + ", is not what the code says; CONTRIBUTING.md, \"Add a rule\", says how to"
              + " regenerate it");
    }
  }

  @Test
  void theDocumentHasEverySectionOnceAndInOrder() throws IOException {
    List<String> found =
        BEGIN.matcher(Files.readString(DOCUMENT)).results().map(begin -> begin.group(1)).toList();
    assertEquals(List.copyOf(SECTIONS.keySet()), found);
  }

  /** What is written by hand can't be held to the code, so it leaves numbers and names alone. */
  @Test
  void whatIsWrittenByHandHasNoNumberNoNameAndNoId() throws IOException {
    String byHand = Files.readString(DOCUMENT);
    for (String name : SECTIONS.keySet()) {
      byHand = byHand.replace(section(byHand, name), "");
    }
    Matcher fact = Pattern.compile("\\d+|`(?!rejoin |--)\\w[^`\n]*`").matcher(byHand);
    assertTrue(!fact.find(), () -> "in SPECIFICATION.md outside its sections: " + fact.group());
  }

  private static String regenerated(String document) {
    String whole = document;
    for (Map.Entry<String, Supplier<String>> section : SECTIONS.entrySet()) {
      int begin = begin(whole, section.getKey());
      whole =
          whole.substring(0, begin)
              + section.getValue().get()
              + whole.substring(whole.indexOf(END, begin));
    }
    return whole;
  }

  private static String section(String document, String name) {
    int begin = begin(document, name);
    int end = document.indexOf(END, begin);
    assertTrue(end > 0, "SPECIFICATION.md: section " + name + " has no end");
    return document.substring(begin, end);
  }

  private static int begin(String document, String name) {
    String marker = "<!-- generated: " + name + " -->\n";
    int begin = document.indexOf(marker);
    assertTrue(begin >= 0, "SPECIFICATION.md has no section " + name);
    return begin + marker.length();
  }
}
