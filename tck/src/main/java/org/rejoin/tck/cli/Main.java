package org.rejoin.tck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.PortUnusableException;
import org.rejoin.tck.run.ExitCode;
import org.rejoin.tck.scenario.ScenarioFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code rejoin}: errors are one line, and the exit code says what kind. */
@Command(
    name = "rejoin",
    description = "Judges an SDK's reconnection behaviour, rule by rule.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      RunCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      SimulateCommand.class,
      ReplayCommand.class,
      CheckCommand.class,
      MergeCommand.class,
      InitCommand.class,
      DoctorCommand.class,
      SelfTestCommand.class,
      ExploreCommand.class,
      PortCommandLine.class
    })
public final class Main implements Runnable {
  private static final String SUBCOMMANDS =
      "run, list, explain, simulate, replay, check, merge, init, doctor, self-test, explore, port"
          + " (see --help)";

  Main() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    int exit = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Runs the command. Returns its exit code. */
  static int run(PrintStream out, PrintStream err, String... args) {
    CommandLine command = new CommandLine(new Main());
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setParameterExceptionHandler(
        (e, unused) -> told(err, misunderstood(e), ExitCode.USAGE));
    command.setExecutionExceptionHandler((e, unused, parsed) -> failed(err, e, isVerbose(parsed)));
    // A port's own arguments are its own, whatever they begin with.
    command.setExpandAtFiles(false);
    return EmptyWord.in(args)
        .map(problem -> told(err, problem, ExitCode.USAGE))
        .orElseGet(() -> command.execute(args));
  }

  /** Without a sub-command there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException("name a sub-command: " + SUBCOMMANDS);
  }

  /** The parser's message, in the user's words where those are the parser's own. */
  private static String misunderstood(CommandLine.ParameterException e) {
    return e instanceof CommandLine.UnmatchedArgumentException unmatched
            && e.getCommandLine().getParent() == null
            && !unmatched.isUnknownOption()
        ? "there is no sub-command '"
            + unmatched.getUnmatched().get(0)
            + "'; there are "
            + SUBCOMMANDS
        : String.valueOf(e.getMessage())
            .replaceAll("is not an? (int|long)$", "is no whole number, or too large");
  }

  private static boolean isVerbose(CommandLine.ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("-v");
  }

  private static int failed(PrintStream err, Exception e, boolean verbose) {
    if (e instanceof UsageException || e instanceof ScenarioFileException) {
      return told(err, String.valueOf(e.getMessage()), ExitCode.USAGE);
    }
    if (e instanceof PortUnusableException) {
      return told(err, String.valueOf(e.getMessage()), ExitCode.PORT_UNUSABLE);
    }
    int exit = told(err, "a defect of the kit, please report it: " + e, ExitCode.KIT_DEFECT);
    if (verbose) {
      e.printStackTrace(err);
    }
    return exit;
  }

  private static int told(PrintStream err, String message, ExitCode exit) {
    err.println("rejoin: " + message);
    return exit.number();
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  /** Names the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Kit.name()};
    }
  }
}
