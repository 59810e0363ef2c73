package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.Loss;

class MaskedLossTest {
  private static final double PIXELS_PER_UNIT = 48;
  private static final MaskedLoss SQUARED = MaskedLoss.of(new Loss.SquaredError(), PIXELS_PER_UNIT);

  @Test
  void loss_is_the_mean_over_what_is_labelled() {
    float[] gradient = new float[3];

    double loss =
        SQUARED.lossAndGradient(
            new float[] {1, 5, 4}, 0, new float[] {0, 0, 2}, new float[] {1, 0, 1}, 3, gradient);

    assertThat(loss).isCloseTo((1 + 4) / 2.0, within(1e-9));
    assertThat(gradient).containsExactly(1, 0, 2);
  }

  @Property(tries = 300)
  void every_gradient_is_the_slope_of_its_loss(
      @ForAll @IntRange(max = 2) int choice, @ForAll @DoubleRange(min = -1, max = 1) double error) {
    MaskedLoss loss = MaskedLoss.of(Loss.choices().get(choice), PIXELS_PER_UNIT);
    double h = 1e-3;
    float[] gradient = new float[1];
    float[] mask = {1};
    loss.lossAndGradient(new float[] {(float) error}, 0, new float[1], mask, 1, gradient);

    double slope = (valueAt(loss, error + h) - valueAt(loss, error - h)) / (2 * h);

    // Near its kinks a slope over two points lies between the slopes of both sides.
    double nearKink = isNearKink(choice, error, h) ? 6 : 0;
    assertThat(slope).isCloseTo(gradient[0], within(1e-2 + nearKink));
  }

  private static double valueAt(MaskedLoss loss, double error) {
    return loss.lossAndGradient(
        new float[] {(float) error}, 0, new float[1], new float[] {1}, 1, new float[1]);
  }

  private static boolean isNearKink(int choice, double error, double h) {
    double kink = new double[] {0, 1, 10}[choice] / PIXELS_PER_UNIT;
    return Math.abs(error) <= h || Math.abs(Math.abs(error) - kink) <= h;
  }

  @Test
  void smooth_l1_is_a_parabola_that_goes_on_as_a_line() {
    MaskedLoss loss = MaskedLoss.of(new Loss.SmoothL1(2), 1);

    assertThat(valueAt(loss, 1)).isCloseTo(0.25, within(1e-9));
    assertThat(valueAt(loss, 2)).isCloseTo(1, within(1e-9));
    assertThat(valueAt(loss, -5)).isCloseTo(4, within(1e-9));
  }

  @Test
  void wing_is_a_logarithm_that_goes_on_as_a_line() {
    MaskedLoss loss = MaskedLoss.of(new Loss.Wing(10, 2), 1);

    assertThat(valueAt(loss, 2)).isCloseTo(10 * Math.log(2), within(1e-9));
    assertThat(valueAt(loss, 10)).isCloseTo(10 * Math.log(6), within(1e-9));
    assertThat(valueAt(loss, -13)).isCloseTo(3 + 10 * Math.log(6), within(1e-9));
  }

  @Test
  void pixels_count_the_same_whatever_a_unit_is() {
    MaskedLoss perPixel = MaskedLoss.of(new Loss.Wing(10, 2), 1);
    MaskedLoss perUnit = MaskedLoss.of(new Loss.Wing(10, 2), 48);

    assertThat(48 * valueAt(perUnit, 0.25)).isCloseTo(valueAt(perPixel, 12), within(1e-6));
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
    double loss = SQUARED.lossAndGradient(outputs, 0, targets, mask, 12, gradient);

    for (int i = 0; i < 12; i++) {
      if (mask[i] == 0) {
        outputs[i] = maskedOutput;
        targets[i] = maskedTarget;
      }
    }
    float[] otherGradient = new float[12];
    double otherLoss = SQUARED.lossAndGradient(outputs, 0, targets, mask, 12, otherGradient);

    assertThat(otherLoss).isEqualTo(loss);
    assertThat(otherGradient).containsExactly(gradient);
  }

  @Test
  void a_batch_without_labels_has_no_loss_and_no_gradient() {
    float[] gradient = {7};

    double loss =
        SQUARED.lossAndGradient(
            new float[] {Float.NaN}, 0, new float[1], new float[1], 1, gradient);

    assertThat(loss).isZero();
    assertThat(gradient).containsExactly(0);
  }
}
