package org.rejoin.tck.init;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A port skeleton: a program that runs at once, and that a user completes. */
public final class Skeleton {
  /** The script that starts the port. */
  public static final String SCRIPT = "run.sh";

  private static final String README = "README.md";

  private final Language language;

  /** The skeleton in a language. */
  public Skeleton(Language language) {
    this.language = language;
  }

  /**
   * Writes its files, its script ready to run.
   *
   * @param folder where to; it and its parents are made if they are not there
   * @throws IOException if a file can't be written
   */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String source : language.sources().keySet()) {
      Files.writeString(folder.resolve(source), template(language.id() + "/" + source));
    }
    Path script = folder.resolve(SCRIPT);
    Files.writeString(script, template(language.id() + "/" + SCRIPT));
    // Where files have no such permission, as on Windows, this does nothing.
    boolean unused = script.toFile().setExecutable(true);
    Files.writeString(folder.resolve(README), readme());
  }

  private String readme() throws IOException {
    String files =
        language.sources().entrySet().stream()
            .map(source -> "| `" + source.getKey() + "` | " + source.getValue() + " |\n")
            .collect(Collectors.joining());
    return template(README)
        .replace("{{language}}", language.title())
        .replace("{{needs}}", language.needs())
        .replace("{{files}}", files + "| `" + SCRIPT + "` | starts the port |");
  }

  private static String template(String name) throws IOException {
    return Resources.toString(Resources.getResource(Skeleton.class, name), StandardCharsets.UTF_8);
  }
}
