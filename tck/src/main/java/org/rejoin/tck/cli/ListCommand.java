package org.rejoin.tck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.rejoin.api.Profiles;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.spec.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules and how much there is to judge. */
@Command(name = "list", description = "Lists the rules.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "As JSON.")
  boolean json;

  @Override
  public void run() {
    spec.commandLine().getOut().println(json ? asJson().toPrettyString() : asText());
  }

  private static ObjectNode asJson() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ArrayNode rules = tree.putArray("rules");
    for (Rule rule : Rule.values()) {
      rules
          .addObject()
          .put("id", rule.id())
          .put("level", level(rule))
          .put("sentence", rule.sentence());
    }
    tree.put("matrixCells", Matrix.cells())
        .put("matrixScenarios", Matrix.checks(Profiles.AGORA_2019_05).size());
    return tree;
  }

  private static String asText() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : Rule.values()) {
      text.append(String.format("%-8s %-9s %s%n", rule.id(), level(rule), rule.sentence()));
    }
    return text.append(Rule.values().length)
        .append(" rules, ")
        .append(Matrix.cells())
        .append(" cells of the matrix in ")
        .append(Matrix.checks(Profiles.AGORA_2019_05).size())
        .append(" scenarios")
        .toString();
  }

  private static String level(Rule rule) {
    return rule.level().name().toLowerCase(Locale.ROOT);
  }
}
