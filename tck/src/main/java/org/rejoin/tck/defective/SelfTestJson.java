package org.rejoin.tck.defective;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;

/** A self-test as data. */
public final class SelfTestJson {
  private SelfTestJson() {}

  /** The whole of it, for a kit that calls itself so. */
  public static ObjectNode of(SelfTestResult result, String kit) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("kit", kit)
            .put("verdict", result.problems().isEmpty() ? "sound" : "not-sound")
            .put("medianKillers", result.medianKillers());
    ArrayNode problems = tree.putArray("problems");
    result.problems().forEach(problems::add);
    ArrayNode defects = tree.putArray("defects");
    result.table().trials().forEach(trial -> defects.add(defect(trial, result.claims())));
    ArrayNode checks = tree.putArray("checks");
    result.table().checks().forEach(check -> checks.add(check(check, result)));
    ArrayNode correct = tree.putArray("correct");
    result
        .correct()
        .forEach(
            (variant, failures) -> {
              ObjectNode port =
                  correct
                      .addObject()
                      .put("id", variant.id())
                      .put("sentence", variant.sentence())
                      .put("profile", variant.profile().id());
              put(port.putObject("fails"), failures);
            });
    ArrayNode hostile = tree.putArray("hostile");
    result
        .hostile()
        .forEach(
            (port, came) ->
                hostile
                    .addObject()
                    .put("id", port.id())
                    .put("sentence", port.sentence())
                    .put("held", port.isHeld(came))
                    .put("came", came));
    return tree;
  }

  private static ObjectNode defect(Trial trial, Claims claims) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", trial.defect().id())
            .put("family", trial.defect().theme())
            .put("sentence", trial.defect().sentence())
            .put("profile", trial.defect().profile().id());
    ArrayNode named = tree.putArray("named");
    claims
        .killers()
        .getOrDefault(trial.defect().id(), ImmutableMap.of())
        .keySet()
        .forEach(named::add);
    put(tree.putObject("killers"), trial.killers());
    ArrayNode first = tree.putArray("blamed");
    trial.blame().first().forEach(rule -> first.add(rule.id()));
    ArrayNode further = tree.putArray("blamedLater");
    trial.blame().further().forEach(rule -> further.add(rule.id()));
    return tree;
  }

  private static void put(ObjectNode tree, ImmutableMap<String, String> messages) {
    messages.forEach(tree::put);
  }

  private static ObjectNode check(String check, SelfTestResult result) {
    ObjectNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", check)
            .put("finds", result.table().foundBy(check).size());
    ArrayNode alone = tree.putArray("alone");
    result.table().preyOf(check).forEach(trial -> alone.add(trial.defect().id()));
    Optional.ofNullable(result.claims().reasons().get(check))
        .ifPresent(
            reason -> {
              ObjectNode why = tree.putObject("reason");
              why.put(
                  "because", reason.because().name().toLowerCase(Locale.ROOT).replace('_', '-'));
              ArrayNode with = why.putArray("with");
              reason.with().forEach(with::add);
              why.put("text", reason.text());
            });
    return tree;
  }
}
