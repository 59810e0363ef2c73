package org.keypointstudio.project.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.AuditedFace;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.audit.LabelRanking;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.Sha256Sum;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingFaces;

/**
 * The faces of a data set that can be audited: those that are labelled and whose image can be read.
 *
 * @param schema of the labels
 * @param positions of the faces in the data set, ascending
 * @param images one a face
 * @param labels one a face
 * @param groups one a face; empty if nothing is known
 * @param notes sentences for the person: groups that were not used, images that could not be read
 */
record AuditSnapshot(
    KeypointSchema schema,
    List<Integer> positions,
    List<GrayImage> images,
    List<Annotation> labels,
    List<String> groups,
    List<String> notes) {

  /**
   * Reads the images.
   *
   * @throws AuditException with a sentence for the person if no face is left
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static AuditSnapshot read(
      FaceDataSet faces, List<FaceLabels> labels, FaceGroups groups, TaskContext context)
      throws AuditException {
    List<Integer> positions = new ArrayList<>();
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int face = 0; face < faces.size(); face++) {
      context.throwIfCancelled();
      context.report(face, faces.size(), "Reading images");
      Annotation annotation = labels.get(face).annotation();
      if (annotation.placedCount() == 0) {
        continue;
      }
      try {
        images.add(faces.image(face));
        positions.add(face);
        annotations.add(annotation);
        if (!groups.names().isEmpty()) {
          names.add(groups.names().get(face));
        }
      } catch (IOException problem) {
        unreadable.add(String.valueOf(problem.getMessage()));
      }
    }
    List<String> notes = new ArrayList<>(groups.notes());
    if (!unreadable.isEmpty()) {
      notes.add(
          "The labels of %,d faces are not ranked, because their images cannot be read; the first: %s"
              .formatted(unreadable.size(), unreadable.getFirst()));
    }
    if (positions.isEmpty()) {
      throw new AuditException(
          unreadable.isEmpty()
              ? "No face of %s is labelled, so there is nothing to audit; label some faces first."
                  .formatted(faces.path())
              : "None of the images of %s can be read, so there is nothing to audit; the first: %s"
                  .formatted(faces.path(), unreadable.getFirst()));
    }
    return new AuditSnapshot(faces.schema(), positions, images, annotations, names, notes);
  }

  /** The faces to learn from. */
  TrainingFaces trainingFaces() {
    return new TrainingFaces(schema, images, labels, groups);
  }

  /**
   * Ranks the labels.
   *
   * @param predictions one a face; empty to rank by shape alone
   * @param moreNotes sentences for the person
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  AuditResult ranked(
      List<FacePrediction> predictions, List<String> moreNotes, TaskContext context) {
    List<AuditedFace> audited = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      audited.add(
          new AuditedFace(
              labels.get(i),
              images.get(i).size(),
              predictions.isEmpty() ? Optional.empty() : Optional.of(predictions.get(i)),
              groups.isEmpty() ? "" : groups.get(i),
              picture(images.get(i))));
    }
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(moreNotes);
    AuditResult ranked = new LabelRanking(schema).rank(audited, allNotes, context);
    return new AuditResult(
        ranked.ranking().stream().map(this::inDataSet).toList(),
        Collections.unmodifiableList(allNotes));
  }

  private Suspicion inDataSet(Suspicion suspicion) {
    return new Suspicion(
        positions.get(suspicion.face()),
        suspicion.keypoint(),
        suspicion.score(),
        suspicion.kind(),
        suspicion.suggested(),
        suspicion.reason());
  }

  private static String picture(GrayImage image) {
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    return Sha256Sum.of(List.of(image.size().toString().getBytes(StandardCharsets.UTF_8), pixels));
  }
}
