package org.rejoin.tck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document for people says what the one copy of the rules says, to the letter. */
class SpecificationDocumentTest {
  private static final Path DOCUMENT = Path.of("SPECIFICATION.md");
  private static final String BEGIN = "<!-- generated: rules -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void theRulesInTheDocumentAreTheRulesInTheCode() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END, begin);
    assertTrue(begin >= BEGIN.length() && end > 0, "SPECIFICATION.md has lost its rules markers");
    if (Boolean.getBoolean("rejoin.update")) {
      Files.writeString(
          DOCUMENT,
          document.substring(0, begin) + SpecificationText.rules() + document.substring(end));
      return;
    }
    assertEquals(
        SpecificationText.rules(),
        document.substring(begin, end),
        "SPECIFICATION.md is not what Rule says; CONTRIBUTING.md, \"Add a rule\", says how to"
            + " regenerate it");
  }
}
