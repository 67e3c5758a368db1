package org.rejoin.benchmarks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/** Where figures come from. A round is asked for several times, so that anchors alternate. */
interface Source {

  /**
   * Measures once.
   *
   * @param keys which figures are wanted; those of other sources are ignored
   * @return the figures by key: nanoseconds or bytes
   */
  ImmutableMap<String, Double> round(ImmutableSet<String> keys) throws Exception;
}
