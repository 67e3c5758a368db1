package org.rejoin.tck.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rejoin.tck.port.Kit;

/** The guide's code is code that is compiled and run here, and its version is the kit's. */
class JavaPortGuideTest {
  private static final Path GUIDE = Path.of("JAVA-PORT.md");
  private static final Path CODE = Path.of("src/test/java/org/rejoin/tck/guide");

  @Test
  void everyBlockOfJavaStandsInTheExample() throws IOException {
    String code = stripped(code());
    ImmutableList<String> blocks = blocks("java");
    assertEquals(6, blocks.size());
    for (String block : blocks) {
      assertTrue(code.contains(stripped(block)), () -> "not in the example: " + block);
    }
  }

  @Test
  void theVersionIsTheKits() throws IOException {
    assertTrue(blocks("xml").get(0).contains("<version>" + Kit.version() + "</version>"));
    assertTrue(Files.readString(GUIDE).contains("org.rejoin:rejoin-tck:" + Kit.version() + "\""));
  }

  private static ImmutableList<String> blocks(String language) throws IOException {
    return Pattern.compile(
            "^ *```" + language + "\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .collect(ImmutableList.toImmutableList());
  }

  private static String code() throws IOException {
    try (Stream<Path> files = Files.list(CODE)) {
      StringBuilder code = new StringBuilder();
      List<Path> sorted = files.sorted().toList();
      for (Path file : sorted) {
        code.append(Files.readString(file));
      }
      return code.toString();
    }
  }

  /** Without the space before lines: a block in a list is further in. */
  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
