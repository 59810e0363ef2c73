package org.keypointstudio.bench;

import java.util.SplittableRandom;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.WeightInitialization;

/**
 * The batch and the weights that all contestants share: both depend on the network alone.
 *
 * @param spec the network
 * @param images standard normal greys, one face after the other
 * @param targets numbers of the size that coordinates have once scaled
 * @param weights initial weights in the program's own order
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record BenchBatch(NetworkSpec spec, float[] images, float[] targets, float[] weights) {
  static final int FACES = 64;
  static final float LEARNING_RATE = 1e-4f;

  static final long SEED = 17;

  static BenchBatch of(NetworkSpec spec) {
    return new BenchBatch(
        spec,
        normal(FACES * spec.inputs(), 1),
        normal(FACES * spec.outputs(), 0.1),
        WeightInitialization.initialWeights(spec, SEED));
  }

  private static float[] normal(int length, double deviation) {
    var random = new SplittableRandom(SEED);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian(0, deviation);
    }
    return values;
  }
}
