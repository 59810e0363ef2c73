package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.LayerSpec.BatchNormalization;
import org.keypointstudio.training.network.LayerSpec.Convolution;
import org.keypointstudio.training.network.LayerSpec.Dense;
import org.keypointstudio.training.network.LayerSpec.Dropout;
import org.keypointstudio.training.network.LayerSpec.MaxPooling;
import org.keypointstudio.training.network.LayerSpec.Relu;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TensorSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.UpdaterState;
import org.keypointstudio.training.network.WeightInitialization;

class NativeNetworkTest {
  private static final int FACES = 5;
  private static final Optimizer ADAM_W = new Optimizer.AdamW(0.01);

  private final SplittableRandom random = new SplittableRandom(3);

  static List<List<LayerSpec>> networks() {
    return List.of(
        List.of(new Dense(7), new Relu(), new Dense(4)),
        List.of(
            new Convolution(3, 3, 1, false),
            new MaxPooling(2),
            new Relu(),
            new Convolution(4, 2, 1, false),
            new Relu(),
            new Dense(6),
            new Relu(),
            new Dense(4)),
        List.of(
            new Convolution(3, 5, 2, true),
            new Relu(),
            new Convolution(4, 3, 1, true),
            new MaxPooling(2),
            new Relu(),
            new Convolution(5, 3, 2, true),
            new Dense(4)),
        List.of(
            new Convolution(3, 3, 1, true),
            new Relu(),
            new BatchNormalization(),
            new Convolution(4, 3, 2, true),
            new Relu(),
            new BatchNormalization(),
            new Dense(4)));
  }

  static List<List<LayerSpec>> networksThatMayDrop() {
    List<List<LayerSpec>> all = new ArrayList<>(networks());
    all.add(
        List.of(
            new Convolution(3, 3, 2, true),
            new Dense(9),
            new Relu(),
            new Dropout(0.4),
            new Dense(8),
            new Relu(),
            new Dropout(0.2),
            new Dense(4)));
    return all;
  }

  static List<Optimizer> optimizers() {
    return List.of(new Optimizer.Adam(), ADAM_W, new Optimizer.Nesterov(0.9, 0.01));
  }

  @ParameterizedTest
  @MethodSource("networksThatMayDrop")
  void gradients_are_the_derivatives_of_the_outputs(List<LayerSpec> layers) {
    NetworkSpec spec = new NetworkSpec(14, 13, layers);
    float[] weights = normal(spec.parameterCount(), 0.3);
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] outputGradients = normal(FACES * spec.outputs(), 1);
    float[] gradients = new float[spec.parameterCount()];
    try (NativeNetwork network = new NativeNetwork(spec, weights, ADAM_W, 1)) {
      network.forward(images, FACES, new float[FACES * spec.outputs()]);
      network.backward(outputGradients);
      network.copyGradientsTo(gradients);
    }

    for (TensorSpec tensor : learned(spec)) {
      float[] direction = new float[weights.length];
      double expected = 0;
      for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
        direction[i] = gradients[i];
        expected += (double) gradients[i] * gradients[i];
      }
      double step = 1e-3 / Math.sqrt(expected);
      double slope =
          (weightedOutput(spec, moved(weights, direction, step), images, outputGradients)
                  - weightedOutput(spec, moved(weights, direction, -step), images, outputGradients))
              / (2 * step);

      assertThat(slope).as(tensor.toString()).isCloseTo(expected, within(0.02 * expected));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void it_learns_as_a_network_of_the_librarys_own_layers_does(List<LayerSpec> layers) {
    NetworkSpec spec = new NetworkSpec(14, 13, layers);
    float[] weights = WeightInitialization.initialWeights(spec, 5);
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] outputGradients = normal(FACES * spec.outputs(), 1);

