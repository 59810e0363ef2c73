package org.keypointstudio.bench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.model.Annotation;

/** Predictions in a file, so that ways of ranking can be compared without training again. */
final class PredictionCache {
  private PredictionCache() {}

  /** Writes one line a face: x and y of each keypoint in turn, of both answers. */
  static void write(Path file, List<FacePrediction> predictions) throws IOException {
    Files.write(
        file,
        predictions.stream()
            .map(
                prediction ->
                    DoubleStream.concat(
                            coordinates(prediction.straight()), coordinates(prediction.mirrored()))
                        .mapToObj("%.3f"::formatted)
                        .collect(Collectors.joining(",")))
            .toList());
  }

  private static DoubleStream coordinates(Annotation annotation) {
    return annotation.keypoints().stream().flatMapToDouble(k -> DoubleStream.of(k.x(), k.y()));
  }

  static List<FacePrediction> read(Path file) throws IOException {
    List<FacePrediction> predictions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      double[] numbers =
          Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      int half = numbers.length / 2;
      predictions.add(
          new FacePrediction(
              Annotation.ofCoordinates(Arrays.copyOf(numbers, half)),
              Annotation.ofCoordinates(Arrays.copyOfRange(numbers, half, numbers.length))));
    }
    return predictions;
  }
}
