package org.keypointstudio.ui.shell;

import org.keypointstudio.ui.action.StudioAction;

/** The places of the window. The open data set and the selection are the same in all of them. */
public enum Workspace {
  /** Look at all faces. */
  BROWSE(StudioAction.BROWSE),
  /** Correct one face. */
  EDIT(StudioAction.EDIT),
  /** Train models. */
  TRAIN(StudioAction.TRAIN_WORKSPACE),
  /** See models side by side. */
  COMPARE(StudioAction.COMPARE),
  /** Find wrong labels. */
  AUDIT(StudioAction.AUDIT),
  /** See what the data set adds up to. */
  STATISTICS(StudioAction.STATISTICS);

  private final StudioAction action;

  Workspace(StudioAction action) {
    this.action = action;
  }

  /** The action that goes there. */
  public StudioAction action() {
    return action;
  }
}
