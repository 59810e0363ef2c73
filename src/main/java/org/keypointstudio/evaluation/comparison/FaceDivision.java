package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.keypointstudio.evaluation.InterOcularDistance;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;

/**
 * Divides faces by what makes them easy or hard: how much of them is labelled, which way they look,
 * how bright they are.
 *
 * @param name by what they are divided
 * @param parts the faces of each part, by its name; parts without faces are left out
 */
public record FaceDivision(String name, Map<String, List<Integer>> parts) {
  private static final double FRONTAL = 0.1;
  private static final int THIRDS = 3;
  private static final int NOSE_TIP_OF_68 = 30;

  /** All divisions that the data allow. */
  static List<FaceDivision> of(
      KeypointSchema schema,
      List<Annotation> truths,
      List<Double> brightness,
      List<ComparedModel> models,
      ScoredFaces scored) {
    List<FaceDivision> divisions = new ArrayList<>();
    divisions.add(byLabels(truths, scored.positions()));
    noseTip(schema)
        .ifPresent(nose -> divisions.add(byPose(schema, nose, truths, scored.positions())));
    if (!brightness.isEmpty()) {
      divisions.add(byBrightness(brightness, scored.positions()));
    }
    if (scored.choice() == FaceChoice.ALL) {
      divisions.add(byLearning(models, scored.positions()));
    }
    return divisions;
  }

  private static FaceDivision divide(
      String name, List<String> order, List<Integer> faces, IntFunction<String> part) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    order.forEach(one -> parts.put(one, new ArrayList<>()));
    for (int face : faces) {
      parts.computeIfAbsent(part.apply(face), _ -> new ArrayList<>()).add(face);
    }
    parts.values().removeIf(List::isEmpty);
    return new FaceDivision(name, parts);
  }

  private static FaceDivision byLabels(List<Annotation> truths, List<Integer> faces) {
    List<String> names = List.of("complete", "sparse");
    return divide("Rows", names, faces, face -> names.get(truths.get(face).isComplete() ? 0 : 1));
  }

  private static FaceDivision byLearning(List<ComparedModel> models, List<Integer> faces) {
    List<String> names =
        List.of("new to all models", "learned from by some", "learned from by all");
    return divide(
        "Training",
        names,
        faces,
        face -> {
          long learned = models.stream().filter(model -> model.hasLearned(face)).count();
          return names.get(learned == 0 ? 0 : learned == models.size() ? 2 : 1);
        });
  }

  private static FaceDivision byPose(
      KeypointSchema schema, int nose, List<Annotation> truths, List<Integer> faces) {
    List<String> names =
        List.of("turned to their right", "frontal", "turned to their left", "pose unknown");
    return divide(
        "Pose",
        names,
        faces,
        face -> {
          OptionalDouble yaw = yaw(schema, nose, truths.get(face));
          if (yaw.isEmpty()) {
            return names.getLast();
          }
          double turn = yaw.getAsDouble();
          return names.get(turn < -FRONTAL ? 0 : turn > FRONTAL ? 2 : 1);
        });
  }

  /**
   * A stand-in for the yaw angle: how far the nose tip lies beside the middle of the eyes, along
   * the line through them, in distances of the eye centres, or of the outer corners where those are
   * not labelled. Positive towards the right of the image, which is the subject's left.
   */
  static OptionalDouble yaw(KeypointSchema schema, int nose, Annotation truth) {
    if (!truth.isPlaced(nose)) {
      return OptionalDouble.empty();
    }
    return schema.interOcularPairs().reversed().stream()
        .flatMap(pair -> InterOcularDistance.between(pair, truth).stream())
        .findFirst()
        .map(
            eyes -> {
              IndexPair pair = eyes.pair();
              double alongX = truth.x(pair.first()) - truth.x(pair.second());
              double alongY = truth.y(pair.first()) - truth.y(pair.second());
              double side = alongX < 0 ? -1 : 1;
              double fromX = truth.x(nose) - (truth.x(pair.first()) + truth.x(pair.second())) / 2;
              double fromY = truth.y(nose) - (truth.y(pair.first()) + truth.y(pair.second())) / 2;
              return OptionalDouble.of(
                  side * (fromX * alongX + fromY * alongY) / (eyes.pixels() * eyes.pixels()));
            })
        .orElse(OptionalDouble.empty());
  }

  private static OptionalInt noseTip(KeypointSchema schema) {
    int named = schema.indexOf("nose_tip");
    if (named >= 0) {
      return OptionalInt.of(named);
    }
    return schema.name().equals("iBUG 68") ? OptionalInt.of(NOSE_TIP_OF_68) : OptionalInt.empty();
  }

  private static FaceDivision byBrightness(List<Double> brightness, List<Integer> faces) {
    double[] sorted =
        faces.stream()
            .mapToDouble(brightness::get)
            .filter(it -> !Double.isNaN(it))
            .sorted()
            .toArray();
    if (sorted.length < THIRDS) {
      return new FaceDivision("Brightness", Map.of());
    }
    double dark = sorted[sorted.length / THIRDS];
    double bright = sorted[2 * sorted.length / THIRDS];
    List<String> names =
        List.of(
            String.format(Locale.ROOT, "dark (grey below %.0f)", dark),
            String.format(Locale.ROOT, "medium (%.0f to %.0f)", dark, bright),
            String.format(Locale.ROOT, "bright (%.0f and above)", bright),
            "brightness unknown");
    return divide(
        "Brightness",
        names,
        faces,
        face -> {
          double grey = brightness.get(face);
          if (Double.isNaN(grey)) {
            return names.getLast();
          }
          return names.get(grey < dark ? 0 : grey < bright ? 1 : 2);
        });
  }
}
