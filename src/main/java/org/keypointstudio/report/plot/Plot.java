package org.keypointstudio.report.plot;

import java.util.List;

/**
 * A plot, ready to be written.
 *
 * @param name of its file, without an ending
 * @param title for people who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param shapes the first one lowest
 */
public record Plot(String name, String title, int width, int height, List<Shape> shapes) {

  /** Copies the list. */
  public Plot {
    shapes = List.copyOf(shapes);
  }
}
