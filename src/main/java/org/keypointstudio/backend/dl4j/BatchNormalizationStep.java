package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.keypointstudio.training.network.LayerSpec.BatchNormalization;

/**
 * Brings channels to zero mean and unit variance, by Ioffe and Szegedy 2015, "Batch Normalization",
 * algorithm 1: y = γ·x̂ + β with x̂ = (x − mean) / √(variance + ε). Both directions are one pass
 * that sums and one that writes y, or the gradient of x, as a sum of products with factors of the
 * channel.
 */
final class BatchNormalizationStep implements Step {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final Flow in;
  private final Flow out;
  private final int channels;
  private final long rows;
  private final Pass pass;
  private final MemorySegment weights;
  private final MemorySegment gradients;
  private final long scale;
  private final long bias;
  private final long runningMean;
  private final long runningVariance;
  private final ChannelSums sums;
  private final double[] mean;
  private final double[] inverseDeviation;

  /**
   * Binds the step to its arrays.
   *
   * @param scaleOffset where γ begins in the weights; β and the running mean and variance follow
   */
  BatchNormalizationStep(
      Flow in, Flow out, Tensor weights, Tensor gradients, long scaleOffset, Pass pass) {
    this.in = in;
    this.out = out;
    this.pass = pass;
    this.weights = weights.segment();
    this.gradients = gradients.segment();
    channels = in.shape().channels();
    rows = in.length() / channels;
    scale = scaleOffset;
    bias = scale + channels;
    runningMean = bias + channels;
    runningVariance = runningMean + channels;
    sums = new ChannelSums(channels, rows);
    mean = new double[channels];
    inverseDeviation = new double[channels];
  }

  @Override
  public void forward() {
    if (pass.isLearning()) {
      measure();
    } else {
      recall();
    }
    float[] factors = new float[channels];
    float[] shifts = new float[channels];
    for (int c = 0; c < channels; c++) {
      double factor = weight(scale + c) * inverseDeviation[c];
      factors[c] = (float) factor;
      shifts[c] = (float) (weight(bias + c) - factor * mean[c]);
    }
    MemorySegment x = in.valueSegment();
    MemorySegment y = out.valueSegment();
    ChannelSums.inRows(
        rows,
        channels,
        (from, to) -> {
          for (long row = from; row < to; row++) {
            long start = row * channels;
            for (int c = 0; c < channels; c++) {
              y.setAtIndex(
                  FLOAT, start + c, x.getAtIndex(FLOAT, start + c) * factors[c] + shifts[c]);
            }
          }
        });
  }

  private void recall() {
    for (int c = 0; c < channels; c++) {
      mean[c] = weight(runningMean + c);
      inverseDeviation[c] = 1 / Math.sqrt(weight(runningVariance + c) + BatchNormalization.EPSILON);
    }
  }

  private void measure() {
    // Sums about a value of the channel keep the digits that sums about zero would lose.
    float[] pivot = new float[channels];
    MemorySegment.copy(in.valueSegment(), FLOAT, 0, pivot, 0, channels);
    sums.ofDeviations(in.valueSegment(), pivot);
    double unbiased = rows > 1 ? rows / (rows - 1.0) : 1;
    for (int c = 0; c < channels; c++) {
      double fromPivot = sums.first(c) / rows;
      double variance = Math.max(0, sums.second(c) / rows - fromPivot * fromPivot);
      mean[c] = pivot[c] + fromPivot;
      inverseDeviation[c] = 1 / Math.sqrt(variance + BatchNormalization.EPSILON);
      remember(runningMean + c, mean[c]);
      remember(runningVariance + c, variance * unbiased);
    }
  }

  private void remember(long position, double measured) {
    double kept = weight(position) * (1 - BatchNormalization.MOMENTUM);
    weights.setAtIndex(FLOAT, position, (float) (kept + measured * BatchNormalization.MOMENTUM));
  }

  private double weight(long position) {
    return weights.getAtIndex(FLOAT, position);
  }

  /** ∂x = γ/√(variance + ε) · (∂y − (∂β + x̂·∂γ) / n), written as a·∂y + b·x + c. */
  @Override
  public void backward() {
    float[] centre = new float[channels];
    for (int c = 0; c < channels; c++) {
      centre[c] = (float) mean[c];
    }
    MemorySegment dy = out.gradientSegment();
    MemorySegment x = in.valueSegment();
    sums.ofProducts(dy, x, centre);
    float[] a = new float[channels];
    float[] b = new float[channels];
    float[] shift = new float[channels];
    for (int c = 0; c < channels; c++) {
      double biasGradient = sums.first(c);
      double scaleGradient = sums.second(c) * inverseDeviation[c];
      gradients.setAtIndex(FLOAT, bias + c, (float) biasGradient);
      gradients.setAtIndex(FLOAT, scale + c, (float) scaleGradient);
      double factor = weight(scale + c) * inverseDeviation[c];
      double slope = -factor * inverseDeviation[c] * scaleGradient / rows;
      a[c] = (float) factor;
      b[c] = (float) slope;
      shift[c] = (float) (-factor * biasGradient / rows - slope * centre[c]);
    }
    writeGradient(dy, x, in.gradientSegment(), a, b, shift);
  }

  private void writeGradient(
      MemorySegment dy, MemorySegment x, MemorySegment dx, float[] a, float[] b, float[] shift) {
    ChannelSums.inRows(
        rows,
        channels,
        (from, to) -> {
          for (long row = from; row < to; row++) {
            long start = row * channels;
            for (int c = 0; c < channels; c++) {
              long at = start + c;
              dx.setAtIndex(
                  FLOAT,
                  at,
                  a[c] * dy.getAtIndex(FLOAT, at) + b[c] * x.getAtIndex(FLOAT, at) + shift[c]);
            }
          }
        });
  }
}
