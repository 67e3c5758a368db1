package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rejoin.tck.explore.Coverage;
import org.rejoin.tck.run.RunResult;

/** Which pairs of state and input a run exercised, as a part of the report. */
final class CoverageJson {
  private CoverageJson() {}

  static ObjectNode of(RunResult result, Coverage.Count count) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("twoUsers", pairs(count.two()));
    tree.set("threeUsers", pairs(count.three()));
    result.met().ifPresent(met -> tree.put("met", met));
    if (!result.missed().isEmpty()) {
      ArrayNode missed = tree.putArray("missed");
      result.missed().forEach(missed::add);
    }
    return tree;
  }

  private static ObjectNode pairs(Coverage.Pairs pairs) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("exercised", pairs.exercised());
    pairs.reachable().ifPresent(reachable -> tree.put("reachable", reachable));
    return tree;
  }
}
