package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One rule, with the lines of the text that it comes from. */
@Command(
    name = "explain",
    description = "Explains a rule, such as NET-10.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", description = "The rule's id.")
  String id = "";

  @Override
  public void run() {
    Rule rule =
        Rule.ofId(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        "explain: there is no rule '"
                            + id
                            + "'; there are "
                            + Arrays.stream(Rule.values()).map(Rule::id).toList()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(rule.id() + " (" + rule.level().name().toLowerCase(Locale.ROOT) + ")");
    out.println(rule.sentence());
    out.println();
    out.println(
        rule.level() == Rule.Level.REQUIRED ? "The text says:" : "It follows from these lines:");
    for (SeedLine line : rule.lines()) {
      out.println("  " + line.chinese());
      out.println("  " + line.english());
    }
    out.println();
    out.println("Its scenarios:");
    ImmutableList<RuleExample> examples = RuleExamples.of(rule);
    for (RuleExample example : examples) {
      out.println("  " + example.check().id() + "  " + example.check().about());
    }
    Scenario first = examples.get(0).check().scenario();
    if (new ReferencePort().run(first, Profiles.AGORA_2019_05) instanceof Answer.Ran ran) {
      out.println();
      out.println("The first of them on the reference:");
      out.println(Pictures.text(first, ran.trace(), Profiles.AGORA_2019_05).stripTrailing());
    }
  }
}
