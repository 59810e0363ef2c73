package org.keypointstudio.ui.ghost;

import org.keypointstudio.ui.session.ModelEntry;

/** Who proposes where missing keypoints are. */
public sealed interface GhostChoice {

  /** The model with the least error, or the mean shape while there is none. */
  record Best() implements GhostChoice {
    @Override
    public String toString() {
      return "best there is";
    }
  }

  /** The mean shape of the labelled faces, fitted to what is labelled of the face. */
  record OfMeanShape() implements GhostChoice {
    @Override
    public String toString() {
      return "mean shape";
    }
  }

  /**
   * A model.
   *
   * @param model of the session
   */
  record OfModel(ModelEntry model) implements GhostChoice {
    @Override
    public String toString() {
      return model.name();
    }
  }
}
