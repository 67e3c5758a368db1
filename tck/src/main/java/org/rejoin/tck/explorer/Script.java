package org.rejoin.tck.explorer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ES modules put together to one script for a page that fetches nothing: each becomes a function
 * that runs once, its imports what those before it returned.
 *
 * <p>It knows the forms that our own sources and the compiled engine are written in, and refuses
 * others: {@code import { a, b } from "./file";} on a line, {@code export function|class|const},
 * and {@code export{a as b,...};} at the end.
 */
final class Script {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import \\{ ?([^}]+?) ?\\} from \"\\./([^\"]+)\";$");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export ((?:async )?(?:function|class|const) (\\w+))");
  private static final Pattern LIST =
      Pattern.compile("export\\{([^}]*)\\};(?=\\s*(?://#[^\\n]*\\s*)?\\z)");
  private static final Pattern LEFT = Pattern.compile("(?m)^(?:import|export)\\b");

  private Script() {}

  /**
   * One script of several modules.
   *
   * @param sources each module's text by its file name, in an order in which imports come first
   * @throws IllegalStateException if a module is written in a way that is not known here
   */
  static String of(ImmutableMap<String, String> sources) {
    Map<String, String> names = new HashMap<>();
    StringBuilder script = new StringBuilder();
    sources.forEach(
        (file, source) -> {
          script.append(module(file, source, names));
          names.put(file, "module" + (names.size() + 1));
        });
    return script.toString();
  }

  private static String module(String file, String source, Map<String, String> before) {
    Matcher list = LIST.matcher(source);
    ImmutableList<String> exports =
        list.find() ? listed(list.group(1)) : declared(EXPORT.matcher(source));
    String body = list.replaceFirst("");
    body = EXPORT.matcher(body).replaceAll("$1");
    body = IMPORT.matcher(body).replaceAll(it -> imported(file, it, before));
    if (LEFT.matcher(body).find()) {
      throw new IllegalStateException(file + ": an import or export in a form that is not known");
    }
    return "const module%d = (() => {\n%s\nreturn {%s};\n})();\n"
        .formatted(before.size() + 1, body.strip(), String.join(", ", exports));
  }

  private static ImmutableList<String> declared(Matcher exports) {
    return exports.results().map(it -> it.group(2)).collect(ImmutableList.toImmutableList());
  }

  /** {@code a as b,c as d} is {@code b: a} and {@code d: c}. */
  private static ImmutableList<String> listed(String names) {
    return Pattern.compile("([\\w$]+) as ([\\w$]+)")
        .matcher(names)
        .results()
        .map(it -> it.group(2) + ": " + it.group(1))
        .collect(ImmutableList.toImmutableList());
  }

  private static String imported(String file, MatchResult line, Map<String, String> before) {
    String from = before.get(line.group(2));
    if (from == null) {
      throw new IllegalStateException(file + ": " + line.group(2) + " does not come before it");
    }
    return Matcher.quoteReplacement("const { " + line.group(1) + " } = " + from + ";");
  }
}
