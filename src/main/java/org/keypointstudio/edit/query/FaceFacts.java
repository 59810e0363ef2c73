package org.keypointstudio.edit.query;

import java.util.OptionalDouble;
import java.util.OptionalInt;
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

  /** The distance between the face's eyes in pixels; empty if they are not labelled. */
  OptionalDouble interOcularDistance(int face);

  /** The mean grey of the face's image, 0 to 255; empty if it is not measured. */
  OptionalDouble brightness(int face);

  /** The variance of the Laplacian of the face's image; empty if it is not measured. */
  OptionalDouble sharpness(int face);

  /**
   * The number of the group of faces that show the same picture, counted from 1; 0 if the face is
   * like no other; empty if that is not known.
   */
  OptionalInt duplicateGroup(int face);

  /** How many faces show the same picture, this one included; empty if that is not known. */
  OptionalInt duplicateCount(int face);
}
