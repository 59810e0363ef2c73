package org.keypointstudio.backend.dl4j;

import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;

/** Networks of our own steps over ND4J's native operations. */
public final class NativeEngine implements NetworkEngine {

  @Override
  public TrainableNetwork trainable(
      NetworkSpec spec, float[] weights, Optimizer optimizer, long seed) {
    return new NativeNetwork(spec, weights, optimizer, seed);
  }

  @Override
  public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
    FoldedNetwork folded = FoldedNetwork.of(spec, weights);
    return new NativeNetwork(folded.spec(), folded.weights(), null, 0);
  }

  @Override
  public String description() {
    return "Deeplearning4j 1.0.0-M2.1, native operations, %d threads"
        .formatted(NativeThreads.count());
  }
}
