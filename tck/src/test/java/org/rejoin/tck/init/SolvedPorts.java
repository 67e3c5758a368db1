package org.rejoin.tck.init;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The skeletons with what was left to do done. */
public final class SolvedPorts {
  private SolvedPorts() {}

  /** The port's source in a language. */
  static String source(Language language) throws IOException {
    return Resources.toString(
        Resources.getResource(
            SolvedPorts.class, "solved/" + language.id() + "/" + portFile(language)),
        StandardCharsets.UTF_8);
  }

  /** Writes a whole port: a skeleton with the port's source exchanged. */
  public static void write(Language language, Path folder) throws IOException {
    new Skeleton(language).writeTo(folder);
    Files.writeString(folder.resolve(portFile(language)), source(language));
  }

  private static String portFile(Language language) {
    return language.sources().keySet().asList().get(0);
  }
}
