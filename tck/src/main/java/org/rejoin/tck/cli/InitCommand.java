package org.rejoin.tck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.tck.init.Language;
import org.rejoin.tck.init.Skeleton;
import org.rejoin.tck.report.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a port skeleton. */
@Command(
    name = "init",
    description = "Writes a port skeleton that runs at once, for you to complete.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "LANG", description = "java, python, javascript or cpp.")
  String language = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "Where to; a new or empty folder.")
  Path folder = Path.of("");

  @Override
  public Integer call() {
    Language chosen = Language.ofId(language).orElseThrow(this::noSuchLanguage);
    try {
      refuseUnlessFree();
      new Skeleton(chosen).writeTo(folder);
    } catch (IOException e) {
      throw UsageException.unwritable("init", folder, e);
    }
    spec.commandLine()
        .getOut()
        .println(
            "written: "
                + folder
                + "\nnext: "
                + Program.called().line("run", "--", folder.resolve(Skeleton.SCRIPT).toString())
                + "   (it fails; "
                + folder.resolve("README.md")
                + " says how to go on)");
    return 0;
  }

  private void refuseUnlessFree() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new UsageException("init: " + folder + " is not empty; name a new or empty folder");
        }
      }
    } else if (Files.exists(folder)) {
      throw new UsageException("init: " + folder + " is a file; name a new or empty folder");
    }
  }

  private UsageException noSuchLanguage() {
    return new UsageException(
        Arrays.stream(Language.values())
            .map(Language::id)
            .collect(
                Collectors.joining(
                    ", ", "init: there is no skeleton in '" + language + "'; there are ", "")));
  }
}
