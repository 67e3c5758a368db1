package org.rejoin.tck.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;
import org.rejoin.tck.scenario.Check;
import org.rejoin.tck.stage.StagedCheck;

/** How a terminal report is to look, and what it may tell the user to type. */
@Value.Immutable
public interface Show {
  /** Whether to use ANSI colours. */
  @Value.Default
  default boolean colour() {
    return false;
  }

  /** Whether to show everything rather than one screen of it. */
  @Value.Default
  default boolean verbose() {
    return false;
  }

  /** Whether to show the last line alone. */
  @Value.Default
  default boolean quiet() {
    return false;
  }

  /** Whether it was the bundled reference that was judged. */
  @Value.Default
  default boolean isReference() {
    return false;
  }

  /** The file that has everything. */
  @Value.Default
  default String reportFile() {
    return "rejoin-report/report.json";
  }

  /** The page that shows it. */
  @Value.Default
  default String page() {
    return "rejoin-report/index.html";
  }

  /** What the port gets of a check, user by user, where that is to be told; nothing by default. */
  @Value.Default
  default Function<Check, ImmutableList<StagedCheck>> views() {
    return unused -> ImmutableList.of();
  }

  /** How to replay a check's scenario, where that is not by the command that was called. */
  Optional<Function<Check, String>> replay();

  /** How the command was called, for the commands that it tells to type. */
  @Value.Default
  default Invocation invocation() {
    return Invocation.plain();
  }
}
