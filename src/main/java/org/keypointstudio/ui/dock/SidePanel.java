package org.keypointstudio.ui.dock;

/** The side panels of the workspaces. Widths are in pixels of the screen. */
public enum SidePanel {
  /** What the data set adds up to, and the notes of the selected face. */
  BROWSE_FACTS(Side.RIGHT, 336, 260),
  /** The faces in a column. */
  EDIT_FACES(Side.LEFT, 136, 136),
  /** The keypoints of the face, its notes and the history. */
  EDIT_KEYPOINTS(Side.RIGHT, 420, 288),
  /** The runs. */
  TRAIN_RUNS(Side.LEFT, 288, 220),
  /** The configuration of the next run. */
  TRAIN_CONFIGURATION(Side.RIGHT, 288, 272),
  /** The scores of the models. */
  COMPARE_SCORES(Side.RIGHT, 392, 320),
  /** The suspicious labels. */
  AUDIT_QUEUE(Side.LEFT, 272, 220),
  /** Why a label is suspicious. */
  AUDIT_REASONS(Side.RIGHT, 336, 280);

  private final Side side;
  private final double usualWidth;
  private final double leastWidth;

  /** Where a panel is. */
  public enum Side {
    /** At the left edge of the workspace. */
    LEFT,
    /** At the right edge of the workspace. */
    RIGHT
  }

  SidePanel(Side side, double usualWidth, double leastWidth) {
    this.side = side;
    this.usualWidth = usualWidth;
    this.leastWidth = leastWidth;
  }

  /** Where it is. */
  public Side side() {
    return side;
  }

  /** How wide it is until a person drags its edge. */
  public double usualWidth() {
    return usualWidth;
  }

  /** What it shows could not be read in less. */
  public double leastWidth() {
    return leastWidth;
  }
}
