package org.rejoin.tck.jvm;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.tck.port.PortCommand;

/**
 * Starts a port class in a JVM of its own, where it harms nobody: it may hang, end its JVM, print
 * to standard output, leave threads behind, or use up its memory.
 */
public final class JvmPort {
  /** A quick start, and one line on standard error and the end when memory is used up. */
  private static final ImmutableList<String> FLAGS =
      ImmutableList.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr");

  private JvmPort() {}

  /**
   * How to start it. Flags of one's own go into the environment variable {@code JDK_JAVA_OPTIONS};
   * one that is here too wins over it.
   *
   * @param className the class: it is a {@link org.rejoin.tck.port.Port} and has a public
   *     constructor without parameters
   * @param classpath where it and what it needs are found, as the JVM's own option {@code -cp}
   *     takes it; the kit's classes are added after it
   */
  public static PortCommand command(String className, String classpath) {
    return PortCommand.of(
        Stream.concat(
                Stream.of(java()),
                Stream.concat(
                    FLAGS.stream(),
                    Stream.of(
                        "-cp",
                        absolute(classpath + File.pathSeparator + own()),
                        PortHost.class.getName(),
                        className)))
            .toArray(String[]::new));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String own() {
    return System.getProperty("java.class.path");
  }

  /** The port may be started in another folder than the kit. */
  private static String absolute(String classpath) {
    return Splitter.on(File.pathSeparatorChar)
        .omitEmptyStrings()
        .splitToStream(classpath)
        .map(entry -> new File(entry).getAbsolutePath())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
