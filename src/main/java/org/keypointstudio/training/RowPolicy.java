package org.keypointstudio.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is learned from faces some of whose keypoints are not labelled. The validation faces are
 * always all judged, by what is labelled alone.
 */
public enum RowPolicy {
  /** Only faces that have every keypoint that anybody labelled. */
  COMPLETE_ONLY("complete", "Complete rows only"),
  /** All faces; what is not labelled is masked. */
  ALL_MASKED("all", "All rows, holes masked"),
  /** All faces; what is not labelled is taken to lie where it lies on average. */
  MEAN_FILL("mean", "All rows, filled with the mean"),
  /**
   * All faces; what is not labelled is taken from the last face before it that has it, in the order
   * of the file. It is offered to compare with: earlier studies of Kaggle's data did this.
   */
  FORWARD_FILL("forward", "All rows, filled from the row before");

  private final String id;
  private final String displayName;

  RowPolicy(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /** The name in the window. */
  public String displayName() {
    return displayName;
  }

  /** The policy of that id. */
  public static Optional<RowPolicy> ofId(String id) {
    return Arrays.stream(values()).filter(policy -> policy.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return displayName;
  }
}
