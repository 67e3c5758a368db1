package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.rejoin.tck.run.RunResult;

/** A run's verdict as a badge, in the form that shields.io reads from an address. */
public final class Badge {
  private Badge() {}

  /** The text of {@code badge.json}. */
  public static String of(RunResult result) {
    String verdict = result.verdict();
    return JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", 1)
            .put("label", "rejoin")
            .put("message", verdict.replace('-', ' '))
            .put(
                "color",
                switch (verdict) {
                  case "conformant" -> "brightgreen";
                  case "incomplete" -> "yellow";
                  default -> "red";
                })
        + "\n";
  }
}
