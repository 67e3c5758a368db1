package org.rejoin.tck.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;
import org.rejoin.tck.scenario.Check;

/** Checks as tests, in containers along the parts of their ids. */
final class CheckTests {
  private final Examiner examiner;

  CheckTests(Examiner examiner) {
    this.examiner = examiner;
  }

  /**
   * Those of the checks that concern the port's platforms.
   *
   * @param checks what to test
   * @param from how many parts of their ids the containers around say already
   * @param levels how many levels of containers to make, one for each further part
   */
  ImmutableList<DynamicNode> nodes(List<Check> checks, int from, int levels) {
    ImmutableList.Builder<DynamicNode> nodes = ImmutableList.builder();
    if (levels == 0) {
      checks.forEach(check -> nodes.addAll(leaves(check, from)));
      return nodes.build();
    }
    ImmutableListMultimap<String, Check> groups =
        Multimaps.index(checks, check -> parts(check.id()).get(from));
    groups
        .asMap()
        .forEach(
            (part, group) -> {
              ImmutableList<DynamicNode> within =
                  nodes(ImmutableList.copyOf(group), from + 1, levels - 1);
              if (!within.isEmpty()) {
                nodes.add(dynamicContainer(part, within));
              }
            });
    return nodes.build();
  }

  private List<DynamicNode> leaves(Check check, int from) {
    return examiner.views(check).stream()
        .<DynamicNode>map(
            view ->
                dynamicTest(
                    parts(view.id()).stream().skip(from).collect(Collectors.joining("/"))
                        + ": "
                        + check.about(),
                    () -> examiner.examine(view).conclude()))
        .toList();
  }

  /** What an id begins with, such as the id of a rule. */
  static String family(Check check) {
    return check.origin().path().stream().findFirst().orElse("");
  }

  private static List<String> parts(String id) {
    return Splitter.on('/').splitToList(id);
  }
}
