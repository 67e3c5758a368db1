package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.defective.Lookalikes;
import org.rejoin.tck.oracle.Tolerance;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.report.ReportJson;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.report.TerminalReport;
import org.rejoin.tck.run.ConformanceRun;
import org.rejoin.tck.run.ImmutableRunOrder;
import org.rejoin.tck.run.ImmutableRunResult;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.run.Selection;
import org.rejoin.tck.run.Shrinking;
import org.rejoin.tck.scenario.KnownFailingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The conformance run. */
@Command(
    name = "run",
    description = "Judges a port, or the bundled reference if none is named.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant",
      "2:usage error",
      "3:incomplete: nothing failed, but something was not judged",
      "4:port unusable",
      "70:a defect of the kit itself",
      "130:interrupted"
    })
final class RunCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProfileOption profile = new ProfileOption();
  @Mixin SelectionOptions selection = new SelectionOptions();
  @Mixin PlanOptions plans = new PlanOptions();

  @Option(
      names = "--missed",
      description = "Name in report.json every reachable pair that the run did not exercise.")
  boolean missed;

  @Option(names = "--fail-fast", description = "Judge nothing after the first failure.")
  boolean failFast;

  @Mixin KnownFailingOptions known = new KnownFailingOptions();
  @Mixin PortOptions ports = new PortOptions();
  @Mixin ToleranceOption tolerance = new ToleranceOption();

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    ImmutableList<Plan> possible = check();
    Optional<KnownFailingFile> list = known.list(possible, LocalDate.now(ZoneId.systemDefault()));
    ReportFolder folder = ReportFolder.prepare(output.report.orElse(Path.of("rejoin-report")));
    try (Interruption interruption = Interruption.watch()) {
      RunResult result = Lookalikes.named(judge(list));
      interruption.reporting();
      String json = ReportJson.of(result, Kit.name()).toPrettyString() + "\n";
      Show show = show(folder);
      folder.write(json, result, show);
      output.print(spec.commandLine().getOut(), json, TerminalReport.of(result, show));
      output.tell(spec.commandLine().getErr(), result.defects());
      known.update(list, result);
      return result.exitCode();
    }
  }

  /**
   * Finds what can be known to be wrong before the port is started. Returns the plans it may need.
   */
  private ImmutableList<Plan> check() {
    plans.check();
    ports.check();
    ImmutableList<Profile> profiles = profile.named().map(ImmutableList::of).orElse(Profiles.ALL);
    if (!selection.hasGlobs() && !known.hasList()) {
      return ImmutableList.of();
    }
    ImmutableList<Plan> possible =
        profiles.stream().map(each -> plans.plan(each)).collect(ImmutableList.toImmutableList());
    Selection unused = selection.chosen(possible);
    return possible;
  }

  private RunResult judge(Optional<KnownFailingFile> list) {
    try (PortCrew crew = ports.start()) {
      Hello hello = crew.hello();
      Profile inForce = profile.inForce(hello);
      Optional<Tolerance> chosen = tolerance.chosen(hello, inForce);
      greet(hello, inForce);
      Plan plan = plans.plan(inForce, hello, selection.platforms);
      RunResult result =
          new ConformanceRun(crew.ports(), inForce)
              .run(
                  ImmutableRunOrder.builder()
                      .plan(plan)
                      .wholeRun(plan.size() + plans.leftOut(hello.clock()))
                      .selection(selection.chosen(ImmutableList.of(plan)))
                      .known(KnownFailingOptions.byCheck(list))
                      .tolerance(chosen)
                      .failFast(failFast)
                      .progress(ProgressKind.of(output.quiet, spec.commandLine().getErr()))
                      .missed(missed)
                      .build());
      crew.closePorts();
      // Whether a port ends well is known once it has ended.
      result = ImmutableRunResult.copyOf(result).withWarnings(crew.warnings());
      // Who holds the port in a debugger wants no more of it than the run itself.
      return ports.noDeadlines
          ? result
          : Shrinking.of(result, answer -> ports.another(answer, crew.transcript()), ports.timeout);
    }
  }

  /** The port is there: somebody who waits sees so at once. */
  private void greet(Hello hello, Profile inForce) {
    if (output.isPretty() && !output.quiet) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(TerminalReport.head(hello, inForce, plans.seed, Ansi.AUTO.enabled()));
      out.flush();
    }
  }

  private Show show(ReportFolder folder) {
    return output
        .show()
        .isReference(ports.isReference())
        .reportFile(folder.json().toString())
        .page(folder.page().toString())
        .invocation(ports.invocation(plans.seed, profile.id, selection.again(), tolerance.again()))
        .build();
  }
}
