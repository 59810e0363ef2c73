package org.keypointstudio.ui.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.keypointstudio.report.plot.Markup;

/** Writes a chart as SVG: its lines stay lines and its texts stay texts at any size. */
final class SvgBrush implements ChartBrush {
  /** From the middle of a line of text to its base line, in sizes of the font. */
  private static final double MIDDLE_TO_BASE = 0.36;

  /** From the top of a line of text to its base line, in sizes of the font. */
  private static final double TOP_TO_BASE = 0.97;

  /** From the bottom of a line of text to its base line, in sizes of the font. */
  private static final double BOTTOM_TO_BASE = -0.24;

  private final StringBuilder body = new StringBuilder();
  private final double width;
  private final double height;
  private final double below;
  private String stroke = "";
  private String fill = "";
  private String textLook = "";
  private double textShift;

  /**
   * An empty picture.
   *
   * @param height of the chart
   * @param below room for a legend below the chart
   * @param ground what it is painted on
   */
  SvgBrush(double width, double height, double below, Paint ground) {
    this.width = width;
    this.height = height;
    this.below = below;
    useFill(ground);
    rectangle(0, 0, width, height + below, 0);
  }

  /** The picture so far, as a file. */
  String file(String title) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img" aria-label="%3$s">
    %4$s</svg>
    """
        .formatted(number(width), number(height + below), Markup.escape(title), body);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  /** What is painted from here on is cut off at the edges of this part of the chart. */
  void beginPart(Rectangle2D part) {
    element(
        "<clipPath id=\"part\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath><g clip-path=\"url(#part)\">"
            .formatted(
                number(part.getMinX()),
                number(part.getMinY()),
                number(part.getWidth()),
                number(part.getHeight())));
  }

  /** What is painted from here on may be anywhere. */
  void endPart() {
    element("</g>");
  }

  /** A colour as two attributes; what is no plain colour is left out. */
  private static String paint(String attribute, Paint paint, double opacity) {
    return Optional.of(paint)
        .filter(Color.class::isInstance)
        .map(Color.class::cast)
        .map(
            color ->
                "%s=\"#%02x%02x%02x\" %s-opacity=\"%s\""
                    .formatted(
                        attribute,
                        Math.round(255 * color.getRed()),
                        Math.round(255 * color.getGreen()),
                        Math.round(255 * color.getBlue()),
                        attribute,
                        number(color.getOpacity() * opacity)))
        .orElse(attribute + "=\"none\"");
  }

  @Override
  public void useLine(Line look) {
    stroke =
        "%s stroke-width=\"%s\""
            .formatted(
                paint("stroke", look.getStroke(), look.getOpacity()),
                number(look.getStrokeWidth()));
    if (!look.getStrokeDashArray().isEmpty()) {
      stroke +=
          " stroke-dasharray=\"%s\""
              .formatted(
                  look.getStrokeDashArray().stream()
                      .map(SvgBrush::number)
                      .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public void useLine(Paint paint, double lineWidth) {
    stroke = "%s stroke-width=\"%s\"".formatted(paint("stroke", paint, 1), number(lineWidth));
  }

  @Override
  public void useFill(Paint paint) {
    fill = paint("fill", paint, 1);
  }

  @Override
  public void useText(Paint paint, Font font, TextAlignment alignment, VPos baseline) {
    useFill(paint);
    String anchor =
        switch (alignment) {
          case CENTER -> "middle";
          case RIGHT -> "end";
          case LEFT, JUSTIFY -> "start";
        };
    textLook =
        "font-family=\"%s, sans-serif\" font-size=\"%s\" text-anchor=\"%s\""
            .formatted(Markup.escape(font.getFamily()), number(font.getSize()), anchor);
    textShift =
        font.getSize()
            * switch (baseline) {
              case TOP -> TOP_TO_BASE;
              case CENTER -> MIDDLE_TO_BASE;
              case BOTTOM -> BOTTOM_TO_BASE;
              case BASELINE -> 0;
            };
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY) {
    element(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>"
            .formatted(number(fromX), number(fromY), number(toX), number(toY), stroke));
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < count; i++) {
      points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    element(
        "<polyline fill=\"none\" stroke-linejoin=\"round\" %s points=\"%s\"/>"
            .formatted(stroke, points));
  }

  @Override
  public void rectangle(
      double left, double top, double rectangleWidth, double rectangleHeight, double rounding) {
    element(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>"
            .formatted(
                number(left),
                number(top),
                number(rectangleWidth),
                number(rectangleHeight),
                number(rounding / 2),
                fill));
  }

  @Override
  public void disc(double centreX, double centreY, double radius) {
    element(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
            .formatted(number(centreX), number(centreY), number(radius), fill));
  }

  @Override
  public void circle(double centreX, double centreY, double radius) {
    element(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" %s/>"
            .formatted(number(centreX), number(centreY), number(radius), stroke));
  }

  @Override
  public void text(String text, double x, double y) {
    element(
        "<text x=\"%s\" y=\"%s\" %s %s>%s</text>"
            .formatted(number(x), number(y + textShift), textLook, fill, Markup.escape(text)));
  }

  @Override
  public double height() {
    return height;
  }

  private void element(String text) {
    body.append(text).append('\n');
  }
}
