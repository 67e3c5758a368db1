package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rejoin.api.Profiles;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.reference.ReferencePort;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.Scenario;
import org.rejoin.tck.spec.Advice;
import org.rejoin.tck.spec.Bearing;
import org.rejoin.tck.spec.Decision;
import org.rejoin.tck.spec.Evidence;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One rule with all that is known of it, or one of the decisions that bear on rules. */
@Command(
    name = "explain",
    description = "Explains a rule, such as NET-10, or a decision, such as D-03.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
  private static final int INDENT = 2;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", description = "The id of the rule or the decision.")
  String id = "";

  @Override
  public void run() {
    Optional<Rule> rule = Rule.ofId(id);
    Optional<Decision> decision = Decision.ofId(id);
    if (rule.isPresent()) {
      explain(rule.get());
    } else if (decision.isPresent()) {
      explain(decision.get());
    } else {
      throw new UsageException("explain: there is no rule '" + id + "'; " + advice());
    }
  }

  private void explain(Rule rule) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(rule.id() + " (" + rule.level().name().toLowerCase(Locale.ROOT) + ")");
    out.println(Paragraphs.of(rule.sentence(), 0));
    title(rule.level() == Rule.Level.REQUIRED ? "The text says:" : "It follows from these lines:");
    for (SeedLine line : rule.lines()) {
      out.println(Paragraphs.of(line.chinese(), INDENT));
      out.println(Paragraphs.of(line.english(), INDENT));
    }
    ImmutableList<Decision> decisions = Bearing.on(rule);
    if (!decisions.isEmpty()) {
      title(
          "What the text leaves open, and we decided (`rejoin explain "
              + decisions.get(0).id()
              + "` says more):");
      for (Decision decision : decisions) {
        row(decision.id(), decision.question() + " " + decision.answer());
      }
    }
    ImmutableList<RuleExample> examples = RuleExamples.of(rule);
    title("Its scenarios (`rejoin run --only '" + rule.id() + "/*'` runs them):");
    for (RuleExample example : examples) {
      row(example.check().id(), example.check().about());
    }
    Scenario first = examples.get(0).check().scenario();
    if (new ReferencePort().run(first, Profiles.AGORA_2019_05) instanceof Answer.Ran ran) {
      title("The first of them as it should be:");
      out.println(Pictures.text(first, ran.trace(), Profiles.AGORA_2019_05).stripTrailing());
    }
    title("What to look at when it fails:");
    out.println(Paragraphs.of(Advice.on(rule), INDENT));
  }

  private void explain(Decision decision) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(decision.id() + " (decision)");
    out.println(Paragraphs.of(decision.question(), 0));
    title("Decided:");
    out.println(Paragraphs.of(decision.answer() + " " + decision.substance(), INDENT));
    title("What tells the readings apart, or was rejected:");
    out.println(Paragraphs.of(decision.apart(), INDENT));
    title("Evidence: " + joined(decision.evidence().stream().map(Evidence::words)));
    out.println(Paragraphs.of(decision.found(), INDENT));
    title("It bears on:");
    out.println(Paragraphs.of(joined(Bearing.of(decision).stream().map(Rule::id)), INDENT));
  }

  private void title(String title) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(title);
  }

  private void row(String first, String rest) {
    int indent = INDENT + first.length() + 2;
    spec.commandLine().getOut().println(Paragraphs.of("  " + first + "  ", rest, indent));
  }

  private String advice() {
    ImmutableList<String> near = Nearest.to(id, ids().collect(ImmutableList.toImmutableList()));
    return near.isEmpty()
        ? "there are " + joined(Arrays.stream(Rule.values()).map(Rule::id))
        : "did you mean " + String.join(" or ", near) + "? `rejoin list` shows all";
  }

  private static Stream<String> ids() {
    return Stream.concat(
        Arrays.stream(Rule.values()).map(Rule::id),
        Arrays.stream(Decision.values()).map(Decision::id));
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }
}
