package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rejoin.tck.run.Failure;
import org.rejoin.tck.run.Verdict;
import org.rejoin.tck.spec.Rule;

/**
 * Failures that most likely have one cause: those that break the same rules first, or, where there
 * is no trace to judge, whose messages are the same but for numbers.
 *
 * @param verdict how they ended
 * @param rules the rules that they break, if they all break the same ones
 * @param failures the failures, in the order of the checks; at least one
 */
public record FailureKind(
    Verdict verdict, ImmutableSet<Rule> rules, ImmutableList<Failure> failures) {

  /** Nobody looks at more; a port whose messages are all different gets one kind for the rest. */
  private static final int MOST = 60;

  private record Key(Verdict verdict, ImmutableSet<Rule> rules, String message) {
    static Key of(Failure failure) {
      boolean judged = !failure.rules().isEmpty() && !failure.expected().isEmpty();
      return judged
          ? new Key(failure.verdict(), failure.rules(), "")
          : new Key(failure.verdict(), ImmutableSet.of(), alike(failure.message()));
    }

    private static String alike(String message) {
      return Plain.shortLine(message.lines().findFirst().orElse("")).replaceAll("[0-9]+", "0");
    }

    Key cut() {
      return new Key(verdict, ImmutableSet.of(), "");
    }
  }

  /** The kinds, in the order in which they first show; every failure is of one. */
  public static ImmutableList<FailureKind> of(List<Failure> failures) {
    Set<Key> known = new HashSet<>();
    ImmutableListMultimap<Key, Failure> byKey =
        Multimaps.index(
            failures,
            failure -> {
              Key key = Key.of(failure);
              return known.contains(key) || (known.size() < MOST && known.add(key))
                  ? key
                  : key.cut();
            });
    List<FailureKind> kinds = new ArrayList<>();
    byKey
        .asMap()
        .forEach(
            (key, of) ->
                kinds.add(new FailureKind(key.verdict(), common(of), ImmutableList.copyOf(of))));
    return ImmutableList.copyOf(kinds);
  }

  private static ImmutableSet<Rule> common(Iterable<Failure> failures) {
    ImmutableSet<ImmutableSet<Rule>> different =
        ImmutableSet.copyOf(Iterables.transform(failures, Failure::rules));
    return different.size() == 1 ? different.iterator().next() : ImmutableSet.of();
  }

  /** The one to look at first. */
  public Failure first() {
    return failures.get(0);
  }

  /** What they break, in a word or two: the rules' ids, or the verdict where there are none. */
  public String title() {
    return rules.isEmpty()
        ? verdict.id()
        : rules.stream().map(Rule::id).collect(Collectors.joining(", "));
  }
}
