package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.UpdaterState;

class BestWeightsTest {
  private final List<Double> errors = new ArrayList<>();
  private final BestWeights best = new BestWeights(1);

  /** A network whose one weight is the number of the epoch. */
  private final class Counting implements TrainableNetwork {
    @Override
    public void copyWeightsTo(float[] target) {
      target[0] = errors.size();
    }

    @Override
    public NetworkSpec spec() {
      return Architectures.of(ModelKind.SEQUENTIAL, 1);
    }

    @Override
    public void predict(float[] images, int faces, float[] outputs) {}

    @Override
    public void forward(float[] images, int faces, float[] outputs) {}

    @Override
    public void learn(float[] outputGradients, double learningRate) {}

    @Override
    public UpdaterState updaterState() {
      return new UpdaterState(0, List.of());
    }

    @Override
    public void restore(UpdaterState state) {}

    @Override
    public void close() {}
  }

  private void judge(double... validationRmses) {
    for (double rmse : validationRmses) {
      errors.add(rmse);
      best.offer(new Counting(), errors);
    }
  }

  @Test
  void while_the_error_falls_the_latest_epoch_is_the_best() {
    judge(5, 4, 3);

    assertThat(best.epoch()).isEqualTo(3);
    assertThat(best.rmse()).isEqualTo(3);
    assertThat(best.weights()).containsExactly(3);
  }

  @Test
  void a_lucky_epoch_among_worse_ones_is_not_the_best() {
    judge(2.0, 2.0, 2.0, 1.5, 2.0, 1.8, 1.8, 1.8, 1.7, 1.7);

    assertThat(best.epoch()).isEqualTo(10);
    assertThat(best.rmse()).isEqualTo(1.7);
  }

  @Test
  void a_network_that_gets_worse_for_good_is_kept_from_before() {
    judge(3, 2.5, 2, 1.9, 1.8, 1.8, 1.9, 2.2, 2.4, 2.6, 2.8);

    assertThat(best.epoch()).isBetween(5, 7);
    assertThat(best.weights()).containsExactly(best.epoch());
  }

  @Test
  void goes_on_after_a_break_as_without_one() {
    judge(3, 2.5, 2.6, 2.4);
    BestWeights resumed = new BestWeights(1);
    resumed.restore(best.weights(), errors.subList(0, best.epoch()));

    errors.add(2.9);

    assertThat(resumed.offer(new Counting(), errors)).isEqualTo(best.offer(new Counting(), errors));
    assertThat(resumed.epoch()).isEqualTo(best.epoch());
    assertThat(resumed.rmse()).isEqualTo(best.rmse());
  }
}
