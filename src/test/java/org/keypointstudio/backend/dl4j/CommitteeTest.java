package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.CommitteeEngine;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.UpdaterState;
import org.keypointstudio.training.network.WeightInitialization;

class CommitteeTest {
  private static final int FACES = 3;
  private static final NetworkSpec PAIR =
      new NetworkSpec(
          14,
          13,
          List.of(
              new LayerSpec.Convolution(4, 3, 1, true),
              new LayerSpec.MaxPooling(2),
              new LayerSpec.Relu(),
              new LayerSpec.Dense(4)),
          2);
  private static final Optimizer OPTIMIZER = new Optimizer.AdamW(1e-4);

  private final NetworkEngine engine = new CommitteeEngine(new NativeEngine());
  private final float[] weights = WeightInitialization.initialWeights(PAIR, 5);
  private final float[] images = normal(FACES * PAIR.inputs());
  private final float[] gradients = normal(2 * FACES * PAIR.outputs());

  private static float[] normal(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private float[] half(float[] values, int member) {
    int size = values.length / 2;
    return Arrays.copyOfRange(values, member * size, (member + 1) * size);
  }

  @Test
  void its_members_begin_with_weights_of_their_own() {
    assertThat(weights).hasSize(2 * PAIR.member().parameterCount());
    assertThat(half(weights, 0)).isNotEqualTo(half(weights, 1));
    assertThat(half(weights, 0)).isEqualTo(WeightInitialization.initialWeights(PAIR.member(), 5));
  }

  @Test
  void it_answers_with_the_mean_of_its_members() {
    float[] mean = new float[FACES * PAIR.outputs()];
    for (int member = 0; member < 2; member++) {
      float[] one = new float[mean.length];
      try (InferenceNetwork network = engine.inference(PAIR.member(), half(weights, member))) {
        network.predict(images, FACES, one);
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / 2;
      }
    }
    float[] answer = new float[mean.length];
    try (InferenceNetwork committee = engine.inference(PAIR, weights)) {
      committee.predict(images, FACES, answer);
    }

    for (int i = 0; i < mean.length; i++) {
      assertThat(answer[i]).isCloseTo(mean[i], within(1e-6f));
    }
  }

  @Test
  void each_member_learns_as_it_would_alone() {
    float[] together = new float[weights.length];
    float[] outputs = new float[2 * FACES * PAIR.outputs()];
    try (TrainableNetwork committee = engine.trainable(PAIR, weights, OPTIMIZER, 7)) {
      committee.forward(images, FACES, outputs);
      committee.learn(gradients, 1e-2);
      committee.copyWeightsTo(together);
    }

    for (int member = 0; member < 2; member++) {
      float[] alone = new float[weights.length / 2];
      float[] answer = new float[FACES * PAIR.outputs()];
      try (TrainableNetwork network =
          engine.trainable(PAIR.member(), half(weights, member), OPTIMIZER, 7)) {
        network.forward(images, FACES, answer);
        network.learn(half(gradients, member), 1e-2);
        network.copyWeightsTo(alone);
      }
      assertThat(half(outputs, member)).isEqualTo(answer);
      assertThat(half(together, member)).isEqualTo(alone).isNotEqualTo(half(weights, member));
    }
  }

  @Test
  void it_goes_on_from_a_copied_state_as_if_it_had_never_stopped() {
    float[] midway = new float[weights.length];
    float[] unbroken = new float[weights.length];
    float[] resumed = new float[weights.length];
    UpdaterState state;
    try (TrainableNetwork committee = engine.trainable(PAIR, weights, OPTIMIZER, 7)) {
      step(committee);
      committee.copyWeightsTo(midway);
      state = committee.updaterState();
      step(committee);
      committee.copyWeightsTo(unbroken);
    }
    try (TrainableNetwork committee = engine.trainable(PAIR, midway, OPTIMIZER, 7)) {
      committee.restore(state);
      step(committee);
      committee.copyWeightsTo(resumed);
    }

    assertThat(resumed).isEqualTo(unbroken).isNotEqualTo(midway);
  }

  private void step(TrainableNetwork committee) {
    committee.forward(images, FACES, new float[2 * FACES * PAIR.outputs()]);
    committee.learn(gradients, 1e-2);
  }

  @Test
  void it_has_at_least_one_member_and_not_more_than_anybody_needs() {
    assertThatThrownBy(() -> PAIR.withMembers(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PAIR.withMembers(1_000_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 8 members");
  }
}
