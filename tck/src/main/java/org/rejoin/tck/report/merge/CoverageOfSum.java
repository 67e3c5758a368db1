package org.rejoin.tck.report.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rejoin.tck.explore.Met;

/** Which pairs of state and input the shards of a run exercised together. */
final class CoverageOfSum {
  private CoverageOfSum() {}

  /** Puts it into the sum, which is a copy of the first shard; takes out what does not add up. */
  static void add(ObjectNode tree, ImmutableList<Report> shards) {
    boolean known =
        shards.stream().allMatch(shard -> shard.tree().at("/coverage/met").isTextual())
            && tree.at("/coverage/twoUsers").isObject()
            && tree.at("/coverage/threeUsers").isObject();
    if (!known) {
      tree.remove("coverage");
      return;
    }
    Met met = together(shards);
    ((ObjectNode) tree.at("/coverage/twoUsers")).put("exercised", met.ofTwo());
    ((ObjectNode) tree.at("/coverage/threeUsers")).put("exercised", met.ofThree());
    ObjectNode coverage = (ObjectNode) tree.path("coverage");
    coverage.remove(ImmutableList.of("met", "missed"));
    ImmutableList<JsonNode> missed = missed(shards);
    if (!missed.isEmpty()) {
      ArrayNode list = coverage.putArray("missed");
      missed.forEach(list::add);
    }
  }

  private static Met together(ImmutableList<Report> shards) {
    try {
      return Met.together(
          shards.stream()
              .map(shard -> shard.tree().at("/coverage/met").asText())
              .collect(ImmutableList.toImmutableList()));
    } catch (IllegalArgumentException e) {
      throw new MergeException(
          shards.get(0).file()
              + ": coverage.met of it or of another shard is not as rejoin run wrote it; run that"
              + " shard again");
    }
  }

  /** What every shard missed. */
  private static ImmutableList<JsonNode> missed(ImmutableList<Report> shards) {
    ImmutableList<JsonNode> missed = missed(shards.get(0));
    for (Report shard : shards) {
      ImmutableSet<JsonNode> here = ImmutableSet.copyOf(missed(shard));
      missed = missed.stream().filter(here::contains).collect(ImmutableList.toImmutableList());
    }
    return missed;
  }

  private static ImmutableList<JsonNode> missed(Report shard) {
    return ImmutableList.copyOf(shard.tree().at("/coverage/missed"));
  }
}
