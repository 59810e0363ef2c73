package org.keypointstudio.generate;

/**
 * What to generate.
 *
 * @param rows the number of faces, at least 1
 * @param seed the same seed gives the same file; the picture of row i does not depend on the number
 *     of rows
 * @param missing which keypoints are left unlabelled
 * @param wrongLabelShare the share of rows, 0 to 1, that get a deliberately wrong label
 */
public record GeneratorOptions(int rows, long seed, MissingValues missing, double wrongLabelShare) {

  /** The number of rows of Kaggle's {@code training.csv}. */
  public static final int KAGGLE_ROWS = LabelPlan.KAGGLE_ROWS;

  /**
   * @throws IllegalArgumentException if there is no row, or the share is not between 0 and 1
   */
  public GeneratorOptions {
    if (rows < 1) {
      throw new IllegalArgumentException("The number of rows must be at least 1, not " + rows);
    }
    if (!(wrongLabelShare >= 0 && wrongLabelShare <= 1)) {
      throw new IllegalArgumentException(
          "The share of wrong labels must lie between 0 and 1, not at " + wrongLabelShare);
    }
  }

  /** Faces with Kaggle's pattern of missing values and right labels only. */
  public static GeneratorOptions kaggle(int rows, long seed) {
    return new GeneratorOptions(rows, seed, MissingValues.KAGGLE, 0);
  }
}
