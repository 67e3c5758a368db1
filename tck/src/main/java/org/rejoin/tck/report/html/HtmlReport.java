package org.rejoin.tck.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.NavTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rejoin.tck.report.Plain;
import org.rejoin.tck.report.Show;
import org.rejoin.tck.run.RunResult;
import org.rejoin.tck.timeline.TimelineSvg;

/**
 * A run as one page that needs no network, and no script to be read. The same result gives the same
 * bytes.
 *
 * <p>Its size is bounded whatever was judged: failures are gathered into kinds of which the first
 * few are drawn, and generated checks are named by their numbers.
 */
public final class HtmlReport {
  static final String CSS = TimelineSvg.css() + resource("page.css");
  private static final String SCRIPT = resource("page.js");

  private HtmlReport() {}

  /**
   * The text of {@code index.html}.
   *
   * @param result what was found
   * @param show how to judge a check again
   * @param kit the kit and its version
   */
  public static String of(RunResult result, Show show, String kit) {
    Examples examples = new Examples(result.profile());
    FailuresSection failures = new FailuresSection(result, show);
    ImmutableList<Section> sections =
        ImmutableList.of(
                Optional.of(failures.section()),
                NotesSection.section(result),
                failures.knownSection(),
                Optional.of(MatrixSection.section(result)),
                Optional.of(RulesSection.section(result, examples, failures)),
                Optional.of(ChecksSection.section(result, examples)),
                Optional.of(AboutSection.section(result, kit)))
            .stream()
            .flatMap(Optional::stream)
            .filter(section -> !section.isEmpty())
            .collect(ImmutableList.toImmutableList());
    String text =
        html(
                head(result),
                body(
                    a("Skip to the content").withHref("#content").withClass("skip"),
                    Overview.header(result, failures.kinds().size()),
                    contents(sections),
                    main(Filters.form(result), each(sections, Section::html)).withId("content"),
                    Overview.footer(kit),
                    script(rawHtml(SCRIPT))))
            .withLang("en")
            .render();
    return "<!DOCTYPE html>\n" + text + "\n";
  }

  private static HeadTag head(RunResult result) {
    String name = Plain.name(result.port().name() + " " + result.port().version());
    return j2html.TagCreator.head(
        meta().withCharset("utf-8"),
        meta().attr("http-equiv", "Content-Security-Policy").withContent(policy()),
        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
        meta().withName("color-scheme").withContent("light dark"),
        meta().withName("referrer").withContent("no-referrer"),
        link().withRel("icon").withHref("data:,"),
        title(Bits.verdict(result) + ": " + name),
        style(rawHtml(CSS)));
  }

  /** Nothing is fetched, and no other style or script counts, whatever a port has written. */
  private static String policy() {
    return "default-src 'none'; img-src data:; style-src '"
        + hash(CSS)
        + "'; script-src '"
        + hash(SCRIPT)
        + "'; base-uri 'none'; form-action 'none'";
  }

  static String hash(String text) {
    return "sha256-"
        + BaseEncoding.base64()
            .encode(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes());
  }

  private static NavTag contents(ImmutableList<Section> sections) {
    return nav(ul(each(sections, section -> li(a(section.title()).withHref("#" + section.id())))))
        .attr("aria-label", "Contents")
        .withClass("contents");
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(HtmlReport.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the kit's own " + name, e);
    }
  }
}
