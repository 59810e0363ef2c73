package org.keypointstudio.training.network;

import org.keypointstudio.training.Optimizer;

/** Computes networks. The port behind which the engine lives. */
public interface NetworkEngine {

  /**
   * A network that starts to learn from these weights.
   *
   * @param seed of what is drawn while it learns
   */
  TrainableNetwork trainable(NetworkSpec spec, float[] weights, Optimizer optimizer, long seed);

  /** A network that only computes. */
  InferenceNetwork inference(NetworkSpec spec, float[] weights);

  /** What computes, for the record of a run: "Deeplearning4j 1.0.0-M2.1, 2 threads". */
  String description();
}
