package org.keypointstudio.generate;

/** Which keypoints of which rows are left unlabelled. */
public enum MissingValues {
  /** None: every row has all 15 keypoints. */
  NONE,
  /**
   * As in Kaggle's {@code training.csv}: of 7,049 rows the first 2,284 have up to 15 keypoints
   * (2,140 of them all), the others at most four. Other numbers of rows keep these proportions.
   */
  KAGGLE,
  /**
   * Kaggle's kinds of gaps for a small data set: the first three fifths of the rows have up to 15
   * keypoints (six of seven rows all), the others at most four.
   */
  MIXED
}
