package org.keypointstudio.bench.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.model.Annotation;

/** Simple rankings to hold the audit against. */
final class Baselines {
  private Baselines() {}

  /** How far each point is from where it is on average. */
  static Map<Planting.Point, Double> meanShape(List<Annotation> labels) {
    int keypoints = labels.getFirst().size();
    double[] mean = new double[2 * keypoints];
    for (int k = 0; k < keypoints; k++) {
      int keypoint = k;
      List<Annotation> with = labels.stream().filter(face -> face.isPlaced(keypoint)).toList();
      mean[2 * k] = with.stream().mapToDouble(face -> face.x(keypoint)).average().orElse(0);
      mean[2 * k + 1] = with.stream().mapToDouble(face -> face.y(keypoint)).average().orElse(0);
    }
    Annotation shape = Annotation.ofCoordinates(mean);
    return scaled(labels, labels.stream().map(_ -> shape).toList());
  }

  /** How far each point is from a prediction. */
  static Map<Planting.Point, Double> error(List<Annotation> labels, List<Annotation> predictions) {
    return scaled(labels, predictions);
  }

  /** Distances, each divided by the median of its keypoint. */
  private static Map<Planting.Point, Double> scaled(
      List<Annotation> labels, List<Annotation> expected) {
    Map<Planting.Point, Double> suspicions = new LinkedHashMap<>();
    for (int k = 0; k < labels.getFirst().size(); k++) {
      Map<Planting.Point, Double> distances = new LinkedHashMap<>();
      for (int face = 0; face < labels.size(); face++) {
        if (labels.get(face).isPlaced(k)) {
          distances.put(
              new Planting.Point(face, k),
              labels.get(face).keypoint(k).distanceTo(expected.get(face).keypoint(k)));
        }
      }
      double[] sorted = distances.values().stream().mapToDouble(d -> d).toArray();
      Arrays.sort(sorted);
      distances.forEach((point, d) -> suspicions.put(point, d / sorted[sorted.length / 2]));
    }
    return suspicions;
  }
}
