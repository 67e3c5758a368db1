package org.rejoin.tck.timeline;

/**
 * The picture's style sheet. Everything is under {@code .rejoin-timeline}, so that it can stand in
 * a page; colours are written out, for renderers that know no variables.
 *
 * <p>Shapes differ as well as colours, and print keeps to the light ones.
 */
final class SvgStyle {
  private static final String SCOPE = ".rejoin-timeline ";

  private static final String SHAPES =
      """
      text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
      tspan{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
      .code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      .name,.title{font-weight:600}
      .label{paint-order:stroke;stroke-width:3;stroke-linejoin:round}
      .axis{text-anchor:middle}
      .end{text-anchor:end}
      .line{fill:none;stroke-width:1}
      .grid{stroke-width:1}
      .out{fill:none;stroke-width:1.5;stroke-dasharray:1.5 4;stroke-linecap:round}
      .cut-off,.dead{stroke-width:1}
      .hatch{stroke-width:1.5}
      .step{stroke-width:1.5}
      .idle-step{stroke-width:1;stroke-dasharray:2 2}
      .deadline{stroke-width:1;stroke-dasharray:2.5 2.5}
      .leader{stroke-width:1}
      .missing{fill:none;stroke-width:1.6;stroke-dasharray:2.4 1.8}
      .wrong-order{fill:none;stroke-width:1.4}
      .unexpected{stroke-width:2.4;stroke-linecap:round}
      .permitted{stroke-width:1.6}
      .break{stroke-width:1.2;fill:none}
      """;

  /** Each line: a class or several, the property, the colour on light and on dark ground. */
  private static final String[][] COLOURS = {
    {".ground", "fill", "#ffffff", "#0d1117"},
    {".ground", "stroke", "#d8dee4", "#30363d"},
    {".gap", "fill", "#ffffff", "#0d1117"},
    {".label", "stroke", "#ffffff", "#0d1117"},
    {"text", "fill", "#24292f", "#e6edf3"},
    {"text.quiet,tspan", "fill", "#59636e", "#9198a1"},
    {".grid", "stroke", "#eef1f4", "#1f252d"},
    {".in-channel", "fill", "#86aad2", "#3f6a9c"},
    {".cut-off,.cut-half", "fill", "#fbe3b4", "#6b4f16"},
    {".cut-off", "stroke", "#d9a13b", "#d29922"},
    {".dead", "stroke", "#8c959f", "#6e7681"},
    {".hatch", "stroke", "#8c959f", "#6e7681"},
    {".out", "stroke", "#afb8c1", "#484f58"},
    {".step", "stroke", "#57606a", "#adb5bd"},
    {".idle-step", "stroke", "#8c959f", "#6e7681"},
    {".deadline", "stroke", "#8c959f", "#7d8590"},
    {".leader", "stroke", "#c3cad1", "#444c56"},
    {".break", "stroke", "#57606a", "#adb5bd"},
    {".as-expected,.server", "fill", "#1a6e37", "#4cc26b"},
    {".permitted", "stroke", "#59636e", "#9198a1"},
    {".permitted", "fill", "#ffffff", "#0d1117"},
    {".unexpected,.wrong-order", "stroke", "#c4202b", "#ff7b72"},
    {".missing", "stroke", "#c4202b", "#ff7b72"},
    {"text.bad", "fill", "#b31d28", "#ff8f87"},
  };

  private static final String CSS = css();

  private SvgStyle() {}

  /** The whole style sheet. */
  static String sheet() {
    return CSS;
  }

  private static String css() {
    StringBuilder css = new StringBuilder(4_096);
    SHAPES.lines().forEach(line -> css.append(scoped(line)).append('\n'));
    for (String[] colour : COLOURS) {
      css.append(scoped(colour[0] + "{" + colour[1] + ":" + colour[2] + "}")).append('\n');
    }
    css.append("@media screen and (prefers-color-scheme:dark){\n");
    for (String[] colour : COLOURS) {
      css.append(scoped(colour[0] + "{" + colour[1] + ":" + colour[3] + "}")).append('\n');
    }
    return css.append("}\n").toString();
  }

  /** A rule with every selector of it under the scope. */
  private static String scoped(String rule) {
    int body = rule.indexOf('{');
    return SCOPE + rule.substring(0, body).replace(",", "," + SCOPE) + rule.substring(body);
  }
}
