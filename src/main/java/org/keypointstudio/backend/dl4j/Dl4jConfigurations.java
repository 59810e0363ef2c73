package org.keypointstudio.backend.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.keypointstudio.training.network.LayerShape;
import org.keypointstudio.training.network.LayerSpec;
import org.keypointstudio.training.network.NetworkSpec;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** Networks as Deeplearning4j describes them. */
final class Dl4jConfigurations {
  private Dl4jConfigurations() {}

  static MultiLayerConfiguration of(NetworkSpec spec) {
    var list = new NeuralNetConfiguration.Builder().updater(new NoOp()).list();
    List<LayerShape> shapes = spec.shapes();
    for (int i = 0; i < spec.layers().size(); i++) {
      list.layer(layer(spec.layers().get(i), shapes.get(i)));
    }
    return list.setInputType(InputType.convolutionalFlat(spec.inputHeight(), spec.inputWidth(), 1))
        .build();
  }

  private static Layer layer(LayerSpec layer, LayerShape in) {
    return switch (layer) {
      case LayerSpec.Convolution c ->
          new ConvolutionLayer.Builder(c.kernel(), c.kernel())
              .stride(c.stride(), c.stride())
              .convolutionMode(c.padded() ? ConvolutionMode.Same : ConvolutionMode.Truncate)
              .nIn(in.channels())
              .nOut(c.filters())
              .activation(Activation.IDENTITY)
              .build();
      case LayerSpec.MaxPooling pool ->
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(pool.size(), pool.size())
              .stride(pool.size(), pool.size())
              .build();
      case LayerSpec.Relu _ -> new ActivationLayer(Activation.RELU);
      // The library's number is the share that it keeps.
      case LayerSpec.BatchNormalization _ ->
          new BatchNormalization.Builder()
              .nOut(in.channels())
              .eps(LayerSpec.BatchNormalization.EPSILON)
              .decay(1 - LayerSpec.BatchNormalization.MOMENTUM)
              .useLogStd(false)
              .build();
      case LayerSpec.Dropout dropout -> new DropoutLayer(1 - dropout.rate());
      case LayerSpec.Dense dense ->
          new DenseLayer.Builder()
              .nIn(in.size())
              .nOut(dense.units())
              .activation(Activation.IDENTITY)
              .build();
    };
  }
}
