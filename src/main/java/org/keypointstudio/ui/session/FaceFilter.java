package org.keypointstudio.ui.session;

import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Origin;

/** Which faces the gallery and the steps from face to face take in. */
public enum FaceFilter {
  /** Every face. */
  ALL("All faces"),
  /** Faces of which every keypoint is placed. */
  COMPLETE("Complete"),
  /** Faces with a keypoint that nobody has labelled. */
  MISSING("With missing points"),
  /** Faces with a keypoint that was accepted as a model or the mean shape proposed it. */
  ACCEPTED("With accepted ghosts"),
  /** Faces with a keypoint that a person placed, moved or marked. */
  BY_HAND("With points set by hand"),
  /** Faces whose annotation differs from the one on disk. */
  UNSAVED("Edited, not saved"),
  /** Faces that are not learned from. */
  EXCLUDED("Excluded");

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
      case ACCEPTED -> document.labels(faceIndex).hasAccepted();
      case BY_HAND -> document.labels(faceIndex).origins().contains(Origin.HAND);
      case UNSAVED -> document.isUnsaved(faceIndex);
      case EXCLUDED -> document.labels(faceIndex).isExcluded();
    };
  }

  @Override
  public String toString() {
    return displayName;
  }
}
