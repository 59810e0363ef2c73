package org.keypointstudio.project.audit;

import java.time.Duration;

/**
 * What a person chooses for an audit.
 *
 * @param folds number of models; each is shown the faces that the others learned from. More folds
 *     leave each model more faces to learn from and less time
 * @param trainingTime for all models together
 * @param seed of the folds and the training
 */
public record AuditSettings(int folds, Duration trainingTime, long seed) {
  /** The most folds that can be asked for. */
  public static final int MOST_FOLDS = 20;

  /**
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense
   */
  public AuditSettings {
    if (folds < 2 || folds > MOST_FOLDS) {
      throw new IllegalArgumentException(
          "The number of folds must lie between 2 and %d, but is %d.".formatted(MOST_FOLDS, folds));
    }
    if (!trainingTime.isPositive()) {
      throw new IllegalArgumentException("The training time must be longer than zero, but is not.");
    }
  }

  /** A sensible start: three folds, nine minutes. */
  public static AuditSettings defaults() {
    return new AuditSettings(3, Duration.ofMinutes(9), 1);
  }
}
