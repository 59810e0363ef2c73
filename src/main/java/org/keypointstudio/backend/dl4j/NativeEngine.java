package org.keypointstudio.backend.dl4j;

import org.keypointstudio.training.network.AdamW;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;

/** Networks of our own steps over ND4J's native operations. */
public final class NativeEngine implements NetworkEngine {

  @Override
  public TrainableNetwork trainable(NetworkSpec spec, float[] weights, AdamW optimizer) {
    return new NativeNetwork(spec, weights, optimizer);
  }

  @Override
  public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
    return new NativeNetwork(spec, weights, null);
  }

  @Override
  public String description() {
    return "Deeplearning4j 1.0.0-M2.1, native operations, %d threads"
        .formatted(NativeThreads.count());
  }
}
