package org.rejoin.tck.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.rejoin.tck.defective.SelfTest;
import org.rejoin.tck.defective.SelfTestJson;
import org.rejoin.tck.defective.SelfTestResult;
import org.rejoin.tck.defective.SelfTestText;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The kit on trial. */
@Command(
    name = "self-test",
    description =
        "Holds the kit to its own defective, correct and hostile ports: which check kills which.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the kit finds what it claims to find", "70:a defect of the kit itself"})
final class SelfTestCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "On standard output: pretty, or json (the table as data).")
  OutputOptions.Format format = OutputOptions.Format.pretty;

  @Option(names = "-q", description = "Print the last line alone.")
  boolean quiet;

  @Override
  public Integer call() {
    return tell(SelfTest.shipped().run());
  }

  /** Prints what was found. Returns the exit code. */
  int tell(SelfTestResult result) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case json -> SelfTestJson.of(result, Kit.name()).toPrettyString() + "\n";
          case pretty -> quiet ? result.lastLine() + "\n" : SelfTestText.of(result);
        });
    out.flush();
    if (result.problems().isEmpty()) {
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("rejoin: a defect of the kit, please report it: " + result.problems().get(0));
    err.flush();
    return ExitCode.KIT_DEFECT.number();
  }
}
