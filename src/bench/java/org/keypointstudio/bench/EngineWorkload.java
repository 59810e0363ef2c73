package org.keypointstudio.bench;

import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.TrainableNetwork;

/** A network of one of the program's own engines, fed as the training loop feeds it. */
final class EngineWorkload implements Workload {
  private final BenchBatch batch;
  private final TrainableNetwork training;
  private final InferenceNetwork inference;
  private final float[] outputs;
  private final float[] gradient;

  EngineWorkload(NetworkEngine engine, BenchBatch batch) {
    this.batch = batch;
    training =
        engine.trainable(
            batch.spec(),
            batch.weights(),
            new Optimizer.AdamW(Optimizer.USUAL_WEIGHT_DECAY),
            BenchBatch.SEED);
    inference = engine.inference(batch.spec(), batch.weights());
    outputs = new float[batch.targets().length];
    gradient = new float[outputs.length];
  }

  @Override
  public void train() {
    training.forward(batch.images(), BenchBatch.FACES, outputs);
    for (int i = 0; i < outputs.length; i++) {
      gradient[i] = 2 * (outputs[i] - batch.targets()[i]) / outputs.length;
    }
    training.learn(gradient, BenchBatch.LEARNING_RATE);
  }

  @Override
  public void predict(int faces) {
    inference.predict(batch.images(), faces, outputs);
  }

  @Override
  public float[] outputs() {
    predict(BenchBatch.FACES);
    return outputs.clone();
  }

  @Override
  public void close() {
    training.close();
    inference.close();
  }
}
