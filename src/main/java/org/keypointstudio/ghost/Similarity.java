package org.keypointstudio.ghost;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;

/**
 * A map of the plane that turns, scales and shifts: x′ = a·x − b·y + shiftX, y′ = b·x + a·y +
 * shiftY.
 *
 * @param a scale times the cosine of the turn
 * @param b scale times the sine of the turn
 * @param shiftX in pixels of the target
 * @param shiftY in pixels of the target
 */
record Similarity(double a, double b, double shiftX, double shiftY) {
  static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  /**
   * The map that brings the keypoints of one annotation nearest to those of another, in the sense
   * of least squares over the keypoints that both have: ordinary Procrustes analysis without
   * reflection (Gower, Psychometrika 40, 1975). With one common keypoint it only shifts; with none
   * it is the identity.
   */
  static Similarity fit(Annotation from, Annotation to) {
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    int common = 0;
    for (int k = 0; k < from.size(); k++) {
      if (from.isPlaced(k) && to.isPlaced(k)) {
        fromX += from.x(k);
        fromY += from.y(k);
        toX += to.x(k);
        toY += to.y(k);
        common++;
      }
    }
    return common == 0
        ? IDENTITY
        : fitAbout(from, to, fromX / common, fromY / common, toX / common, toY / common);
  }

  private static Similarity fitAbout(
      Annotation from, Annotation to, double fromX, double fromY, double toX, double toY) {
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int k = 0; k < from.size(); k++) {
      if (from.isPlaced(k) && to.isPlaced(k)) {
        double x = from.x(k) - fromX;
        double y = from.y(k) - fromY;
        double goalX = to.x(k) - toX;
        double goalY = to.y(k) - toY;
        along += x * goalX + y * goalY;
        across += x * goalY - y * goalX;
        spread += x * x + y * y;
      }
    }
    boolean turns = spread > 0 && Math.hypot(along, across) > 0;
    double a = turns ? along / spread : 1;
    double b = turns ? across / spread : 0;
    return new Similarity(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
  }

  /** How many pixels of the target one pixel becomes. */
  double scale() {
    return Math.hypot(a, b);
  }

  /** The map back; the scale must not be zero. */
  Similarity inverse() {
    double square = a * a + b * b;
    double inverseA = a / square;
    double inverseB = -b / square;
    return new Similarity(
        inverseA,
        inverseB,
        -inverseA * shiftX + inverseB * shiftY,
        -inverseB * shiftX - inverseA * shiftY);
  }

  double x(double x, double y) {
    return a * x - b * y + shiftX;
  }

  double y(double x, double y) {
    return b * x + a * y + shiftY;
  }

  /** An annotation with all its placed keypoints mapped. */
  Annotation applyTo(Annotation annotation) {
    double[] xy = new double[2 * annotation.size()];
    for (int k = 0; k < annotation.size(); k++) {
      Keypoint keypoint = annotation.keypoint(k);
      xy[2 * k] = x(keypoint.x(), keypoint.y());
      xy[2 * k + 1] = y(keypoint.x(), keypoint.y());
    }
    return Annotation.ofCoordinates(xy);
  }
}
