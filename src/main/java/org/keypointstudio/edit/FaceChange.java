package org.keypointstudio.edit;

import java.util.List;
import org.keypointstudio.model.FaceLabels;

/** A step from one state of one face's labels to another. */
public sealed interface FaceChange extends Change permits KeypointChange, LabelsChange {

  /** The face that changes, by its position in the data set. */
  int faceIndex();

  /**
   * The face's labels after this change.
   *
   * @param labels the face's labels before it
   */
  FaceLabels applyTo(FaceLabels labels);

  @Override
  default List<FaceChange> steps() {
    return List.of(this);
  }

  @Override
  FaceChange inverse();
}
