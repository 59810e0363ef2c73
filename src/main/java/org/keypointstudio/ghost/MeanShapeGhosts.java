package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/** Ghosts where the mean shape, fitted to the labelled keypoints of a face, has its keypoints. */
public final class MeanShapeGhosts implements GhostSource {
  private final KeypointSchema schema;
  private final MeanShape shape;

  /** Ghosts from a mean shape of this schema. */
  public MeanShapeGhosts(KeypointSchema schema, MeanShape shape) {
    this.schema = schema;
    this.shape = shape;
  }

  @Override
  public List<Ghost> ghosts(int faceIndex, Annotation annotation) {
    if (annotation.unlabelledCount() == 0) {
      return List.of();
    }
    Annotation fitted = shape.fittedTo(annotation);
    double near = Confidence.near(schema, fitted);
    double[] deviations = shape.deviations(annotation);
    List<Ghost> ghosts = new ArrayList<>();
    for (int k = 0; k < fitted.size(); k++) {
      if (annotation.visibility(k) == Visibility.UNLABELLED && fitted.isPlaced(k)) {
        double confidence = Confidence.of(near, deviations[k]);
        ghosts.add(new Ghost(k, fitted.x(k), fitted.y(k), confidence, Origin.MEAN_SHAPE));
      }
    }
    return List.copyOf(ghosts);
  }
}
