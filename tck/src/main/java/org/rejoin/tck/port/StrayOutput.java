package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rejoin.tck.timeline.SafeText;

/** Lines on a port's standard output that are no messages: counted, and the first three kept. */
final class StrayOutput {
  private static final int KEPT = 3;
  private static final int COLUMNS = 200;

  private final List<String> first = new ArrayList<>();
  private long count;

  void add(String line) {
    count++;
    if (first.size() < KEPT) {
      first.add(SafeText.clean(line, COLUMNS));
    }
  }

  /** What to tell the user; empty if there is nothing to tell. */
  ImmutableList<String> warnings() {
    return count == 0
        ? ImmutableList.of()
        : ImmutableList.of(
            "the port printed "
                + count
                + " stray line(s) on standard output; logs belong on standard error. The first: "
                + first);
  }
}
