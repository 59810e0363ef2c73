package org.keypointstudio.ui.train;

import java.util.List;
import java.util.Optional;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.training.TrainingFaces;

/** Which labels a run learns from. */
enum LabelChoice {
  /** All of them. */
  ALL("All labels"),
  /** Only those that a person placed or the file had. */
  WITHOUT_ACCEPTED("Without points accepted from models");

  private final String displayName;

  LabelChoice(String displayName) {
    this.displayName = displayName;
  }

  /** The name in the window. */
  String displayName() {
    return displayName;
  }

  /** The annotations to learn from, one a face; nothing is labelled in excluded faces. */
  List<Annotation> of(AnnotationDocument document) {
    return switch (this) {
      case ALL -> document.labelsSnapshot().stream().map(FaceLabels::learnable).toList();
      case WITHOUT_ACCEPTED ->
          document.labelsSnapshot().stream().map(FaceLabels::withoutAccepted).toList();
    };
  }

  /** What the person who reads a run's result should know of it. */
  Optional<String> note() {
    return switch (this) {
      case ALL -> Optional.empty();
      case WITHOUT_ACCEPTED -> Optional.of(TrainingFaces.WITHOUT_ACCEPTED);
    };
  }
}
