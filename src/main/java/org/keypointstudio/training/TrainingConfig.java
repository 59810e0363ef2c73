package org.keypointstudio.training;

import java.time.Duration;

/**
 * Everything a person chooses for a run.
 *
 * @param model which network
 * @param maxEpochs passes over the training faces after which training ends
 * @param maxDuration time after which training ends, if that comes first
 * @param batchSize faces per step
 * @param learningRate the highest rate of the schedule
 * @param validationShare share of the faces, by group, that only judge, 0 to 1 exclusive
 * @param seed of the split, the initial weights and the augmentation
 * @param augmentation how the training faces are varied
 */
public record TrainingConfig(
    ModelKind model,
    int maxEpochs,
    Duration maxDuration,
    int batchSize,
    double learningRate,
    double validationShare,
    long seed,
    Augmentation augmentation) {

  /** With the augmentation that the network is trained with unless told otherwise. */
  public TrainingConfig(
      ModelKind model,
      int maxEpochs,
      Duration maxDuration,
      int batchSize,
      double learningRate,
      double validationShare,
      long seed) {
    this(
        model,
        maxEpochs,
        maxDuration,
        batchSize,
        learningRate,
        validationShare,
        seed,
        Augmentation.defaultOf(model));
  }

  /** A sensible start for a network: ten minutes at most. */
  public static TrainingConfig defaults(ModelKind model) {
    return switch (model) {
      case SEQUENTIAL, CNN, CNN_FLIP ->
          new TrainingConfig(model, 100, Duration.ofMinutes(10), 64, 1e-3, 0.15, 1);
      case COMPACT -> new TrainingConfig(model, 300, Duration.ofMinutes(10), 64, 2e-3, 0.15, 1);
    };
  }

  /**
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense
   */
  public TrainingConfig {
    require(maxEpochs >= 1, "The number of epochs must be at least 1, but is " + maxEpochs + ".");
    require(maxDuration.isPositive(), "The training time must be longer than zero, but is not.");
    require(batchSize >= 1, "The batch size must be at least 1, but is " + batchSize + ".");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "The learning rate must be a positive number, but is " + learningRate + ".");
    require(
        validationShare > 0 && validationShare < 1,
        "The validation share must lie between 0 and 1, but is " + validationShare + ".");
  }

  /** The same, with another number of epochs. */
  public TrainingConfig withMaxEpochs(int epochs) {
    return new TrainingConfig(
        model, epochs, maxDuration, batchSize, learningRate, validationShare, seed, augmentation);
  }

  /** The same, with another time limit. */
  public TrainingConfig withMaxDuration(Duration duration) {
    return new TrainingConfig(
        model, maxEpochs, duration, batchSize, learningRate, validationShare, seed, augmentation);
  }

  /** The same, with another batch size. */
  public TrainingConfig withBatchSize(int faces) {
    return new TrainingConfig(
        model, maxEpochs, maxDuration, faces, learningRate, validationShare, seed, augmentation);
  }

  /** The same, with another highest learning rate. */
  public TrainingConfig withLearningRate(double rate) {
    return new TrainingConfig(
        model, maxEpochs, maxDuration, batchSize, rate, validationShare, seed, augmentation);
  }

  /** The same, with another share of judging faces. */
  public TrainingConfig withValidationShare(double share) {
    return new TrainingConfig(
        model, maxEpochs, maxDuration, batchSize, learningRate, share, seed, augmentation);
  }

  /** The same, with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        model,
        maxEpochs,
        maxDuration,
        batchSize,
        learningRate,
        validationShare,
        newSeed,
        augmentation);
  }

  /** The same, with another augmentation. */
  public TrainingConfig withAugmentation(Augmentation variation) {
    return new TrainingConfig(
        model, maxEpochs, maxDuration, batchSize, learningRate, validationShare, seed, variation);
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
