package org.keypointstudio.bench;

/** One network in the hands of one contestant. */
interface Workload extends AutoCloseable {

  /** Takes one step of training on the batch. */
  void train();

  /** Computes the outputs of the first faces of the batch. */
  void predict(int faces);

  /** The outputs of the whole batch with the initial weights, face by face. */
  float[] outputs();

  @Override
  void close();
}
