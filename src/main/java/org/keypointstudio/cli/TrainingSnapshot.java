package org.keypointstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingFaces;

/** Reads the faces of a data set to train on. */
final class TrainingSnapshot {
  private TrainingSnapshot() {}

  /** All faces whose image can be read; the others are counted on stderr. */
  static TrainingFaces of(FaceDataSet faces, Console console, TaskContext context) {
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      context.throwIfCancelled();
      try {
        images.add(faces.image(i));
        annotations.add(faces.annotation(i));
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
      context.report(i + 1, faces.size(), "Reading images");
    }
    if (!problems.isEmpty()) {
      console
          .err()
          .printf("%d images are left out; the first: %s%n", problems.size(), problems.getFirst());
    }
    return new TrainingFaces(faces.schema(), images, annotations);
  }
}
