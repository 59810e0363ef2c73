package org.keypointstudio.backend.dl4j;

/** What one layer does with a batch of a fixed size. */
interface Step {

  /** Computes the layer's values from those of the layer before. */
  void forward();

  /** Computes the gradients of the layer's weights and of its inputs from that of its values. */
  void backward();
}
