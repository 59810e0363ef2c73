package org.keypointstudio.ui.train;

/** What a run is doing. */
public enum RunPhase {
  /** Images are read and the network is built. */
  PREPARING("Preparing"),
  /** It learns. */
  TRAINING("Training"),
  /** It was asked to end and keep its best model. */
  STOPPING("Stopping, keeping the best"),
  /** It was asked to end and leave nothing. */
  CANCELLING("Cancelling"),
  /** It broke off; what was saved of it can be gone on with. */
  INTERRUPTED("Interrupted"),
  /** It is over, and its model is there. */
  FINISHED("Finished");

  private final String displayName;

  RunPhase(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
