package org.keypointstudio.backend.dl4j;

/** What the steps of a network must know of the pass that they compute. */
final class Pass {
  private final long seed;
  private boolean learning;
  private long number;

  /** Passes of a network that draws from a seed what it draws. */
  Pass(long seed) {
    this.seed = seed;
  }

  /** The steps now compute what the network has learned. */
  void predict() {
    learning = false;
  }

  /**
   * The steps now compute what the network learns from.
   *
   * @param optimizerSteps taken before
   */
  void learn(long optimizerSteps) {
    learning = true;
    number = optimizerSteps;
  }

  /** What is drawn from. */
  long seed() {
    return seed;
  }

  /** Whether the network learns. */
  boolean isLearning() {
    return learning;
  }

  /** Steps of the optimizer before a pass that learns. */
  long number() {
    return number;
  }
}
