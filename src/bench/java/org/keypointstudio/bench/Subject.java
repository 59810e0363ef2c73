package org.keypointstudio.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.LayerSpec.BatchNormalization;
import org.keypointstudio.training.network.LayerSpec.Convolution;
import org.keypointstudio.training.network.LayerSpec.Dense;
import org.keypointstudio.training.network.LayerSpec.MaxPooling;
import org.keypointstudio.training.network.LayerSpec.Relu;
import org.keypointstudio.training.network.NetworkSpec;

/** A network that is measured, and how many times as fast as PyTorch it is meant to be. */
enum Subject {
  REFERENCE("reference", 1.6, 2.0),
  COMPACT("compact", 1.2, 1.2),
  COMPACT_NORMALIZED("compact-normalized", 1, 1),
  CNN("cnn", 0, 0),
  SEQUENTIAL("sequential", 0, 0);

  private static final int KEYPOINTS = 15;

  private final String id;
  private final double trainingTarget;
  private final double inferenceTarget;

  Subject(String id, double trainingTarget, double inferenceTarget) {
    this.id = id;
    this.trainingTarget = trainingTarget;
    this.inferenceTarget = inferenceTarget;
  }

  /** The name on the command line and in the table. */
  String id() {
    return id;
  }

  static Subject ofId(String id) {
    return Arrays.stream(values())
        .filter(subject -> subject.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no network \"%s\"; there are %s."
                        .formatted(id, Arrays.stream(values()).map(Subject::id).toList())));
  }

  /** The ratio to PyTorch that is aimed at, or 0 if none was set. */
  double target(Measure measure) {
    return switch (measure) {
      case TRAINING -> trainingTarget;
      case INFERENCE -> inferenceTarget;
      case ONE_FACE -> 1;
    };
  }

  /** Its layers. */
  NetworkSpec spec() {
    return switch (this) {
      case REFERENCE ->
          new NetworkSpec(Architectures.FRAME.width(), Architectures.FRAME.height(), reference());
      case COMPACT -> Architectures.of(ModelKind.COMPACT, KEYPOINTS);
      case COMPACT_NORMALIZED -> normalized(Architectures.of(ModelKind.COMPACT, KEYPOINTS));
      case CNN -> Architectures.of(ModelKind.CNN, KEYPOINTS);
      case SEQUENTIAL -> Architectures.of(ModelKind.SEQUENTIAL, KEYPOINTS);
    };
  }

  /** A batch normalisation behind each convolution. */
  private static NetworkSpec normalized(NetworkSpec spec) {
    List<LayerSpec> layers =
        spec.layers().stream()
            .flatMap(
                layer ->
                    layer instanceof Convolution
                        ? Stream.of(layer, new BatchNormalization())
                        : Stream.of(layer))
            .toList();
    return new NetworkSpec(spec.inputWidth(), spec.inputHeight(), layers);
  }

  private static List<LayerSpec> reference() {
    return List.of(
        new Convolution(32, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Convolution(64, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Convolution(128, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Dense(500),
        new Relu(),
        new Dense(500),
        new Relu(),
        new Dense(2 * KEYPOINTS));
  }
}
