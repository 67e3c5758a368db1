package org.rejoin.tck.explorer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import org.rejoin.api.Platform;
import org.rejoin.api.Profile;
import org.rejoin.api.Profiles;
import org.rejoin.tck.oracle.RuleTables;
import org.rejoin.tck.scenario.RuleExample;
import org.rejoin.tck.scenario.RuleExamples;
import org.rejoin.tck.scenario.ScenarioJson;
import org.rejoin.tck.spec.Rule;
import org.rejoin.tck.spec.SeedLine;

/** All that the page knows beside the machine, from where it stands once in the kit, as JSON. */
final class Book {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Book() {}

  static ObjectNode tree() {
    ObjectNode book = JSON.objectNode();
    ArrayNode profiles = book.putArray("profiles");
    for (Profile profile : Profiles.ALL) {
      profiles.addObject().put("id", profile.id());
    }
    ObjectNode families = book.putObject("families");
    for (Platform platform : Platform.values()) {
      families.put(platform.id(), platform.family().name());
    }
    book.set("rules", ruleTables());
    ArrayNode all = book.putArray("all");
    for (Rule rule : Rule.values()) {
      all.add(rule(rule));
    }
    ObjectNode lines = book.putObject("lines");
    for (SeedLine line : SeedLine.values()) {
      lines.putObject(line.name()).put("chinese", line.chinese()).put("english", line.english());
    }
    ArrayNode presets = book.putArray("presets");
    RuleExamples.all().forEach(example -> presets.add(preset(example)));
    return book;
  }

  private static ObjectNode ruleTables() {
    ObjectNode tables = JSON.objectNode();
    tables.set("met", ids(RuleTables.met()));
    RuleTables.byName()
        .forEach(
            (name, table) -> {
              ObjectNode rows = tables.putObject(name);
              table
                  .rowMap()
                  .forEach(
                      (family, row) -> {
                        ObjectNode cells = rows.putObject(family.name());
                        row.forEach((key, rules) -> cells.set(key, ids(rules)));
                      });
            });
    return tables;
  }

  private static ArrayNode ids(ImmutableSet<Rule> rules) {
    ArrayNode ids = JSON.arrayNode();
    rules.forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode tree =
        JSON.objectNode()
            .put("id", rule.id())
            .put("level", Ascii.toLowerCase(rule.level().name()))
            .put("sentence", rule.sentence());
    ArrayNode lines = tree.putArray("lines");
    rule.lines().forEach(line -> lines.add(line.name()));
    return tree;
  }

  private static ObjectNode preset(RuleExample example) {
    ObjectNode tree =
        JSON.objectNode()
            .put("id", example.check().id())
            .put("rule", example.rule().id())
            .put("about", example.check().about())
            .put("profile", Profiles.AGORA_2019_05.id());
    tree.set("scenario", ScenarioJson.toJson(example.check().scenario()));
    return tree;
  }
}
