package org.keypointstudio.ui.session;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.keypointstudio.dataset.statistics.MeasuredImages;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.FaceLabels;

/**
 * What a query can ask of an open data set.
 *
 * @param open the faces and what is said of them
 * @param models what was predicted for them
 * @param images what was measured on their images
 */
record SessionFacts(OpenDataSet open, List<ModelEntry> models, MeasuredImages images)
    implements FaceFacts {

  @Override
  public String name(int face) {
    return open.dataSet().face(face).name();
  }

  @Override
  public FaceLabels labels(int face) {
    return open.document().labels(face);
  }

  @Override
  public boolean isUnsaved(int face) {
    return open.document().isUnsaved(face);
  }

  @Override
  public OptionalDouble error(String model, int face) {
    return models.stream()
        .filter(entry -> entry.name().equals(model))
        .findFirst()
        .flatMap(entry -> entry.prediction(face))
        .map(
            predicted ->
                Evaluation.rmseOfFace(
                    open.document().schema(), open.document().annotation(face), predicted))
        .orElse(OptionalDouble.empty());
  }

  @Override
  public OptionalDouble interOcularDistance(int face) {
    return InterOcularDistance.of(open.document().schema(), open.document().annotation(face))
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
