package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.rejoin.tck.run.Conclusion;
import org.rejoin.tck.run.RunResult;

/** A run's verdict as a badge, in the form that shields.io reads from an address. */
public final class Badge {
  private Badge() {}

  /** The text of {@code badge.json}. */
  public static String of(RunResult result) {
    Conclusion conclusion = result.conclusion();
    return JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", 1)
            .put("label", "rejoin")
            .put("message", conclusion.words())
            .put(
                "color",
                switch (conclusion.kind()) {
                  case CONFORMANT -> "brightgreen";
                  case PASSED -> "yellowgreen";
                  case INCOMPLETE -> "yellow";
                  case NOT_CONFORMANT -> "red";
                })
        + "\n";
  }
}
