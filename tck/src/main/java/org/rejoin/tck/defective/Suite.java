package org.rejoin.tck.defective;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Port;

/** Some checks that are put on trial together. Safe for several threads. */
public interface Suite {
  /**
   * The ids of its checks, in the order of the report.
   *
   * @param profile the constants and names in force
   */
  ImmutableSet<String> checks(Profile profile);

  /**
   * Whether a defect is tried at all.
   *
   * @param defect which
   * @param claims what is claimed of it
   */
  default boolean isFor(Defect defect, Claims claims) {
    return true;
  }

  /**
   * Holds a port to all of them.
   *
   * @param ports makes the port, anew each time
   * @param profile the constants and names in force
   */
  Found found(Supplier<Port> ports, Profile profile);

  /**
   * Holds a correct port to them, or to a share where all would take too long.
   *
   * @param variant which
   */
  default Found foundOfCorrect(Variant variant) {
    return found(variant.ports(), variant.profile());
  }

  /**
   * What was found of a port.
   *
   * @param failures the checks that it fails, each with what is said of its first failure
   * @param blame the rules that these are blamed on
   */
  record Found(ImmutableMap<String, String> failures, Blame blame) {}
}
