package org.keypointstudio.ui.session;

import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;

/** Which faces the gallery and the steps from face to face take in. */
public enum FaceFilter {
  /** Every face. */
  ALL("All faces"),
  /** Faces of which every keypoint is placed. */
  COMPLETE("Complete"),
  /** Faces with a keypoint that nobody has labelled. */
  MISSING("With missing points"),
  /** Faces whose annotation differs from the one on disk. */
  UNSAVED("Edited, not saved");

  private final String displayName;

  FaceFilter(String displayName) {
    this.displayName = displayName;
  }

  /** Whether a face is taken in. */
  public boolean accepts(AnnotationDocument document, int faceIndex) {
    Annotation annotation = document.annotation(faceIndex);
    return switch (this) {
      case ALL -> true;
      case COMPLETE -> annotation.isComplete();
      case MISSING -> annotation.unlabelledCount() > 0;
      case UNSAVED -> document.isUnsaved(faceIndex);
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
