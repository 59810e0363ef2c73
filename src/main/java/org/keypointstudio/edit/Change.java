package org.keypointstudio.edit;

import java.util.Optional;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/** One undoable step from one state of one face's annotation to another. An immutable value. */
public sealed interface Change permits KeypointChange, AnnotationChange {

  /** The face that changes, by its position in the data set. */
  int faceIndex();

  /**
   * The face's annotation after this change.
   *
   * @param annotation the face's annotation before it
   */
  Annotation applyTo(Annotation annotation);

  /** The change that takes this one back. */
  Change inverse();

  /** What was done, for the history: "Move nose tip". */
  String describe(KeypointSchema schema);

  /** Whether it changes nothing. */
  boolean isIdentity();

  /**
   * This change and the next one as a single step, where a person would see them as one (nudging a
   * keypoint several times).
   */
  default Optional<Change> mergedWith(Change next) {
    return Optional.empty();
  }
}
