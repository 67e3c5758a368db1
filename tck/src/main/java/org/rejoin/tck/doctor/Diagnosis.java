package org.rejoin.tck.doctor;

import com.google.common.collect.ImmutableList;
import org.rejoin.tck.run.ExitCode;

/**
 * What was found at every rung, in their order.
 *
 * @param findings one for each rung
 * @param notes what else the user should know, a sentence each
 */
public record Diagnosis(ImmutableList<Finding> findings, ImmutableList<String> notes) {
  /** The command's exit code: 0 if all holds, 4 if the port does not come up, 1 otherwise. */
  public int exitCode() {
    return findings.stream()
        .filter(finding -> finding.state() == Finding.State.FAILED)
        .findFirst()
        .map(
            first ->
                switch (first.rung()) {
                  case STARTS, HELLO -> ExitCode.PORT_UNUSABLE;
                  case FLUSH, SCENARIO, REPEATABLE, TIME, THROUGHPUT, END ->
                      ExitCode.NOT_CONFORMANT;
                })
        .orElse(ExitCode.CONFORMANT)
        .number();
  }
}
