package org.keypointstudio.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.keypointstudio.dataset.statistics.MeasuredImages;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelledDataSet;

/**
 * What is known of the faces on disk.
 *
 * @param opened the faces and what is said of them
 * @param predictions one a face, by the model's name
 * @param images what was measured on their images
 */
record LabelledFacts(
    LabelledDataSet opened, Map<String, List<Annotation>> predictions, MeasuredImages images)
    implements FaceFacts {

  @Override
  public String name(int face) {
    return opened.dataSet().face(face).name();
  }

  @Override
  public FaceLabels labels(int face) {
    return opened.labels().get(face);
  }

  @Override
  public boolean isUnsaved(int face) {
    return false;
  }

  @Override
  public OptionalDouble error(String model, int face) {
    List<Annotation> answers = predictions.getOrDefault(model, List.of());
    return answers.isEmpty()
        ? OptionalDouble.empty()
        : Evaluation.rmseOfFace(
            opened.dataSet().schema(), labels(face).annotation(), answers.get(face));
  }

  @Override
  public OptionalDouble interOcularDistance(int face) {
    return InterOcularDistance.of(opened.dataSet().schema(), labels(face).annotation())
        .map(distance -> OptionalDouble.of(distance.pixels()))
        .orElse(OptionalDouble.empty());
  }

  @Override
  public OptionalDouble brightness(int face) {
    return images.brightness(face);
  }

  @Override
  public OptionalDouble sharpness(int face) {
    return images.sharpness(face);
  }

  @Override
  public OptionalInt duplicateGroup(int face) {
    return images.duplicateGroup(face);
  }

  @Override
  public OptionalInt duplicateCount(int face) {
    return images.duplicateCount(face);
  }
}
