package org.keypointstudio.training.network;

/**
 * The shape of one face's values between two layers; in memory the channels of a pixel lie side by
 * side, the pixels row by row.
 *
 * @param height rows; 1 after a fully connected layer
 * @param width columns; 1 after a fully connected layer
 * @param channels values a pixel
 */
public record LayerShape(int height, int width, int channels) {

  /** Checks the numbers. */
  public LayerShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "A layer cannot put out %d × %d pixels of %d channels"
              .formatted(width, height, channels));
    }
  }

  /** The number of values of one face. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** The shape behind a layer. */
  LayerShape after(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Convolution c ->
          new LayerShape(convolved(height, c), convolved(width, c), c.filters());
      case LayerSpec.MaxPooling pool ->
          new LayerShape(height / pool.size(), width / pool.size(), channels);
      case LayerSpec.Relu _, LayerSpec.Dropout _, LayerSpec.BatchNormalization _ -> this;
      case LayerSpec.Dense dense -> new LayerShape(1, 1, dense.units());
    };
  }

  private static int convolved(int side, LayerSpec.Convolution c) {
    return c.padded() ? Math.ceilDiv(side, c.stride()) : (side - c.kernel()) / c.stride() + 1;
  }
}
