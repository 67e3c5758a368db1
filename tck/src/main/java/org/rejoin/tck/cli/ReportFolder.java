package org.rejoin.tck.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.rejoin.tck.explorer.ExplorerLink;
import org.rejoin.tck.explorer.ExplorerPage;
import org.rejoin.tck.port.Kit;
import org.rejoin.tck.report.Badge;
import org.rejoin.tck.report.JUnitXml;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.report.SummaryMarkdown;
import org.rejoin.tck.report.html.HtmlReport;
import org.rejoin.tck.run.RunResult;

/** The folder that a run's reports are written to. */
final class ReportFolder {
  private static final String JSON = "report.json";
  private static final String PAGE = "index.html";
  private static final String EXPLORER = ExplorerLink.PAGE;
  private static final String JUNIT = "junit.xml";
  private static final String SUMMARY = "summary.md";
  private static final String BADGE = "badge.json";

  private final Path folder;

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, without the reports of an earlier run, which nobody is to take for this
   * one's.
   *
   * @throws UsageException if it can't be written to
   */
  static ReportFolder prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String name : new String[] {JSON, PAGE, EXPLORER, JUNIT, SUMMARY, BADGE}) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException("--report: can't write to " + folder + ": no permission");
    }
    return new ReportFolder(folder);
  }

  Path json() {
    return folder.resolve(JSON);
  }

  Path page() {
    return folder.resolve(PAGE);
  }

  /**
   * Writes all reports, the one that the others come from first. Each is there whole or not at all.
   *
   * @throws UsageException if one can't be written
   */
  void write(String json, RunResult result, Show show) {
    writeJson(json);
    ImmutableMap.of(
            PAGE, HtmlReport.of(result, show, Kit.name()),
            EXPLORER, ExplorerPage.html(),
            JUNIT, JUnitXml.of(result, show, Kit.name()),
            SUMMARY, SummaryMarkdown.of(result, show),
            BADGE, Badge.of(result))
        .forEach(this::write);
  }

  /**
   * Writes {@code report.json} alone, whole or not at all.
   *
   * @throws UsageException if it can't be written
   */
  void writeJson(String json) {
    write(JSON, json);
  }

  /**
   * Writes {@code index.html} alone, whole or not at all.
   *
   * @throws UsageException if it can't be written
   */
  void writePage(String html) {
    write(PAGE, html);
  }

  private void write(String name, String text) {
    Path half = folder.resolve("." + name + ".part");
    try {
      Files.writeString(half, text, StandardCharsets.UTF_8);
      Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static UsageException unwritable(Path folder, IOException e) {
    return UsageException.unwritable("--report", folder, e);
  }
}
