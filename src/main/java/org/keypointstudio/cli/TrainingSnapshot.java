package org.keypointstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingFaces;

/** Reads the faces of a data set to train on. */
final class TrainingSnapshot {
  private TrainingSnapshot() {}

  /**
   * All faces whose image can be read; the others are counted on stderr. Nothing is labelled in
   * faces that are excluded, so that they are not learned from.
   *
   * @param groups of all faces of the data set
   * @param withoutAccepted whether keypoints that a person only accepted from a model or the mean
   *     shape are left out
   */
  static TrainingFaces of(
      LabelledDataSet opened,
      FaceGroups groups,
      boolean withoutAccepted,
      Console console,
      TaskContext context) {
    FaceDataSet faces = opened.dataSet();
    List<String> groupNames = new ArrayList<>();
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      context.throwIfCancelled();
      try {
        images.add(faces.image(i));
        FaceLabels labels = opened.labels().get(i);
        annotations.add(withoutAccepted ? labels.withoutAccepted() : labels.learnable());
        if (!groups.names().isEmpty()) {
          groupNames.add(groups.names().get(i));
        }
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
      context.report(i + 1, faces.size(), "Reading images");
    }
    List<String> notes = new ArrayList<>(groups.notes());
    if (withoutAccepted) {
      notes.add(TrainingFaces.WITHOUT_ACCEPTED);
    }
    if (!problems.isEmpty()) {
      notes.add(
          "%d images could not be read and were left out; the first: %s"
              .formatted(problems.size(), problems.getFirst()));
      console
          .err()
          .printf("%d images are left out; the first: %s%n", problems.size(), problems.getFirst());
    }
    return new TrainingFaces(
        faces.schema(),
        images,
        annotations,
        groupNames,
        new TrainingFaces.Origin(Optional.of(faces.path().toAbsolutePath()), notes));
  }
}
