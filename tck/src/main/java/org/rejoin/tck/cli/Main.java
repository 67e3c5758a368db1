package org.rejoin.tck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.port.PortUnusableException;
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
  private static final int USAGE = 2;
  private static final int UNUSABLE = 4;
  private static final int OWN_DEFECT = 70;

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
        (e, unused) -> told(err, String.valueOf(e.getMessage()), USAGE));
    command.setExecutionExceptionHandler((e, unused, parsed) -> failed(err, e, isVerbose(parsed)));
    return command.execute(args);
  }

  /** Without a sub-command there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException(
        "name a sub-command: run, list, explain, simulate, replay, check, merge, init, doctor,"
            + " self-test, explore or port (see --help)");
  }

  private static boolean isVerbose(CommandLine.ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("-v");
  }

  private static int failed(PrintStream err, Exception e, boolean verbose) {
    if (e instanceof UsageException || e instanceof ScenarioFileException) {
      return told(err, String.valueOf(e.getMessage()), USAGE);
    }
    if (e instanceof PortUnusableException) {
      return told(err, String.valueOf(e.getMessage()), UNUSABLE);
    }
    int exit = told(err, "a defect of the kit, please report it: " + e, OWN_DEFECT);
    if (verbose) {
      e.printStackTrace(err);
    }
    return exit;
  }

  private static int told(PrintStream err, String message, int exit) {
    err.println("rejoin: " + message);
    return exit;
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
