package org.keypointstudio.training.network;

/** One layer of a network. Activations are layers of their own. */
public sealed interface LayerSpec {

  /**
   * A convolution with a square kernel and a bias.
   *
   * @param filters channels that come out
   * @param kernel side of the kernel in pixels
   * @param stride pixels from one output to the next
   * @param padded whether zeros around the image keep its size (divided by the stride, rounded up);
   *     otherwise the kernel stays inside the image
   */
  record Convolution(int filters, int kernel, int stride, boolean padded) implements LayerSpec {
    /** Checks the numbers. */
    public Convolution {
      requirePositive(filters, "filters");
      requirePositive(kernel, "kernel");
      requirePositive(stride, "stride");
    }
  }

  /**
   * The largest value of each square of pixels, which do not overlap; what is left over at the
   * right and the lower edge is dropped.
   *
   * @param size side of the square in pixels
   */
  record MaxPooling(int size) implements LayerSpec {
    /** Checks the number. */
    public MaxPooling {
      requirePositive(size, "size");
    }
  }

  /** The rectifier max(x, 0). */
  record Relu() implements LayerSpec {}

  /**
   * Leaves values out at random while the network learns, and does nothing afterwards.
   *
   * @param rate share of the values that are left out, 0 to 1 exclusive
   */
  record Dropout(double rate) implements LayerSpec {
    /** Checks the number. */
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("A layer's rate must lie in [0, 1), but is " + rate);
      }
    }
  }

  /**
   * A fully connected layer with a bias.
   *
   * @param units values that come out
   */
  record Dense(int units) implements LayerSpec {
    /** Checks the number. */
    public Dense {
      requirePositive(units, "units");
    }
  }

  /**
   * Brings each channel to zero mean and unit variance over the batch, then scales and shifts it as
   * learned (Ioffe and Szegedy 2015, "Batch Normalization"). A network that only computes takes the
   * running mean and variance of the batches it learned from.
   */
  record BatchNormalization() implements LayerSpec {
    /** Is added to a variance, so that the quotient stays finite. */
    public static final double EPSILON = 1e-5;

    /** Share of the running mean and variance that each batch replaces. */
    public static final double MOMENTUM = 0.1;
  }

  private static void requirePositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("A layer's " + name + " must be at least 1, not " + value);
    }
  }
}
