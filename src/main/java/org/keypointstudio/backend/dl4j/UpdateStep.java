package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.keypointstudio.training.network.UpdaterState;

/** An {@link Optimizer} in one pass over weights, gradients and what it remembers. */
abstract class UpdateStep implements AutoCloseable {
  /** How the engine reads and writes floats of native memory. */
  static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final NetworkSpec spec;
  private final List<TensorSpec> learned;
  private final double weightDecay;
  private final List<Tensor> moments;
  private long steps;

  private UpdateStep(NetworkSpec spec, Optimizer optimizer, int moments) {
    this.spec = spec;
    learned = spec.tensors().stream().filter(tensor -> tensor.role().isLearned()).toList();
    weightDecay = optimizer.weightDecay();
    this.moments = Stream.generate(() -> new Tensor(spec.parameterCount())).limit(moments).toList();
  }

  /**
   * The steps of an optimizer.
   *
   * @param weights change with each step
   * @param gradients of the loss by each weight
   */
  static UpdateStep of(NetworkSpec spec, Optimizer optimizer, Tensor weights, Tensor gradients) {
    return switch (optimizer) {
      case Optimizer.AdamW _, Optimizer.Adam _ -> new Adam(spec, optimizer, weights, gradients);
      case Optimizer.Nesterov nesterov -> new Nesterov(spec, nesterov, weights, gradients);
    };
  }

  /** Changes the weights once. */
  final void apply(double learningRate) {
    steps++;
    beginStep(steps, learningRate);
    for (TensorSpec tensor : learned) {
      double decay = tensor.role() == TensorSpec.Role.KERNEL ? weightDecay : 0;
      float kept = (float) (1 - learningRate * decay);
      Loops.inPieces(
          tensor.size(), (from, to) -> update(tensor.offset() + from, tensor.offset() + to, kept));
    }
  }

  /** Prepares what all weights share in a step, counted from 1. */
  abstract void beginStep(long step, double learningRate);

  /**
   * Changes some weights.
   *
   * @param kept share of each weight that does not decay
   */
  abstract void update(long from, long to, float kept);

  /** One of the arrays that are remembered. */
  final MemorySegment moment(int position) {
    return moments.get(position).segment();
  }

  /** The number of steps taken. */
  final long steps() {
    return steps;
  }

  /** A copy of all that is remembered. */
  final UpdaterState state() {
    return new UpdaterState(
        steps,
        moments.stream()
            .map(
                moment -> {
                  float[] copy = new float[spec.parameterCount()];
                  moment.copyTo(copy, copy.length);
                  return copy;
                })
            .toList());
  }

  /**
   * Goes on from what was remembered.
   *
   * @throws IllegalArgumentException if another optimizer or another network remembered it
   */
  final void restore(UpdaterState state) {
    boolean fits =
        state.moments().size() == moments.size()
            && state.moments().stream().allMatch(array -> array.length == spec.parameterCount());
    if (!fits) {
      throw new IllegalArgumentException("The state is that of another optimizer or network");
    }
    steps = state.steps();
    for (int i = 0; i < moments.size(); i++) {
      moments.get(i).copyFrom(state.moments().get(i), spec.parameterCount());
    }
  }

  @Override
  public final void close() {
    moments.forEach(Tensor::close);
  }

  /** Adam, and AdamW where weights decay. */
  private static final class Adam extends UpdateStep {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final MemorySegment weights;
    private final MemorySegment gradients;
    private float rate;
    private float epsilon;

    Adam(NetworkSpec spec, Optimizer optimizer, Tensor weights, Tensor gradients) {
      super(spec, optimizer, 2);
      this.weights = weights.segment();
      this.gradients = gradients.segment();
    }

    @Override
    void beginStep(long step, double learningRate) {
      double meanCorrection = 1 - Math.pow(BETA_1, (double) step);
      double squareCorrection = Math.sqrt(1 - Math.pow(BETA_2, (double) step));
      rate = (float) (learningRate * squareCorrection / meanCorrection);
      epsilon = (float) (EPSILON * squareCorrection);
    }

    @Override
    void update(long from, long to, float kept) {
      MemorySegment mean = moment(0);
      MemorySegment square = moment(1);
      float beta1 = (float) BETA_1;
      float beta2 = (float) BETA_2;
      float stepRate = rate;
      float stepEpsilon = epsilon;
      for (long i = from; i < to; i++) {
        float g = gradients.getAtIndex(FLOAT, i);
        float m = beta1 * mean.getAtIndex(FLOAT, i) + (1 - beta1) * g;
        float v = beta2 * square.getAtIndex(FLOAT, i) + (1 - beta2) * g * g;
        mean.setAtIndex(FLOAT, i, m);
        square.setAtIndex(FLOAT, i, v);
        float step = stepRate * m / ((float) Math.sqrt(v) + stepEpsilon);
        weights.setAtIndex(FLOAT, i, kept * weights.getAtIndex(FLOAT, i) - step);
      }
    }
  }

  /** Nesterov's momentum, with the gradient where the weights are (Sutskever et al. 2013). */
  private static final class Nesterov extends UpdateStep {
    private final MemorySegment weights;
    private final MemorySegment gradients;
    private final float momentum;
    private float rate;

    Nesterov(NetworkSpec spec, Optimizer.Nesterov optimizer, Tensor weights, Tensor gradients) {
      super(spec, optimizer, 1);
      this.weights = weights.segment();
      this.gradients = gradients.segment();
      momentum = (float) optimizer.momentum();
    }

    @Override
    void beginStep(long step, double learningRate) {
      rate = (float) learningRate;
    }

    @Override
    void update(long from, long to, float kept) {
      MemorySegment velocity = moment(0);
      float stepRate = rate;
      for (long i = from; i < to; i++) {
        float push = stepRate * gradients.getAtIndex(FLOAT, i);
        float v = momentum * velocity.getAtIndex(FLOAT, i) - push;
        velocity.setAtIndex(FLOAT, i, v);
        weights.setAtIndex(FLOAT, i, kept * weights.getAtIndex(FLOAT, i) + momentum * v - push);
      }
    }
  }
}
