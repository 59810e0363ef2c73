package org.keypointstudio.backend.dl4j;

import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;

/**
 * Networks made of Deeplearning4j's layers, with its oneDNN helpers: the yardstick by which {@link
 * NativeEngine} is measured and tested.
 */
public final class Dl4jEngine implements NetworkEngine {

  @Override
  public TrainableNetwork trainable(
      NetworkSpec spec, float[] weights, Optimizer optimizer, long seed) {
    return new Dl4jNetwork(spec, weights, optimizer);
  }

  @Override
  public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
    return new Dl4jNetwork(spec, weights, new Optimizer.Adam());
  }

  @Override
  public String description() {
    return "Deeplearning4j 1.0.0-M2.1, %d threads".formatted(NativeThreads.count());
  }
}
