package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.report.plot.Shape.Anchor;

/** Names of series with their colours, one below the other. */
final class Legend {
  private static final double LINE = 18;
  private static final double SWATCH = 22;
  private static final int LONGEST_NAME = 80;

  private Legend() {}

  /** The height of a legend. */
  static double height(int series) {
    return LINE * series;
  }

  /**
   * Names and colours.
   *
   * @param x left edge
   * @param y top edge
   */
  static List<Shape> of(List<Key> keys, double x, double y) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      double line = y + LINE * i + LINE / 2;
      shapes.add(
          new Shape.Path(
              List.of(new Shape.Point(x, line), new Shape.Point(x + SWATCH, line)),
              Ink.model(keys.get(i).style()),
              3,
              keys.get(i).style()));
      shapes.add(
          Axes.text(
              x + SWATCH + 8,
              line + 4,
              shortened(keys.get(i).name(), LONGEST_NAME),
              Anchor.START,
              Ink.TEXT));
    }
    return shapes;
  }

  /** The end of a long name, which tells runs apart better than its beginning. */
  static String shortened(String name, int longest) {
    int length = name.codePointCount(0, name.length());
    return length <= longest
        ? name
        : "…" + name.substring(name.offsetByCodePoints(0, length - longest + 1));
  }
}
