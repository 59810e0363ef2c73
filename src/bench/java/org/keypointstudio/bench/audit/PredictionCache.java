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
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.model.Annotation;

/** Predictions in a file, so that ways of ranking can be compared without training again. */
final class PredictionCache {
  private PredictionCache() {}

  private static final String TIME = "# seconds ";

  /**
   * Predictions, and how long they took to make.
   *
   * @param seconds training and predicting
   */
  record Made(List<FacePrediction> predictions, double seconds) {}

  /**
   * Writes the time, and one line a face: x and y of each keypoint in turn, of both answers. A file
   * that is there is whole.
   */
  static void write(Path file, Made made) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<String> lines = new ArrayList<>(List.of(TIME + made.seconds()));
    for (FacePrediction prediction : made.predictions()) {
      lines.add(
          DoubleStream.concat(
                  coordinates(prediction.straight()), coordinates(prediction.mirrored()))
              .mapToObj("%.3f"::formatted)
              .collect(Collectors.joining(",")));
    }
    AtomicFile.replace(file, temporary -> Files.write(temporary, lines));
  }

  private static DoubleStream coordinates(Annotation annotation) {
    return annotation.keypoints().stream().flatMapToDouble(k -> DoubleStream.of(k.x(), k.y()));
  }

  /** Reads what was written. */
  static Made read(Path file) throws IOException {
    List<FacePrediction> predictions = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    double seconds = Double.parseDouble(lines.getFirst().substring(TIME.length()));
    for (String line : lines.subList(1, lines.size())) {
      double[] numbers =
          Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      int half = numbers.length / 2;
      predictions.add(
          new FacePrediction(
              Annotation.ofCoordinates(Arrays.copyOf(numbers, half)),
              Annotation.ofCoordinates(Arrays.copyOfRange(numbers, half, numbers.length))));
    }
    return new Made(predictions, seconds);
  }
}
