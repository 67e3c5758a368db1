package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.rejoin.tck.recording.RecordingResult;

/** The report of judged recordings: a run's, and what only recordings have. */
public final class RecordingJson {
  private RecordingJson() {}

  /**
   * The tree of {@code report.json}.
   *
   * @param files what was judged, as the user named it
   */
  public static ObjectNode of(RecordingResult result, ImmutableList<String> files, String kit) {
    ObjectNode tree = ReportJson.of(result.run(), kit).put("exit", result.exitCode());
    ObjectNode recordings = tree.putObject("recordings");
    list(recordings, "files", files);
    recordings
        .put("lines", result.lines())
        .put("brokenLines", result.brokenLines())
        .put("channelsWithoutEnd", result.withoutEnd());
    list(recordings, "firstBrokenLines", result.firstBrokenLines());
    list(recordings, "warnings", result.run().warnings());
    return tree;
  }

  private static void list(ObjectNode tree, String name, ImmutableList<String> texts) {
    ArrayNode list = tree.putArray(name);
    texts.forEach(list::add);
  }
}
