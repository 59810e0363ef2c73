package org.keypointstudio.ui.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import org.keypointstudio.model.Annotation;

/** Where the keypoints of a face are on average, in a square of side 1. */
final class MeanPlaces {
  private static final int MOST_FACES = 500;

  private MeanPlaces() {}

  /**
   * The mean places over the faces with the most keypoints, each scaled to the square. A keypoint
   * that none of them has is in a row below the face.
   *
   * @param size number of keypoints
   */
  static List<Point2D> of(List<Annotation> annotations, int size) {
    List<Annotation> faces =
        annotations.stream()
            .filter(face -> face.placedCount() >= 2)
            .sorted(Comparator.comparingInt(Annotation::placedCount).reversed())
            .limit(MOST_FACES)
            .toList();
    int most = faces.isEmpty() ? 0 : faces.getFirst().placedCount();
    double[] x = new double[size];
    double[] y = new double[size];
    int[] count = new int[size];
    for (Annotation face : faces) {
      if (face.placedCount() == most) {
        add(face, x, y, count);
      }
    }
    List<Point2D> places = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      places.add(
          count[i] > 0
              ? new Point2D(x[i] / count[i], y[i] / count[i])
              : new Point2D((i + 0.5) / size, 1.1));
    }
    return places;
  }

  private static void add(Annotation face, double[] x, double[] y, int[] count) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < face.size(); i++) {
      if (face.isPlaced(i)) {
        left = Math.min(left, face.x(i));
        right = Math.max(right, face.x(i));
        top = Math.min(top, face.y(i));
        bottom = Math.max(bottom, face.y(i));
      }
    }
    double side = Math.max(1e-9, Math.max(right - left, bottom - top));
    for (int i = 0; i < face.size(); i++) {
      if (face.isPlaced(i)) {
        x[i] += 0.5 + (face.x(i) - (left + right) / 2) / side;
        y[i] += 0.5 + (face.y(i) - (top + bottom) / 2) / side;
        count[i]++;
      }
    }
  }
}
