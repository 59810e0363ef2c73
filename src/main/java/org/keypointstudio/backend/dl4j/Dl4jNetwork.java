package org.keypointstudio.backend.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.UpdaterState;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** A network made of Deeplearning4j's layers. */
final class Dl4jNetwork implements TrainableNetwork {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final NetworkSpec spec;
  private final Optimizer optimizer;
  private final MultiLayerNetwork network;
  private final Dl4jWeights weights;
  private final INDArray parameters;
  private final INDArray gradients;
  private final List<INDArray> moments;
  private int steps;
  private int batchFaces;

  Dl4jNetwork(NetworkSpec spec, float[] initialWeights, Optimizer optimizer) {
    this.spec = spec;
    this.optimizer = optimizer;
    NativeThreads.useAllProcessors();
    network = new MultiLayerNetwork(Dl4jConfigurations.of(spec));
    network.init();
    network.initGradientsView();
    weights = new Dl4jWeights(spec, network);
    weights.set(initialWeights);
    parameters = network.params();
    gradients = network.getFlattenedGradients().reshape(parameters.shape());
    int remembered = optimizer instanceof Optimizer.Nesterov ? 1 : 2;
    moments = Stream.generate(() -> Nd4j.zerosLike(parameters)).limit(remembered).toList();
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public void forward(float[] images, int faces, float[] outputs) {
    network.setInput(input(images, faces));
    List<INDArray> activations = new ArrayList<>(network.feedForward(true, false));
    copy(activations.getLast(), outputs);
    batchFaces = faces;
  }

  @Override
  public void predict(float[] images, int faces, float[] outputs) {
    copy(network.output(input(images, faces), false), outputs);
  }

  private INDArray input(float[] images, int faces) {
    return Nd4j.createFromArray(Arrays.copyOf(images, faces * spec.inputs()))
        .reshape('c', faces, spec.inputs());
  }

  private static void copy(INDArray values, float[] target) {
    float[] copied = values.dup('c').data().asFloat();
    System.arraycopy(copied, 0, target, 0, copied.length);
  }

  @Override
  public void learn(float[] outputGradients, double learningRate) {
    INDArray error =
        Nd4j.createFromArray(Arrays.copyOf(outputGradients, batchFaces * spec.outputs()))
            .reshape('c', batchFaces, spec.outputs());
    Gradient gradient =
        network.backpropGradient(error, LayerWorkspaceMgr.noWorkspaces()).getFirst();
    IdentityHashMap<INDArray, INDArray> statistics = runningStatistics(gradient);
    Nd4j.exec(update(learningRate));
    steps++;
    decay(1 - learningRate * optimizer.weightDecay());
    parameters.subi(gradients);
    statistics.forEach(INDArray::assign);
  }

  /**
   * The running means and variances after this batch, by where they belong. The library hands them
   * over as gradients to be subtracted, which no optimizer may change.
   */
  private IdentityHashMap<INDArray, INDArray> runningStatistics(Gradient gradient) {
    IdentityHashMap<INDArray, INDArray> next = new IdentityHashMap<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      if (spec.layers().get(i) instanceof LayerSpec.BatchNormalization) {
        for (String name : List.of(Dl4jWeights.MEAN, Dl4jWeights.VARIANCE)) {
          INDArray present = network.getLayer(i).getParam(name);
          next.put(present, present.sub(gradient.getGradientFor(i + "_" + name)));
        }
      }
    }
    return next;
  }

  private DynamicCustomOp update(double learningRate) {
    return switch (optimizer) {
      case Optimizer.AdamW _, Optimizer.Adam _ ->
          new AdamUpdater(
              gradients,
              moments.getLast(),
              moments.getFirst(),
              learningRate,
              BETA_1,
              BETA_2,
              EPSILON,
              steps);
      case Optimizer.Nesterov nesterov ->
          new NesterovsUpdater(gradients, moments.getFirst(), learningRate, nesterov.momentum());
    };
  }

  @Override
  public UpdaterState updaterState() {
    return new UpdaterState(
        steps, moments.stream().map(moment -> moment.dup().data().asFloat()).toList());
  }

  @Override
  public void restore(UpdaterState state) {
    if (state.moments().size() != moments.size()) {
      throw new IllegalArgumentException("The state is that of another optimizer");
    }
    steps = Math.toIntExact(state.steps());
    for (int i = 0; i < moments.size(); i++) {
      moments.get(i).assign(Nd4j.createFromArray(state.moments().get(i)));
    }
  }

  private void decay(double factor) {
    for (TensorSpec tensor : spec.tensors()) {
      if (tensor.role() == TensorSpec.Role.KERNEL) {
        network.getLayer(tensor.layer()).getParam("W").muli(factor);
      }
    }
  }

  @Override
  public void copyWeightsTo(float[] target) {
    weights.copyTo(target);
  }

  @Override
  public void close() {
    network.close();
    moments.forEach(INDArray::close);
  }
}
