package org.keypointstudio.audit;

import java.util.Comparator;
import org.keypointstudio.model.Keypoint;

/**
 * How likely one label is wrong, and what it should be instead.
 *
 * @param face position in the data set, counted from 0
 * @param keypoint index in the schema; the keypoint is labelled
 * @param score natural logarithm of the odds that the label is wrong: 0 is even odds, 3 is twenty
 *     to one. Every labelled point has one, most of them far below 0
 * @param kind what is probably wrong, if anything is
 * @param suggested where the point probably belongs, in pixels of the face's image; unlabelled if
 *     nothing can be said
 * @param reason why, in one sentence for the person
 */
public record Suspicion(
    int face, int keypoint, double score, SuspicionKind kind, Keypoint suggested, String reason) {
  /** The most suspicious first; among equals, in the data set's order. */
  public static final Comparator<Suspicion> HIGHEST_FIRST =
      Comparator.comparingDouble(Suspicion::score)
          .reversed()
          .thenComparingInt(Suspicion::face)
          .thenComparingInt(Suspicion::keypoint);

  /**
   * @throws IllegalArgumentException if the score is not a number
   */
  public Suspicion {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("A score cannot be " + score);
    }
  }

  /** The probability that the label is wrong, 0 to 1. */
  public double probability() {
    return 1 / (1 + Math.exp(-score));
  }

  /** Whether the label is rather wrong than right. */
  public boolean isProbablyWrong() {
    return score > 0;
  }
}
