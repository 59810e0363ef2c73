package org.keypointstudio.ui.audit;

/**
 * How far a review has come.
 *
 * @param reviewed labels that are corrected or kept
 * @param skipped labels that were left for later
 * @param total labels that are probably wrong
 */
public record ReviewProgress(int reviewed, int skipped, int total) {
  /** There is nothing to review. */
  static final ReviewProgress NONE = new ReviewProgress(0, 0, 0);

  /** The share that is reviewed, 0 to 1; 1 if there is nothing to review. */
  double fraction() {
    return total == 0 ? 1 : (double) reviewed / total;
  }

  /** Whether nothing is left but what was skipped. */
  boolean isDone() {
    return reviewed + skipped == total;
  }

  @Override
  public String toString() {
    String text = "%,d of %,d reviewed".formatted(reviewed, total);
    return skipped == 0 ? text : "%s, %,d skipped".formatted(text, skipped);
  }
}
