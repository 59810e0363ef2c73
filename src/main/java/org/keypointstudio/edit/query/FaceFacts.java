package org.keypointstudio.edit.query;

import java.util.OptionalDouble;
import org.keypointstudio.model.FaceLabels;

/** What a query can ask of the faces of a data set, each by its position, counted from 0. */
public interface FaceFacts {

  /** What the person sees of the face: "row 17" or a file's name. */
  String name(int face);

  /** What is said of the face. */
  FaceLabels labels(int face);

  /** Whether that differs from what is on disk. */
  boolean isUnsaved(int face);

  /**
   * Root mean squared error of a model over the face's labelled coordinates, in pixels; empty if
   * the face has no label or the model has not predicted it.
   */
  OptionalDouble error(String model, int face);
}
