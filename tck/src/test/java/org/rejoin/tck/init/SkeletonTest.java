package org.rejoin.tck.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The skeletons as files: short, complete, and what the solved ones and the tutorial start from.
 */
class SkeletonTest {
  private static final int MOST_LINES = 60;

  /** What is no line of code: blank, nothing but brackets, or a comment of any of the languages. */
  private static final Pattern NO_CODE =
      Pattern.compile("[^A-Za-z0-9]*|\\s*(//|# |/\\*\\*).*|\\s*\"\"\".*\"\"\"");

  private static final String PROTOCOL = "---- The protocol: nothing to do from here on. ----";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void thePortHasAtMost60LinesOfCode(Language language) throws IOException {
    String port = written(language);
    long lines = port.lines().filter(line -> !NO_CODE.matcher(line).matches()).count();
    assertTrue(lines <= MOST_LINES, language.id() + " has " + lines + " lines");
    assertEquals(
        "", port.lines().filter(line -> line.length() > 120).collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsCompleteAndNamedInItsReadme(Language language) throws IOException {
    written(language);
    String readme = Files.readString(folder.resolve("README.md"));
    assertFalse(readme.contains("{{"), readme);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.equals("README.md"))
          .forEach(file -> assertTrue(readme.contains("| `" + file + "` |"), file));
    }
    assertTrue(Files.isExecutable(folder.resolve(Skeleton.SCRIPT)));
  }

  @ParameterizedTest
  @EnumSource
  void aSolvedPortDiffersOnlyInWhatIsTheUsers(Language language) throws IOException {
    String skeleton = written(language);
    String solved = SolvedPorts.source(language);
    assertEquals(fromProtocolOn(skeleton), fromProtocolOn(solved));
    assertEquals(clock(skeleton), clock(solved));
  }

  @Test
  void theTutorialsCodeIsThatOfTheSolvedPort() throws IOException {
    String solved = SolvedPorts.source(Language.PYTHON);
    Matcher block =
        Pattern.compile("(?ms)^```python\\n(.*?)^```$")
            .matcher(Files.readString(Path.of("FIRST-PORT.md")));
    int blocks = 0;
    for (; block.find(); blocks++) {
      assertTrue(solved.contains(block.group(1)), block.group(1));
    }
    assertEquals(9, blocks);
  }

  @Test
  void theDocumentsNameEveryLanguage() throws IOException {
    String tutorial = Files.readString(Path.of("FIRST-PORT.md"));
    for (Language language : Language.values()) {
      assertTrue(tutorial.contains(language.id()), language.id());
    }
  }

  private String written(Language language) throws IOException {
    new Skeleton(language).writeTo(folder);
    return Files.readString(folder.resolve(language.sources().keySet().asList().get(0)));
  }

  private static String fromProtocolOn(String port) {
    return port.substring(port.indexOf(PROTOCOL));
  }

  /** The lines of the class Clock: from its name to where it has gone on to the end. */
  private static String clock(String port) {
    return Splitter.on("now = end").splitToList(port.substring(classClock(port))).get(0);
  }

  private static int classClock(String port) {
    for (String begin : ImmutableSet.of("class Clock", "struct Clock")) {
      if (port.contains(begin)) {
        return port.indexOf(begin);
      }
    }
    throw new AssertionError("no Clock in " + port);
  }
}
