package org.keypointstudio.report.plot;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plots as SVG. */
public final class SvgText {
  private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "4 2"};

  private SvgText() {}

  /** A file of its own, which is light or dark as the reader's system is. */
  public static String file(Plot plot) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + opening(plot)
        + "<style>"
        + styles("svg", false)
        + "@media (prefers-color-scheme: dark) {"
        + styles("svg", true)
        + "}</style>\n"
        + body(plot);
  }

  /** A part of a page that has {@link #styles}. */
  public static String inline(Plot plot) {
    return opening(plot) + body(plot);
  }

  /**
   * CSS for the colours of plots.
   *
   * @param scope selector of what they are in
   */
  public static String styles(String scope, boolean dark) {
    return Ink.all().stream()
        .map(
            ink ->
                "%s .f-%s{fill:%s}%s .s-%s{stroke:%s}"
                    .formatted(
                        scope,
                        ink.name(),
                        dark ? ink.dark() : ink.light(),
                        scope,
                        ink.name(),
                        dark ? ink.dark() : ink.light()))
        .collect(Collectors.joining());
  }

  private static String opening(Plot plot) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s" font-family="Inter, system-ui, sans-serif">
    """
        .formatted(
            plot.width(), plot.height(), plot.width(), plot.height(), Markup.escape(plot.title()));
  }

  private static String body(Plot plot) {
    return plot.shapes().stream().map(SvgText::shape).collect(Collectors.joining("\n"))
        + "\n</svg>\n";
  }

  private static String shape(Shape shape) {
    return switch (shape) {
      case Shape.Path path ->
          "<polyline fill=\"none\" class=\"s-%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s points=\"%s\"/>"
              .formatted(
                  path.ink().name(),
                  number(path.width()),
                  path.dashes() == 0
                      ? ""
                      : " stroke-dasharray=\"%s\"".formatted(dashes(path.dashes())),
                  path.points().stream()
                      .map(point -> number(point.x()) + "," + number(point.y()))
                      .collect(Collectors.joining(" ")));
      case Shape.Box box ->
          "<rect class=\"f-%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\"/>"
              .formatted(
                  box.ink().name(),
                  number(box.x()),
                  number(box.y()),
                  number(box.width()),
                  number(box.height()),
                  number(box.opacity()));
      case Shape.Ellipse ellipse ->
          "<ellipse class=\"f-%s\" rx=\"%s\" ry=\"%s\" fill-opacity=\"%s\" transform=\"translate(%s %s) rotate(%s)\"/>"
              .formatted(
                  ellipse.ink().name(),
                  number(ellipse.horizontalRadius()),
                  number(ellipse.verticalRadius()),
                  number(ellipse.opacity()),
                  number(ellipse.centre().x()),
                  number(ellipse.centre().y()),
                  number(ellipse.degrees()));
      case Shape.Text text ->
          "<text class=\"f-%s\" x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s>%s</text>"
              .formatted(
                  text.ink().name(),
                  number(text.place().x()),
                  number(text.place().y()),
                  number(text.size()),
                  text.anchor().name().toLowerCase(Locale.ROOT),
                  text.bold() ? " font-weight=\"600\"" : "",
                  Markup.escape(text.text()));
    };
  }

  /** A pattern as lengths of dashes and gaps. */
  private static String dashes(int pattern) {
    return DASHES[Math.floorMod(pattern, DASHES.length)];
  }

  /** A pattern as lengths of dashes and gaps in turn; none for an unbroken line. */
  public static double[] dashLengths(int pattern) {
    String dashes = dashes(pattern);
    return dashes.isEmpty()
        ? new double[0]
        : Stream.of(dashes.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
