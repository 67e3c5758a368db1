package org.rejoin.tck.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.rejoin.tck.recording.Doubt;
import org.rejoin.tck.recording.IgnoredCallback;
import org.rejoin.tck.recording.RecordedFailure;
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
    ArrayNode ignored = recordings.putArray("ignored");
    for (IgnoredCallback one : result.ignored()) {
      ignored
          .addObject()
          .put("name", one.name())
          .put("because", one.because())
          .put("callbacks", one.count());
    }
    ArrayNode undecided = recordings.putArray("inconclusive");
    for (RecordedFailure one : result.undecided()) {
      undecided.add(withHints(one, ReportJson.failure(one.failure(), result.run().profile())));
    }
    for (int i = 0; i < result.failures().size(); i++) {
      withHints(result.failures().get(i), (ObjectNode) tree.path("failures").path(i));
    }
    return tree;
  }

  private static ObjectNode withHints(RecordedFailure failure, ObjectNode tree) {
    list(tree, "also", failure.others());
    list(tree, "hints", failure.hints());
    list(
        tree,
        "leftOpen",
        failure.doubts().stream().map(Doubt::sentence).collect(ImmutableList.toImmutableList()));
    return tree;
  }

  private static void list(ObjectNode tree, String name, ImmutableList<String> texts) {
    ArrayNode list = tree.putArray(name);
    texts.forEach(list::add);
  }
}
