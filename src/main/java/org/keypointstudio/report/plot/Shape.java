package org.keypointstudio.report.plot;

import java.util.List;

/** What a plot is made of. Lengths are pixels of the plot, from its top left corner. */
public sealed interface Shape {

  /** Where a text stands relative to its place. */
  enum Anchor {
    /** It begins there. */
    START,
    /** Its middle is there. */
    MIDDLE,
    /** It ends there. */
    END
  }

  /**
   * A place.
   *
   * @param x to the right
   * @param y downwards
   */
  record Point(double x, double y) {}

  /**
   * A line through places.
   *
   * @param dashes number of a pattern; 0 for an unbroken line
   */
  record Path(List<Point> points, Ink ink, double width, int dashes) implements Shape {
    /** Copies the list. */
    public Path {
      points = List.copyOf(points);
    }
  }

  /**
   * A filled rectangle.
   *
   * @param opacity 0 to 1
   */
  record Box(double x, double y, double width, double height, Ink ink, double opacity)
      implements Shape {}

  /**
   * A filled ellipse.
   *
   * @param degrees by which it is turned clockwise
   * @param opacity 0 to 1
   */
  record Ellipse(
      Point centre,
      double horizontalRadius,
      double verticalRadius,
      double degrees,
      Ink ink,
      double opacity)
      implements Shape {}

  /**
   * A text on one line; the place is on its base line.
   *
   * @param size of the font
   * @param bold whether it stands out
   */
  record Text(Point place, String text, Anchor anchor, double size, boolean bold, Ink ink)
      implements Shape {}
}
