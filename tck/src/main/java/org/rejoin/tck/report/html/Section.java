package org.rejoin.tck.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import com.google.common.collect.ImmutableList;
import j2html.tags.DomContent;

/**
 * A part of the page with a heading of its own.
 *
 * @param id what links to it name
 * @param title its heading
 * @param content what is in it; empty if it is to be left out
 */
record Section(String id, String title, ImmutableList<DomContent> content) {

  boolean isEmpty() {
    return content.isEmpty();
  }

  DomContent html() {
    return section(h2(title).withId(id + "-title"), each(content, it -> it))
        .withId(id)
        .attr("aria-labelledby", id + "-title");
  }
}
