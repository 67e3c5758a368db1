package org.rejoin.tck.shrink;

/** One way to make scenarios smaller, tried wherever it applies. */
@FunctionalInterface
interface Pass {
  void run(Search search);
}
