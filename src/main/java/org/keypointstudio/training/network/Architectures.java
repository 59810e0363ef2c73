package org.keypointstudio.training.network;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.network.LayerSpec.Convolution;
import org.keypointstudio.training.network.LayerSpec.Dense;
import org.keypointstudio.training.network.LayerSpec.Dropout;
import org.keypointstudio.training.network.LayerSpec.MaxPooling;
import org.keypointstudio.training.network.LayerSpec.Relu;

/** The networks of each {@link ModelKind}. */
public final class Architectures {
  /** The image that every network takes. */
  public static final InputFrame FRAME = new InputFrame(96, 96);

  private Architectures() {}

  /** The network of a kind that places so many keypoints. */
  public static NetworkSpec of(ModelKind kind, int keypoints) {
    return of(kind, keypoints, 0);
  }

  /**
   * The network of a kind with dropout behind each fully connected layer but the last.
   *
   * @param dropout share of the values that are left out while it learns; 0 for a network without
   */
  public static NetworkSpec of(ModelKind kind, int keypoints, double dropout) {
    int outputs = 2 * keypoints;
    List<LayerSpec> layers =
        switch (kind) {
          case SEQUENTIAL -> sequential(outputs);
          case CNN, CNN_FLIP -> cnn(outputs);
          case COMPACT -> compact(outputs);
        };
    return network(dropout > 0 ? withDropout(layers, dropout) : layers);
  }

  private static List<LayerSpec> withDropout(List<LayerSpec> layers, double rate) {
    List<LayerSpec> thinned = new ArrayList<>();
    boolean dense = false;
    for (LayerSpec layer : layers) {
      dense |= layer instanceof Dense;
      thinned.add(layer);
      if (dense && layer instanceof Relu) {
        thinned.add(new Dropout(rate));
      }
    }
    return thinned;
  }

  private static NetworkSpec network(List<LayerSpec> layers) {
    return new NetworkSpec(FRAME.width(), FRAME.height(), layers);
  }

  private static List<LayerSpec> sequential(int outputs) {
    return List.of(new Dense(100), new Relu(), new Dense(30), new Relu(), new Dense(outputs));
  }

  /** Rectifying after pooling gives the same values as before it, and is a quarter of the work. */
  private static List<LayerSpec> cnn(int outputs) {
    return List.of(
        new Convolution(32, 3, 1, false),
        new MaxPooling(2),
        new Relu(),
        new Convolution(64, 2, 1, false),
        new MaxPooling(2),
        new Relu(),
        new Convolution(128, 2, 1, false),
        new MaxPooling(2),
        new Relu(),
        new Dense(500),
        new Relu(),
        new Dense(500),
        new Relu(),
        new Dense(outputs));
  }

  /** Halves the image at once, and so has convolutions to spare for depth. */
  private static List<LayerSpec> compact(int outputs) {
    return List.of(
        new Convolution(16, 5, 2, true),
        new Relu(),
        new Convolution(32, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Convolution(64, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Convolution(96, 3, 1, true),
        new Relu(),
        new Convolution(96, 3, 1, true),
        new MaxPooling(2),
        new Relu(),
        new Dense(256),
        new Relu(),
        new Dense(outputs));
  }
}
