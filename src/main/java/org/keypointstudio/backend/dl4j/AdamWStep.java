package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.keypointstudio.training.network.AdamW;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;

/** {@link AdamW} in one pass over weights, gradients and moments. */
final class AdamWStep implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final NetworkSpec spec;
  private final AdamW optimizer;
  private final MemorySegment weights;
  private final MemorySegment gradients;
  private final Tensor means;
  private final Tensor squares;
  private int steps;

  AdamWStep(NetworkSpec spec, AdamW optimizer, Tensor weights, Tensor gradients) {
    this.spec = spec;
    this.optimizer = optimizer;
    this.weights = weights.segment();
    this.gradients = gradients.segment();
    means = new Tensor(weights.length());
    squares = new Tensor(weights.length());
  }

  void apply(double learningRate) {
    steps++;
    double meanCorrection = 1 - Math.pow(optimizer.beta1(), steps);
    double squareCorrection = Math.sqrt(1 - Math.pow(optimizer.beta2(), steps));
    float rate = (float) (learningRate * squareCorrection / meanCorrection);
    float epsilon = (float) (optimizer.epsilon() * squareCorrection);
    for (TensorSpec tensor : spec.tensors()) {
      double decay = tensor.role() == TensorSpec.Role.KERNEL ? optimizer.weightDecay() : 0;
      float kept = (float) (1 - learningRate * decay);
      Loops.inPieces(
          tensor.size(),
          (from, to) -> update(tensor.offset() + from, tensor.offset() + to, rate, epsilon, kept));
    }
  }

  private void update(long from, long to, float rate, float epsilon, float kept) {
    float beta1 = (float) optimizer.beta1();
    float beta2 = (float) optimizer.beta2();
    MemorySegment mean = means.segment();
    MemorySegment square = squares.segment();
    for (long i = from; i < to; i++) {
      float g = gradients.getAtIndex(FLOAT, i);
      float m = beta1 * mean.getAtIndex(FLOAT, i) + (1 - beta1) * g;
      float v = beta2 * square.getAtIndex(FLOAT, i) + (1 - beta2) * g * g;
      mean.setAtIndex(FLOAT, i, m);
      square.setAtIndex(FLOAT, i, v);
      float step = rate * m / ((float) Math.sqrt(v) + epsilon);
      weights.setAtIndex(FLOAT, i, kept * weights.getAtIndex(FLOAT, i) - step);
    }
  }

  @Override
  public void close() {
    means.close();
    squares.close();
  }
}
