package org.keypointstudio.training.loop;

import org.keypointstudio.training.Loss;

/** The mean of a {@link Loss} over the labelled coordinates of a batch. */
final class MaskedLoss {
  private final ErrorFunction function;

  private MaskedLoss(ErrorFunction function) {
    this.function = function;
  }

  /** A function of one coordinate's error, in the network's units, and its derivative. */
  private interface ErrorFunction {
    double value(double error);

    double derivative(double error);
  }

  /**
   * The loss in the network's units.
   *
   * @param pixelsPerUnit pixels of the network's input that make one unit
   */
  static MaskedLoss of(Loss loss, double pixelsPerUnit) {
    return new MaskedLoss(
        switch (loss) {
          case Loss.SquaredError _ -> new Squared();
          case Loss.SmoothL1 smooth -> new SmoothL1(smooth.betaPixels() / pixelsPerUnit);
          case Loss.Wing wing ->
              new Wing(wing.widthPixels() / pixelsPerUnit, wing.curvaturePixels() / pixelsPerUnit);
        });
  }

  /**
   * The loss and its derivative by each output. Where the mask is 0 neither the target nor the
   * output is looked at, and the derivative is 0.
   *
   * @param offset where the batch begins in the outputs and the gradient; not in the others
   * @param mask 1 where a coordinate is labelled, else 0
   * @param count how many values of the arrays belong to the batch
   * @param gradient takes the derivative
   * @return the loss; 0 if nothing is labelled
   */
  double lossAndGradient(
      float[] outputs, int offset, float[] targets, float[] mask, int count, float[] gradient) {
    int labelled = 0;
    for (int i = 0; i < count; i++) {
      labelled += mask[i] > 0 ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      if (mask[i] > 0) {
        double error = outputs[offset + i] - targets[i];
        sum += function.value(error);
        gradient[offset + i] = (float) (function.derivative(error) / labelled);
      } else {
        gradient[offset + i] = 0;
      }
    }
    return labelled == 0 ? 0 : sum / labelled;
  }

  private record Squared() implements ErrorFunction {
    @Override
    public double value(double error) {
      return error * error;
    }

    @Override
    public double derivative(double error) {
      return 2 * error;
    }
  }

  private record SmoothL1(double beta) implements ErrorFunction {
    @Override
    public double value(double error) {
      double size = Math.abs(error);
      return size < beta ? 0.5 * size * size / beta : size - 0.5 * beta;
    }

    @Override
    public double derivative(double error) {
      return Math.abs(error) < beta ? error / beta : Math.signum(error);
    }
  }

  private record Wing(double width, double curvature) implements ErrorFunction {
    @Override
    public double value(double error) {
      double size = Math.abs(error);
      return size < width
          ? width * Math.log1p(size / curvature)
          : size - width + width * Math.log1p(width / curvature);
    }

    @Override
    public double derivative(double error) {
      double size = Math.abs(error);
      double steepness = size < width ? width / (curvature + size) : 1;
      return steepness * Math.signum(error);
    }
  }
}
