package org.rejoin.tck.init;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine can run. */
public final class Interpreters {
  private Interpreters() {}

  /** Lets a test go on only where a language's ports can run, and says so where they can't. */
  public static void assumeThereIsOneFor(Language language) {
    String program =
        switch (language) {
          case JAVA -> "javac";
          case PYTHON -> "python3";
          case JAVASCRIPT -> "node";
          case CPP -> "c++";
        };
    assumeTrue(
        isOnPath(program), "not tried, because there is no " + program + ": " + language.id());
  }

  private static boolean isOnPath(String program) {
    return Splitter.on(':')
        .splitToStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
