package org.keypointstudio.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is probably wrong with a label. */
public enum SuspicionKind {
  /** The point stands elsewhere than models that have not seen this face expect it. */
  DISAGREEMENT("Elsewhere than expected"),
  /** The point does not fit the shape that the other points of the face make. */
  SHAPE("Unusual shape"),
  /** The left and the right point of a pair have changed places. */
  SWAP("Left and right swapped"),
  /** Two points that are not a left and right pair have changed places. */
  EXCHANGE("Two points exchanged"),
  /** All points of the face are probably those of another face. */
  OTHER_FACE("Labels of another face"),
  /** The same picture is in the data set again, with other labels. */
  DUPLICATE("Differs from a duplicate"),
  /** The point stands outside the image. */
  OUTSIDE("Outside the image"),
  /** The point stands on another point of the face. */
  COINCIDENT("On another point");

  private final String displayName;

  SuspicionKind(String displayName) {
    this.displayName = displayName;
  }

  /** The word for it in files: lower case, words joined by hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for it in the window. */
  public String displayName() {
    return displayName;
  }

  /** The kind of that id. */
  public static Optional<SuspicionKind> ofId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return displayName;
  }
}