    float[] ours =
        outputsAfterThreeSteps(new NativeEngine(), ADAM_W, spec, weights, images, outputGradients);
    float[] theirs =
        outputsAfterThreeSteps(new Dl4jEngine(), ADAM_W, spec, weights, images, outputGradients);

    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], within(2e-3f));
    }
  }

  @Test
  void a_normalisation_ends_up_in_the_kernel_before_it_once_the_network_has_learned() {
    List<LayerSpec> layers =
        List.of(
            new Convolution(3, 3, 1, true),
            new BatchNormalization(),
            new Relu(),
            new Dense(6),
            new BatchNormalization(),
            new Dense(4));
    NetworkSpec spec = new NetworkSpec(14, 13, layers);
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] weights = new float[spec.parameterCount()];
    float[] expected = new float[FACES * spec.outputs()];
    float[] outputs = new float[FACES * spec.outputs()];
    NativeEngine engine = new NativeEngine();
    try (TrainableNetwork network =
        engine.trainable(spec, WeightInitialization.initialWeights(spec, 5), ADAM_W, 1)) {
      for (int i = 0; i < 3; i++) {
        network.forward(images, FACES, outputs);
        network.learn(normal(FACES * spec.outputs(), 1), 1e-2);
      }
      network.predict(images, FACES, expected);
      network.copyWeightsTo(weights);
    }

    try (InferenceNetwork network = engine.inference(spec, weights)) {
      network.predict(images, FACES, outputs);
    }

    for (int i = 0; i < outputs.length; i++) {
      assertThat(outputs[i]).isCloseTo(expected[i], within(1e-4f));
    }
    assertThat(FoldedNetwork.of(spec, weights).spec().layers())
        .doesNotHaveAnyElementsOfTypes(BatchNormalization.class);
  }

  @Test
  void the_gradient_of_a_batch_is_the_sum_of_the_gradients_of_its_faces() {
    NetworkSpec spec =
        new NetworkSpec(96, 96, List.of(new Convolution(4, 5, 2, true), new Relu(), new Dense(4)));
    float[] weights = WeightInitialization.initialWeights(spec, 5);
    int faces = 9;
    float[] images = normal(faces * spec.inputs(), 1);
    float[] outputGradients = normal(faces * spec.outputs(), 1);
    double[] sum = new double[weights.length];
    float[] ofAll = new float[weights.length];
    float[] ofOne = new float[weights.length];

    try (NativeNetwork network = new NativeNetwork(spec, weights, ADAM_W, 1)) {
      for (int face = 0; face < faces; face++) {
        network.forward(
            Arrays.copyOfRange(images, face * spec.inputs(), (face + 1) * spec.inputs()),
            1,
            new float[spec.outputs()]);
        network.backward(
            Arrays.copyOfRange(
                outputGradients, face * spec.outputs(), (face + 1) * spec.outputs()));
        network.copyGradientsTo(ofOne);
        Arrays.setAll(sum, i -> sum[i] + ofOne[i]);
      }
      network.forward(images, faces, new float[faces * spec.outputs()]);
      network.backward(outputGradients);
      network.copyGradientsTo(ofAll);
    }

    for (int i = 0; i < sum.length; i++) {
      assertThat((double) ofAll[i]).isCloseTo(sum[i], within(1e-3 + 1e-4 * Math.abs(sum[i])));
    }
  }

  private static List<TensorSpec> learned(NetworkSpec spec) {
    return spec.tensors().stream().filter(tensor -> tensor.role().isLearned()).toList();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void every_optimizer_steps_as_the_librarys_own_does(Optimizer optimizer) {
    NetworkSpec spec = new NetworkSpec(14, 13, networks().getFirst());
    float[] weights = WeightInitialization.initialWeights(spec, 5);
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] outputGradients = normal(FACES * spec.outputs(), 1);

    float[] ours =
        outputsAfterThreeSteps(
            new NativeEngine(), optimizer, spec, weights, images, outputGradients);
    float[] theirs =
        outputsAfterThreeSteps(new Dl4jEngine(), optimizer, spec, weights, images, outputGradients);

    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], within(2e-3f));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_network_that_goes_on_from_a_copied_state_learns_the_same(Optimizer optimizer) {
    NetworkSpec spec = new NetworkSpec(14, 13, networksThatMayDrop().getLast());
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] outputGradients = normal(FACES * spec.outputs(), 1);
    float[] midway = new float[spec.parameterCount()];
    float[] unbroken = new float[spec.parameterCount()];
    float[] resumed = new float[spec.parameterCount()];
    UpdaterState state;
    try (NativeNetwork network =
        new NativeNetwork(spec, WeightInitialization.initialWeights(spec, 1), optimizer, 4)) {
      learn(network, images, outputGradients);
      learn(network, images, outputGradients);
      network.copyWeightsTo(midway);
      state = network.updaterState();
      learn(network, images, outputGradients);
      network.copyWeightsTo(unbroken);
    }
    try (NativeNetwork network = new NativeNetwork(spec, midway, optimizer, 4)) {
      network.restore(state);
      learn(network, images, outputGradients);
      network.copyWeightsTo(resumed);
    }

    assertThat(state.steps()).isEqualTo(2);
    assertThat(resumed).isEqualTo(unbroken).isNotEqualTo(midway);
  }

  private static void learn(TrainableNetwork network, float[] images, float[] outputGradients) {
    network.forward(images, FACES, new float[FACES * 4]);
    network.learn(outputGradients, 1e-2);
  }

  @Test
  void the_state_of_another_optimizer_is_refused() {
    NetworkSpec spec = new NetworkSpec(14, 13, networks().getFirst());
    float[] weights = WeightInitialization.initialWeights(spec, 1);
    try (NativeNetwork adam = new NativeNetwork(spec, weights, new Optimizer.Adam(), 1);
        NativeNetwork nesterov =
            new NativeNetwork(spec, weights, new Optimizer.Nesterov(0.9, 0), 1)) {
      UpdaterState state = adam.updaterState();

      assertThatThrownBy(() -> nesterov.restore(state))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void dropout_changes_what_is_learned_from_and_never_what_is_predicted() {
    List<LayerSpec> dense = List.of(new Dense(50), new Relu(), new Dense(4));
    List<LayerSpec> thinned = List.of(new Dense(50), new Relu(), new Dropout(0.5), new Dense(4));
    NetworkSpec spec = new NetworkSpec(14, 13, thinned);
    float[] weights = normal(spec.parameterCount(), 0.3);
    float[] images = normal(FACES * spec.inputs(), 1);
    float[] whole = new float[FACES * 4];
    float[] predicted = new float[FACES * 4];
    float[] learnedFrom = new float[FACES * 4];
    try (NativeNetwork network =
            new NativeNetwork(new NetworkSpec(14, 13, dense), weights, null, 0);
        NativeNetwork dropping = new NativeNetwork(spec, weights, ADAM_W, 3)) {
      network.predict(images, FACES, whole);
      dropping.forward(images, FACES, learnedFrom);
      dropping.predict(images, FACES, predicted);
    }

    assertThat(predicted).isEqualTo(whole);
    assertThat(learnedFrom).isNotEqualTo(whole);
  }

  @Test
  void batches_of_changing_size_give_each_face_the_same_outputs() {
    NetworkSpec spec = new NetworkSpec(14, 13, networks().get(1));
    float[] images = normal(70 * spec.inputs(), 1);
    float[] together = new float[70 * 4];
    float[] apart = new float[70 * 4];
    try (NativeNetwork network =
        new NativeNetwork(spec, WeightInitialization.initialWeights(spec, 1), null, 0)) {
      network.predict(images, 70, together);
      for (int first = 0; first < 70; first += 7) {
        float[] part = new float[7 * spec.inputs()];
        System.arraycopy(images, first * spec.inputs(), part, 0, part.length);
        float[] outputs = new float[28];
        network.predict(part, 7, outputs);
        System.arraycopy(outputs, 0, apart, first * 4, 28);
      }
    }

    for (int i = 0; i < together.length; i++) {
      assertThat(apart[i]).isCloseTo(together[i], within(1e-5f));
    }
  }

  private float[] outputsAfterThreeSteps(
      NetworkEngine engine,
      Optimizer optimizer,
      NetworkSpec spec,
      float[] weights,
      float[] images,
      float[] outputGradients) {
    float[] outputs = new float[FACES * spec.outputs()];
    try (TrainableNetwork network = engine.trainable(spec, weights, optimizer, 1)) {
      for (int i = 0; i < 3; i++) {
        network.forward(images, FACES, outputs);
        network.learn(outputGradients, 1e-3);
      }
      network.predict(images, FACES, outputs);
    }
    return outputs;
  }

  private static double weightedOutput(
      NetworkSpec spec, float[] weights, float[] images, float[] factors) {
    float[] outputs = new float[FACES * spec.outputs()];
    // The same seed and step leave the same values out.
    try (NativeNetwork network = new NativeNetwork(spec, weights, ADAM_W, 1)) {
      network.forward(images, FACES, outputs);
    }
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += (double) outputs[i] * factors[i];
    }
    return sum;
  }

  private static float[] moved(float[] weights, float[] direction, double step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    return moved;
  }

  private float[] normal(int length, double deviation) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian(0, deviation);
    }
    return values;
  }
}
