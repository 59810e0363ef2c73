package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNSubsamplingHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.nd4j.linalg.factory.Nd4j;

class LayerHelpersTest {

  @Test
  void convolution_and_pooling_run_on_the_helpers_of_the_native_library() {
    var spec =
        new NetworkSpec(
            8,
            8,
            List.of(
                new LayerSpec.Convolution(2, 3, 1, false),
                new LayerSpec.MaxPooling(2),
                new LayerSpec.Dense(2)));
    var network = new MultiLayerNetwork(Dl4jConfigurations.of(spec));
    network.init();
    network.output(Nd4j.zeros(1, 64));

    assertThat(network.getLayer(0).getHelper()).isInstanceOf(MKLDNNConvHelper.class);
    assertThat(network.getLayer(1).getHelper()).isInstanceOf(MKLDNNSubsamplingHelper.class);
  }
}
