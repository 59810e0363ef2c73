package org.keypointstudio.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keypointstudio.training.network.LayerShape;
import org.keypointstudio.training.network.NetworkSpec;

class TinyNetworkTest {
  private final NetworkSpec network = TinyNetwork.of(15);

  @Test
  void a_coordinate_pair_comes_out_for_each_keypoint() {
    assertThat(network.outputs()).isEqualTo(30);
  }

  @Test
  void its_layers_fit_each_other() {
    assertThat(network.shapes()).contains(new LayerShape(24, 24, 8), new LayerShape(12, 12, 16));
    assertThat(network.parameterCount()).isLessThan(200_000);
  }
}
