package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.run.Plan;
import org.rejoin.tck.scenario.Check;

/**
 * Checks of a plan as tests, in containers along the path of their origins.
 *
 * @param plan where they are
 * @param isTold whether the check at an index is told of at all
 * @param test runs the check at an index, and ends the running test so
 */
record CheckTests(Plan plan, IntPredicate isTold, IntConsumer test) {

  /**
   * Tests in containers.
   *
   * @param indexes the checks' places in the plan
   * @param from how many words of their paths the containers around say already
   */
  ImmutableList<DynamicNode> nodes(IntStream indexes, int from) {
    ImmutableList.Builder<DynamicNode> nodes = ImmutableList.builder();
    Multimaps.index(
            indexes.filter(isTold).boxed().iterator(),
            index -> from < path(index).size() ? path(index).get(from) : "")
        .asMap()
        .forEach(
            (word, group) -> {
              if (word.isEmpty()) {
                group.forEach(index -> nodes.add(leaf(index)));
              } else {
                IntStream within = group.stream().mapToInt(Integer::intValue);
                nodes.add(dynamicContainer(word, nodes(within, from + 1)));
              }
            });
    return nodes.build();
  }

  private ImmutableList<String> path(int index) {
    return plan.check(index).origin().path();
  }

  private DynamicNode leaf(int index) {
    Check check = plan.check(index);
    String name = check.id().substring(String.join("/", path(index)).length() + 1);
    return dynamicTest(name + ": " + check.about(), () -> test.accept(index));
  }
}
