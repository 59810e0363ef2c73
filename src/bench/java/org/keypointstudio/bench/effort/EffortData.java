package org.keypointstudio.bench.effort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingFaces;

/**
 * Faces with missing points whose true places are known: complete rows of a data set, eleven points
 * of which are hidden as they are missing in most rows of Kaggle's file.
 *
 * @param schema of the faces
 * @param images of all faces
 * @param groups who is on each face
 * @param truth the complete rows; other rows as they are in the file
 * @param given what the annotator begins with
 * @param toLabel positions of the faces with hidden points, in the order of labelling
 */
record EffortData(
    KeypointSchema schema,
    List<GrayImage> images,
    List<String> groups,
    List<Annotation> truth,
    List<Annotation> given,
    List<Integer> toLabel) {
  private static final double HIDDEN_SHARE = 0.7;
  private static final Set<String> LEFT =
      Set.of("left_eye_center", "right_eye_center", "nose_tip", "mouth_center_bottom_lip");

  /**
   * Hides the points of the people that make up seven tenths of the complete rows, which is the
   * share of incomplete rows in the file.
   */
  static EffortData of(Path file, long seed) throws DataSetException, IOException {
    FaceDataSet dataSet = new DataSetFiles().open(file, TaskContext.unattended());
    FaceGroups groups = FaceGroups.beside(file, dataSet.size());
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> truth = new ArrayList<>();
    for (int face = 0; face < dataSet.size(); face++) {
      images.add(dataSet.image(face));
      truth.add(dataSet.annotation(face));
    }
    List<Integer> hidden = hidden(truth, groups.names(), new Random(seed));
    List<Annotation> given = new ArrayList<>(truth);
    for (int face : hidden) {
      given.set(face, sparse(dataSet.schema(), truth.get(face)));
    }
    return new EffortData(dataSet.schema(), images, groups.names(), truth, given, hidden);
  }

  private static List<Integer> hidden(List<Annotation> truth, List<String> groups, Random random) {
    List<Integer> complete = new ArrayList<>();
    for (int face = 0; face < truth.size(); face++) {
      if (truth.get(face).isComplete()) {
        complete.add(face);
      }
    }
    List<String> people =
        new ArrayList<>(new LinkedHashSet<>(complete.stream().map(groups::get).toList()));
    Collections.shuffle(people, random);
    List<Integer> hidden = new ArrayList<>();
    for (String person : people) {
      if (hidden.size() < HIDDEN_SHARE * complete.size()) {
        complete.stream().filter(face -> groups.get(face).equals(person)).forEach(hidden::add);
      }
    }
    return List.copyOf(hidden);
  }

  private static Annotation sparse(KeypointSchema schema, Annotation complete) {
    Annotation sparse = complete;
    for (int k = 0; k < complete.size(); k++) {
      if (!LEFT.contains(schema.keypointNames().get(k))) {
        sparse = sparse.with(k, Keypoint.unlabelled());
      }
    }
    return sparse;
  }

  /** All faces with these labels, to learn from. */
  TrainingFaces trainingFaces(List<Annotation> labels) {
    return new TrainingFaces(schema, images, labels, groups);
  }

  /** The mean distance between the eyes of the faces that are labelled, in pixels. */
  double meanEyeDistance() {
    return toLabel.stream()
        .mapToDouble(face -> InterOcularDistance.of(schema, truth.get(face)).orElseThrow().pixels())
        .average()
        .orElseThrow();
  }

  /** The faces that need no labelling. */
  long completeFaces() {
    return given.stream().filter(Annotation::isComplete).count();
  }
}
