package org.keypointstudio.evaluation.comparison;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/**
 * What is compared.
 *
 * @param schema of labels and predictions
 * @param truths the labels, one annotation a face of the data set
 * @param excluded positions of the faces that a person excluded: as no model learns from them, none
 *     is scored on them
 * @param models one or more, with names of their own
 * @param groups the group (person, video) of each face, or empty if nothing is known; faces of one
 *     group are alike, so they are resampled together
 * @param brightness mean grey of each face's image, 0 to 255, NaN where it could not be read; empty
 *     if faces are not to be divided by it
 * @param choice which faces to score
 */
public record ComparisonInput(
    KeypointSchema schema,
    List<Annotation> truths,
    BitSet excluded,
    List<ComparedModel> models,
    List<String> groups,
    List<Double> brightness,
    FaceChoice choice) {

  /**
   * @throws IllegalArgumentException if there is no model, two share a name, or a list has not one
   *     element a face
   */
  public ComparisonInput {
    truths = List.copyOf(truths);
    excluded = (BitSet) excluded.clone();
    models = List.copyOf(models);
    groups = List.copyOf(groups);
    brightness = List.copyOf(brightness);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("There is no model to compare.");
    }
    Set<String> names = new HashSet<>();
    for (ComparedModel model : models) {
      if (!names.add(model.name())) {
        throw new IllegalArgumentException("Two models are called " + model.name() + ".");
      }
      requireOnePerFace(truths, model.predictions());
      requireOnePerFace(truths, model.mirrored().orElse(truths));
    }
    if (!groups.isEmpty()) {
      requireOnePerFace(truths, groups);
    }
    if (!brightness.isEmpty()) {
      requireOnePerFace(truths, brightness);
    }
  }

  private static void requireOnePerFace(List<?> truths, List<?> others) {
    if (others.size() != truths.size()) {
      throw new IllegalArgumentException(
          "%d values do not match %d faces".formatted(others.size(), truths.size()));
    }
  }
}
