package org.keypointstudio.edit;

import java.util.Map;
import org.keypointstudio.model.FaceLabels;

/** Keeps what faces become before anybody sees it, so that no change that was seen can be lost. */
@FunctionalInterface
public interface ChangeRecorder {

  /**
   * Faces have other labels now, by a change, an undo or a redo; called on the thread that made it,
   * before the listeners are told.
   *
   * @param after the labels of the faces that changed, by their positions in the data set
   */
  void record(Map<Integer, FaceLabels> after);
}
