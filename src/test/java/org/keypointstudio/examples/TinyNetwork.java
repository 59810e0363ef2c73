package org.keypointstudio.examples;

import java.util.List;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.LayerSpec.Convolution;
import org.keypointstudio.training.network.LayerSpec.Dense;
import org.keypointstudio.training.network.LayerSpec.MaxPooling;
import org.keypointstudio.training.network.LayerSpec.Relu;
import org.keypointstudio.training.network.NetworkSpec;

/** The worked example of docs/how-to/add-a-network.md: a network for a first look at new data. */
final class TinyNetwork {
  private TinyNetwork() {}

  /** A network that gives an x and a y for each keypoint. */
  static NetworkSpec of(int keypoints) {
    return new NetworkSpec(
        Architectures.FRAME.width(), Architectures.FRAME.height(), tiny(2 * keypoints));
  }

  private static List<LayerSpec> tiny(int outputs) {
    return List.of(
        new Convolution(8, 5, 4, true),
        new Relu(),
        new Convolution(16, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Dense(64),
        new Relu(),
        new Dense(outputs));
  }
}
