package org.rejoin.tck.report.html;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many numbers in few characters: {@code 0–41, 43}. */
final class Ranges {
  private Ranges() {}

  static String of(IntStream numbers) {
    RangeSet<Integer> ranges = TreeRangeSet.create();
    numbers.forEach(number -> ranges.add(Range.closedOpen(number, number + 1)));
    return ranges.asRanges().stream().map(Ranges::words).collect(Collectors.joining(", "));
  }

  private static String words(Range<Integer> range) {
    ContiguousSet<Integer> numbers = ContiguousSet.create(range, DiscreteDomain.integers());
    return numbers.first().equals(numbers.last())
        ? numbers.first().toString()
        : numbers.first() + "–" + numbers.last();
  }
}
