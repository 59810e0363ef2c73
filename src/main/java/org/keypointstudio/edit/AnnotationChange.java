package org.keypointstudio.edit;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * Several keypoints of a face change at once.
 *
 * @param faceIndex position of the face in the data set
 * @param before what the annotation was
 * @param after what it becomes
 * @param description what was done, for the history
 */
public record AnnotationChange(
    int faceIndex, Annotation before, Annotation after, String description) implements Change {

  @Override
  public Annotation applyTo(Annotation annotation) {
    return after;
  }

  @Override
  public AnnotationChange inverse() {
    return new AnnotationChange(faceIndex, after, before, description);
  }

  @Override
  public String describe(KeypointSchema schema) {
    return description;
  }

  @Override
  public boolean isIdentity() {
    return before.equals(after);
  }
}
