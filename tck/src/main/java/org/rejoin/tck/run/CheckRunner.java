package org.rejoin.tck.run;

import com.google.common.collect.ImmutableList;
import java.util.function.ObjIntConsumer;
import org.rejoin.api.Profile;
import org.rejoin.tck.port.Answer;
import org.rejoin.tck.port.Hello;
import org.rejoin.tck.port.Port;
import org.rejoin.tck.scenario.Check;

/** Has a port do whole checks, whatever its view. */
@FunctionalInterface
interface CheckRunner {

  /**
   * Runs some checks.
   *
   * @param checks what to run; none that the port's hello rules out
   * @param sink gets each check's answer with its index
   */
  void runAll(ImmutableList<Check> checks, ObjIntConsumer<Answer> sink);

  /** The way to run checks on this port: as they are, or one user after the other. */
  static CheckRunner of(Port port, Profile profile) {
    return port.hello().view() == Hello.View.CLIENT
        ? new StagedPort(port, profile)
        : (checks, sink) ->
            port.runAll(
                checks.stream().map(Check::scenario).collect(ImmutableList.toImmutableList()),
                profile,
                sink);
  }
}
