package org.keypointstudio.training.network;

/** A network with weights that computes coordinates. Used by one thread at a time. */
public interface InferenceNetwork extends AutoCloseable {

  /** Its layers. */
  NetworkSpec spec();

  /**
   * Computes the coordinates of faces.
   *
   * @param images {@code faces} standardised images one after the other, row by row
   * @param faces how many of them to compute
   * @param outputs takes {@link NetworkSpec#outputs} values a face
   */
  void predict(float[] images, int faces, float[] outputs);

  /** Gives back its memory. */
  @Override
  void close();
}
