package org.rejoin.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.reflect.ClassPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ES module behaves as the JVM does, keeps its promises to JavaScript, and stays small. */
class ModuleTest {
  private static final int LARGEST_BYTES = 190_000;

  @TempDir private Path folder;

  @Test
  void aFewInputSequencesGiveTheSameAsOnTheJvm() throws IOException, InterruptedException {
    assumeNode();
    assertSameAsOnTheJvm(1, 50);
  }

  @Test
  @Tag("ci")
  void thousandsOfInputSequencesGiveTheSameAsOnTheJvm() throws IOException, InterruptedException {
    assertTrue(Node.isThere(), "the profile ci needs the program node");
    assertSameAsOnTheJvm(2, 5_000);
  }

  @Test
  void javaScriptIsToldWhatTheTypingsPromise() throws IOException, InterruptedException {
    assumeNode();
    Node.run(folder, ImmutableList.of("--test"), "client.test.mjs", ImmutableList.of());
  }

  /** A jump means that something heavy has come within reach, such as java.time. */
  @Test
  void theModuleStaysSmall() throws IOException {
    byte[] module = Files.readAllBytes(Node.MODULE);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(module);
    }
    String size = "rejoin.js has %d bytes, %d gzipped".formatted(module.length, zipped.size());
    Files.writeString(Path.of("target", "size.txt"), size + "\n");
    assertTrue(module.length <= LARGEST_BYTES, () -> size + "; at most " + LARGEST_BYTES);
  }

  /** Else a class could come to need what JavaScript has not, and the build would not notice. */
  @Test
  void everyClassOfTheReferenceWasCompiledToJavaScript() throws IOException {
    String whole = Files.readString(Path.of("target", "whole", "whole.js"));
    ImmutableList<String> missing =
        ClassPath.from(ModuleTest.class.getClassLoader())
            .getTopLevelClassesRecursive("org.rejoin")
            .stream()
            .filter(type -> becomesJavaScript(type.getPackageName(), type.getSimpleName()))
            .filter(type -> !whole.contains(compiledName(type)))
            .map(ClassPath.ClassInfo::getName)
            .collect(ImmutableList.toImmutableList());
    assertEquals(ImmutableList.of(), missing, "WholeReference does not reach these");
  }

  private static boolean becomesJavaScript(String packageName, String simpleName) {
    return !packageName.equals("org.rejoin.js")
        && !packageName.equals("org.rejoin.core.realtime")
        && !simpleName.equals("package-info")
        && !simpleName.equals("RejoinStyle");
  }

  /** How the compiler writes a class: the initials of its package, and its name. */
  private static String compiledName(ClassPath.ClassInfo type) {
    StringBuilder name = new StringBuilder();
    Splitter.on('.').split(type.getPackageName()).forEach(part -> name.append(part.charAt(0)));
    return name.append('_').append(type.getSimpleName()).append(',').toString();
  }

  private static void assumeNode() throws InterruptedException {
    assumeTrue(Node.isThere(), "not run: it needs the program node on the PATH, and there is none");
  }

  private void assertSameAsOnTheJvm(long seed, int clients)
      throws IOException, InterruptedException {
    InputLines lines = new InputLines(seed);
    List<String> inputs = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      ImmutableList<String> sequence = lines.next();
      inputs.addAll(sequence);
      expected.addAll(JvmReplay.of(sequence));
    }
    Path inputFile = Files.write(folder.resolve("inputs.txt"), inputs);
    Path expectedFile = Files.write(folder.resolve("expected.txt"), expected);
    Path actualFile = folder.resolve("actual.txt");
    Node.run(
        folder,
        ImmutableList.of(),
        "replay.mjs",
        ImmutableList.of(Node.MODULE.toString(), inputFile.toString(), actualFile.toString()));

    List<String> actual = Files.readAllLines(actualFile);
    for (int line = 0; line < Math.min(expected.size(), actual.size()); line++) {
      assertEquals(expected.get(line), actual.get(line), "line " + line + ", seed " + seed);
    }
    assertEquals(-1, Files.mismatch(expectedFile, actualFile), "the files differ in a byte");
  }
}
