package org.rejoin.tck.explorer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rejoin.tck.port.Kit;

/**
 * The explorer: a page in one file that needs no network, with the reference as JavaScript in it.
 * The same kit gives the same bytes.
 */
public final class ExplorerPage {
  /** The engine and the page's modules, each after those that it imports. */
  static final ImmutableList<String> MODULES =
      ImmutableList.of(
          "rejoin.js",
          "device.js",
          "world.js",
          "text.mjs",
          "nodes.mjs",
          "scale.mjs",
          "scenario.mjs",
          "lanes.mjs",
          "story.mjs",
          "link.mjs",
          "edits.mjs",
          "store.mjs",
          "lane-picture.mjs",
          "files.mjs",
          "gestures.mjs",
          "keys.mjs",
          "inspector.mjs",
          "lane-rows.mjs",
          "presets.mjs",
          "rule-card.mjs",
          "told-list.mjs",
          "transport.mjs",
          "main.mjs");

  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z.]+)\\}\\}");

  private ExplorerPage() {}

  /** The page's text. */
  public static String html() {
    String script = script();
    String page = own("page.css");
    String lanes = own("lanes.css");
    Map<String, String> parts =
        ImmutableMap.of(
            "policy",
            policy(script, page, lanes),
            "page.css",
            page,
            "lanes.css",
            lanes,
            "kit",
            Kit.name(),
            "book",
            Book.tree().toString().replace("<", "\\u003c"),
            "script",
            script);
    return HOLE.matcher(own("page.html"))
        .replaceAll(hole -> Matcher.quoteReplacement(part(parts, hole.group(1))));
  }

  private static String script() {
    ImmutableMap.Builder<String, String> sources = ImmutableMap.builder();
    for (String file : MODULES) {
      sources.put(file, file.endsWith(".mjs") ? own(file) : engine(file));
    }
    String script = Script.of(sources.buildOrThrow());
    if (script.contains("</script") || script.contains("<!--")) {
      throw new IllegalStateException("the page's script would end before its end");
    }
    return script;
  }

  private static String part(Map<String, String> parts, String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("page.html: there is no {{" + name + "}}");
    }
    return part;
  }

  /** Nothing is fetched, and no other style or script counts. */
  private static String policy(String script, String... styles) {
    StringBuilder policy = new StringBuilder("default-src 'none'; img-src data:; style-src");
    for (String style : styles) {
      policy.append(hash(style));
    }
    return policy
        .append("; script-src")
        .append(hash(script))
        .append("; base-uri 'none'; form-action 'none'")
        .toString();
  }

  private static String hash(String text) {
    byte[] sum = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return " 'sha256-" + BaseEncoding.base64().encode(sum) + "'";
  }

  private static String own(String name) {
    return text("org/rejoin/tck/explorer/" + name);
  }

  private static String engine(String name) {
    return text("META-INF/resources/rejoin/" + name);
  }

  private static String text(String resource) {
    try {
      return Resources.toString(Resources.getResource(resource), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the kit's own " + resource, e);
    }
  }
}
