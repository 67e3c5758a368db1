package org.rejoin.tck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads scenarios from files, JSON or YAML. */
public final class ScenarioFiles {
  /** The largest file that is read: 4 MiB, as the longest line of the port protocol. */
  static final int LIMIT_BYTES = 4 << 20;

  private static final int NESTING = 50;

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(NESTING).maxNumberLength(30).build();

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ScenarioFiles() {}

  /**
   * Reads a file.
   *
   * @throws ScenarioFileException if it is not a readable scenario
   */
  public static Scenario read(Path file) {
    if (Files.isDirectory(file)) {
      throw new ScenarioFileException(file + ": is a folder; name a scenario file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LIMIT_BYTES) {
        throw tooLarge(file.toString());
      }
      return read(in, file.toString());
    } catch (IOException e) {
      throw new ScenarioFileException(file + ": can't be read: no such file, or no permission");
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param in what to read
   * @param name what to call it in messages; the ending {@code .json} tells JSON, others may be
   *     YAML
   * @throws ScenarioFileException if it is not a readable scenario
   */
  public static Scenario read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
    if (bytes.length > LIMIT_BYTES) {
      throw tooLarge(name);
    }
    String text = decode(bytes, name);
    LocatedTree tree = parse(text, name);
    try {
      return ScenarioJson.read(tree.root());
    } catch (InvalidScenarioException e) {
      throw new ScenarioFileException(name + ":" + tree.lineOf(e.field()) + ": " + e.getMessage());
    }
  }

  /** Parses JSON or YAML text, remembering lines. */
  static LocatedTree parse(String text, String name) {
    if (text.isBlank()) {
      throw new ScenarioFileException(name + ": is empty; a scenario needs participants and steps");
    }
    boolean json = name.endsWith(".json") || text.stripLeading().startsWith("{");
    try (JsonParser parser = (json ? JSON : yaml()).createParser(text)) {
      LocatedTree tree = LocatedTree.read(parser);
      if (parser.nextToken() != null) {
        throw new ScenarioFileException(
            name
                + ":"
                + parser.currentTokenLocation().getLineNr()
                + ": one scenario a file; here a second value begins");
      }
      return tree;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem =
          e.getOriginalMessage().contains("nesting depth")
              ? "is nested deeper than " + NESTING + " levels, the most that is read"
              : firstLine(e.getOriginalMessage());
      throw new ScenarioFileException(name + ":" + line + ": " + problem);
    } catch (IOException | RuntimeException e) {
      if (e instanceof ScenarioFileException told) {
        throw told;
      }
      throw new ScenarioFileException(name + ": " + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static JsonFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(NESTING);
    options.setAllowDuplicateKeys(false);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .streamReadConstraints(CONSTRAINTS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private static String decode(byte[] bytes, String name) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new ScenarioFileException(
          name + ":" + line + ": is not UTF-8 at byte " + in.position() + "; save it as UTF-8");
    }
  }

  private static ScenarioFileException tooLarge(String name) {
    return new ScenarioFileException(
        name + ": is larger than " + LIMIT_BYTES + " bytes (4 MiB), the most that is read");
  }

  private static String firstLine(String message) {
    return Splitter.on('\n').splitToList(message).get(0);
  }
}
