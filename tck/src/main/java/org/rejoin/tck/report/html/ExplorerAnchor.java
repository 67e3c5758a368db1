package org.rejoin.tck.report.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import org.rejoin.api.Profile;
import org.rejoin.tck.explorer.ExplorerLink;
import org.rejoin.tck.scenario.Scenario;

/** The way from a scenario to the page beside this one, in which it can be changed by hand. */
final class ExplorerAnchor {
  private ExplorerAnchor() {}

  /** A link; nothing where the explorer can't show the scenario. */
  static DomContent to(Scenario scenario, Profile profile) {
    return ExplorerLink.of(scenario, profile)
        .<DomContent>map(
            link -> p(a("Open in the explorer").withHref(link), text(", to see what is due")))
        .orElseGet(() -> text(""));
  }
}
