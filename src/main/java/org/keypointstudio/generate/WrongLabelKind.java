package org.keypointstudio.generate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Ways in which people label a face wrongly. */
public enum WrongLabelKind {
  /** The left and the right point of one pair have changed places. */
  @JsonProperty("swapped_pair")
  SWAPPED_PAIR,
  /** All left and right points have changed places. */
  @JsonProperty("swapped_sides")
  SWAPPED_SIDES,
  /** One point was dragged away. */
  @JsonProperty("dragged_point")
  DRAGGED_POINT,
  /** Two points that are no pair have changed places. */
  @JsonProperty("exchanged_points")
  EXCHANGED_POINTS,
  /** The labels are those of another face. */
  @JsonProperty("other_face")
  OTHER_FACE
}
