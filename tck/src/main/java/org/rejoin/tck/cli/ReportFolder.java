package org.rejoin.tck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a run's reports are written to. */
final class ReportFolder {
  private final Path folder;

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, without the report of an earlier run, which nobody is to take for this one's.
   *
   * @throws UsageException if it can't be written to
   */
  static ReportFolder prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("report.json"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException("--report: can't write to " + folder + ": no permission");
    }
    return new ReportFolder(folder);
  }

  Path json() {
    return folder.resolve("report.json");
  }

  /**
   * Writes {@code report.json}.
   *
   * @throws UsageException if it can't be written
   */
  void write(String json) {
    try {
      Files.writeString(json(), json, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static UsageException unwritable(Path folder, IOException e) {
    return new UsageException("--report: can't write to " + folder + ": " + e.getMessage());
  }
}
