package org.keypointstudio.report.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A plot, ready to be written.
 *
 * @param name of its file, without an ending
 * @param title for people who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param shapes the first one lowest
 * @param spots what a person can point at
 */
public record Plot(
    String name, String title, int width, int height, List<Shape> shapes, List<Spot> spots) {

  /** Copies the lists. */
  public Plot {
    shapes = List.copyOf(shapes);
    spots = List.copyOf(spots);
  }

  /** The spot at a place whose middle is nearest; empty if there is none. */
  public Optional<Spot> spotAt(double x, double y) {
    return spots.stream()
        .filter(spot -> Double.isFinite(spot.distance(x, y)))
        .min(Comparator.comparingDouble(spot -> spot.distance(x, y)));
  }
}
