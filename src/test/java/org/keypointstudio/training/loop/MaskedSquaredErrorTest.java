package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaskedSquaredErrorTest {

  @Test
  void loss_is_the_mean_over_what_is_labelled() {
    float[] gradient = new float[3];

    double loss =
        MaskedSquaredError.lossAndGradient(
            new float[] {1, 5, 4}, new float[] {0, 0, 2}, new float[] {1, 0, 1}, 3, gradient);

    assertThat(loss).isCloseTo((1 + 4) / 2.0, within(1e-9));
    assertThat(gradient).containsExactly(1, 0, 2);
  }

  @Property(tries = 200)
  void nothing_that_is_masked_changes_loss_or_gradient(
      @ForAll long seed, @ForAll float maskedTarget, @ForAll float maskedOutput) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] outputs = new float[12];
    float[] targets = new float[12];
    float[] mask = new float[12];
    for (int i = 0; i < 12; i++) {
      outputs[i] = (float) random.nextDouble(-1, 1);
      targets[i] = (float) random.nextDouble(-1, 1);
      mask[i] = random.nextInt(2);
    }
    float[] gradient = new float[12];
    double loss = MaskedSquaredError.lossAndGradient(outputs, targets, mask, 12, gradient);

    for (int i = 0; i < 12; i++) {
      if (mask[i] == 0) {
        outputs[i] = maskedOutput;
        targets[i] = maskedTarget;
      }
    }
    float[] otherGradient = new float[12];
    double otherLoss =
        MaskedSquaredError.lossAndGradient(outputs, targets, mask, 12, otherGradient);

    assertThat(otherLoss).isEqualTo(loss);
    assertThat(otherGradient).containsExactly(gradient);
  }

  @Test
  void a_batch_without_labels_has_no_loss_and_no_gradient() {
    float[] gradient = {7};

    double loss =
        MaskedSquaredError.lossAndGradient(
            new float[] {Float.NaN}, new float[1], new float[1], 1, gradient);

    assertThat(loss).isZero();
    assertThat(gradient).containsExactly(0);
  }
}
