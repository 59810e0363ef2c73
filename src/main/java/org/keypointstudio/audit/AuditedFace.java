package org.keypointstudio.audit;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;

/**
 * What an audit knows of one face.
 *
 * @param labels to judge, in pixels of the image
 * @param size of the image
 * @param prediction of a model that has not learned from the face; empty if there is none, for
 *     instance because the image cannot be read
 * @param group its person or video; empty if nothing is known
 * @param picture a key that faces of exactly the same picture share; empty if it is not known
 */
public record AuditedFace(
    Annotation labels,
    ImageSize size,
    Optional<FacePrediction> prediction,
    String group,
    String picture) {
  /** Side of the square that all images are thought to be stretched to: a network's input. */
  private static final double SIDE = 96;

  /** Pixels of the image that make one unit along an axis. */
  double pixelsPerUnit(int coordinate) {
    return (coordinate % 2 == 0 ? size.width() : size.height()) / SIDE;
  }

  /** The labels, x and y of each keypoint in turn, in units; NaN where nothing is placed. */
  double[] labelUnits() {
    double[] units = new double[2 * labels.size()];
    for (int k = 0; k < labels.size(); k++) {
      units[2 * k] = labels.x(k) / pixelsPerUnit(2 * k);
      units[2 * k + 1] = labels.y(k) / pixelsPerUnit(2 * k + 1);
    }
    return units;
  }

  /** The prediction in the same form; NaN throughout if there is none. */
  double[] predictionUnits() {
    double[] units = new double[2 * labels.size()];
    for (int k = 0; k < labels.size(); k++) {
      units[2 * k] = prediction.isPresent() ? prediction.get().x(k) : Double.NaN;
      units[2 * k + 1] = prediction.isPresent() ? prediction.get().y(k) : Double.NaN;
      units[2 * k] /= pixelsPerUnit(2 * k);
      units[2 * k + 1] /= pixelsPerUnit(2 * k + 1);
    }
    return units;
  }
}
