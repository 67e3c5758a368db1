package org.rejoin.tck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rejoin.api.Platform;
import org.rejoin.api.Profiles;
import org.rejoin.tck.explore.Exhaustive;
import org.rejoin.tck.property.Properties;
import org.rejoin.tck.property.Property;
import org.rejoin.tck.property.Sample;
import org.rejoin.tck.scenario.Catalogue;
import org.rejoin.tck.scenario.Matrix;
import org.rejoin.tck.spec.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules and the checks, and how many scenarios there are of each. */
@Command(
    name = "list",
    description = "Lists the rules and the checks, with the number of scenarios of each.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "As JSON.")
  boolean json;

  @Override
  public void run() {
    ImmutableMultiset<String> groups =
        Catalogue.checks(Profiles.AGORA_2019_05).stream()
            .map(check -> check.origin().path().get(0))
            .collect(ImmutableMultiset.toImmutableMultiset());
    spec.commandLine().getOut().println(json ? asJson(groups).toPrettyString() : asText(groups));
  }

  private static ObjectNode asJson(ImmutableMultiset<String> groups) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ArrayNode rules = tree.putArray("rules");
    for (Rule rule : Rule.values()) {
      rules
          .addObject()
          .put("id", rule.id())
          .put("level", level(rule))
          .put("scenarios", groups.count(rule.id()))
          .put("sentence", rule.sentence());
    }
    ArrayNode checks = tree.putArray("checks");
    for (String group : groups.elementSet()) {
      checks.addObject().put("group", group).put("count", groups.count(group));
    }
    ArrayNode properties = tree.putArray("properties");
    for (Property property : Properties.ALL) {
      ObjectNode one = properties.addObject().put("id", property.id());
      ArrayNode of = one.putArray("rules");
      property.rules().forEach(rule -> of.add(rule.id()));
      one.put("sample", Sample.SIZE).put("sentence", property.sentence());
    }
    return tree.put("matrixCells", Matrix.cells()).put("exhaustive", exhaustive());
  }

  private static int exhaustive() {
    ImmutableSet<Platform> every = ImmutableSet.copyOf(Platform.values());
    return Exhaustive.of(Profiles.AGORA_2019_05, every, every).size();
  }

  private static String asText(ImmutableMultiset<String> groups) {
    StringBuilder text = new StringBuilder();
    String head = String.format("%-8s %-9s %9s  ", "rule", "level", "scenarios");
    text.append(head).append("what it says").append(System.lineSeparator());
    for (Rule rule : Rule.values()) {
      String before =
          String.format("%-8s %-9s %9d  ", rule.id(), level(rule), groups.count(rule.id()));
      text.append(Paragraphs.of(before, rule.sentence(), head.length()))
          .append(System.lineSeparator());
    }
    text.append(String.format("%n%-18s %9s%n", "checks", "scenarios"));
    line(text, "the rules' own", ofRules(groups), "");
    for (String group : groups.elementSet()) {
      if (Rule.ofId(group).isEmpty()) {
        line(text, group, groups.count(group), remark(group));
      }
    }
    line(
        text,
        "together",
        groups.size(),
        "and those that a run generates (--scenarios), and properties");
    line(text, "exhaustive", exhaustive(), "more for run --exhaustive, pairs of state and input");
    text.append(String.format("%n%-21s %-15s  ", "property", "rules"))
        .append("what holds, on ")
        .append(Sample.SIZE)
        .append(" scenarios that are generated for it")
        .append(System.lineSeparator());
    for (Property property : Properties.ALL) {
      String before = String.format("%-21s %-15s  ", property.id(), rules(property));
      text.append(Paragraphs.of(before, property.sentence(), before.length()))
          .append(System.lineSeparator());
    }
    return text.toString().stripTrailing();
  }

  private static String rules(Property property) {
    return property.rules().stream().map(Rule::id).collect(Collectors.joining(" "));
  }

  private static int ofRules(ImmutableMultiset<String> groups) {
    return Arrays.stream(Rule.values()).mapToInt(rule -> groups.count(rule.id())).sum();
  }

  private static void line(StringBuilder text, String what, int count, String remark) {
    text.append(
            String.format("%-18s %9s  %s", what, String.format("%,d", count), remark)
                .stripTrailing())
        .append(System.lineSeparator());
  }

  /** How many cells the matrix has; other groups need no remark. */
  private static String remark(String group) {
    return group.equals("matrix") ? Matrix.cells() + " cells, each in all its contexts" : "";
  }

  private static String level(Rule rule) {
    return rule.level().name().toLowerCase(Locale.ROOT);
  }
}
