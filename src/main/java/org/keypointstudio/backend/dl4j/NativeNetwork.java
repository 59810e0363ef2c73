package org.keypointstudio.backend.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.UpdaterState;

/**
 * A network of our own steps over ND4J's native operations. Channels lie side by side from end to
 * end, and every array is made once, so a step of training allocates and rearranges nothing.
 */
final class NativeNetwork implements TrainableNetwork {
  private static final int USUAL_BATCH = 64;

  private final NetworkSpec spec;
  private final boolean learns;
  private final Tensor weights;
  private final Tensor gradients;
  private final Pass pass;
  private final @Nullable UpdateStep optimizer;
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private NetworkMemory memory;
  private int batchFaces;

  /**
   * A network with these weights.
   *
   * @param optimizer null if it only computes
   * @param seed of what is drawn while it learns
   */
  NativeNetwork(
      NetworkSpec spec, float[] initialWeights, @Nullable Optimizer optimizer, long seed) {
    this.spec = spec;
    NativeThreads.useAllProcessors();
    learns = optimizer != null;
    weights = new Tensor(spec.parameterCount());
    weights.copyFrom(initialWeights, initialWeights.length);
    gradients = learns ? new Tensor(spec.parameterCount()) : weights;
    this.optimizer = optimizer == null ? null : UpdateStep.of(spec, optimizer, weights, gradients);
    pass = new Pass(seed);
    memory = new NetworkMemory(spec, weights, gradients, learns ? USUAL_BATCH : 1, learns, pass);
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public void predict(float[] images, int faces, float[] outputs) {
    pass.predict();
    compute(images, faces, outputs);
  }

  @Override
  public void forward(float[] images, int faces, float[] outputs) {
    pass.learn(optimizer == null ? 0 : optimizer.steps());
    compute(images, faces, outputs);
  }

  private void compute(float[] images, int faces, float[] outputs) {
    List<Step> batchSteps = stepsFor(faces);
    memory.flow(0, faces).valueTensor().copyFrom(images, faces * spec.inputs());
    batchSteps.forEach(Step::forward);
    output(faces).valueTensor().copyTo(outputs, faces * spec.outputs());
    batchFaces = faces;
  }

  private Flow output(int faces) {
    return memory.flow(spec.layers().size(), faces);
  }

  private List<Step> stepsFor(int faces) {
    if (faces > memory.capacity()) {
      memory.close();
      steps.clear();
      memory = new NetworkMemory(spec, weights, gradients, faces, learns, pass);
    }
    return steps.computeIfAbsent(faces, memory::steps);
  }

  @Override
  public void learn(float[] outputGradients, double learningRate) {
    backward(outputGradients);
    optimizer().apply(learningRate);
  }

  @Override
  public UpdaterState updaterState() {
    return optimizer().state();
  }

  @Override
  public void restore(UpdaterState state) {
    optimizer().restore(state);
  }

  private UpdateStep optimizer() {
    if (optimizer == null) {
      throw new IllegalStateException("This network only computes");
    }
    return optimizer;
  }

  /** Computes the gradients of all weights after a {@link #forward}. */
  void backward(float[] outputGradients) {
    output(batchFaces).gradientTensor().copyFrom(outputGradients, batchFaces * spec.outputs());
    stepsFor(batchFaces).reversed().forEach(Step::backward);
  }

  /** Copies the gradients, in the order of the weights. */
  void copyGradientsTo(float[] target) {
    gradients.copyTo(target, spec.parameterCount());
  }

  @Override
  public void copyWeightsTo(float[] target) {
    weights.copyTo(target, spec.parameterCount());
  }

  @Override
  public void close() {
    memory.close();
    if (optimizer != null) {
      optimizer.close();
      gradients.close();
    }
    weights.close();
  }
}
