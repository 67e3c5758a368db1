package org.rejoin.tck.port;

import com.google.common.collect.ImmutableList;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.scenario.Scenario;

/**
 * The seam to an SDK under test: says who it is, and runs scenarios.
 *
 * <p>A port is used by one thread at a time; {@link PortServer} alone uses it by as many as its
 * hello has for concurrency. Every scenario starts from nothing; what one leaves behind must not
 * show in the next.
 */
public interface Port extends AutoCloseable {

  /** Who the port is and what it can do; the same on every call. */
  Hello hello();

  /**
   * Runs a whole scenario, up to and including its {@code until}.
   *
   * @param scenario what is done to whom and when
   * @param profile the constants and names in force
   */
  Answer run(Scenario scenario, Profile profile);

  /**
   * Runs many scenarios, one after another unless the port has a faster way.
   *
   * @param scenarios what to run
   * @param profile the constants and names in force
   * @param sink gets each scenario's answer with its index, every index once, in any order
   */
  default void runAll(
      ImmutableList<Scenario> scenarios, Profile profile, ObjIntConsumer<Answer> sink) {
    for (int i = 0; i < scenarios.size(); i++) {
      sink.accept(run(scenarios.get(i), profile), i);
    }
  }

  /** What the user should know of the port beside its answers, a sentence each. */
  default ImmutableList<String> warnings() {
    return ImmutableList.of();
  }

  /** Lets go of everything the port holds. Nothing by default. */
  @Override
  default void close() {}
}
