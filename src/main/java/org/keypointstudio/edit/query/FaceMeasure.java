package org.keypointstudio.edit.query;

import java.util.OptionalDouble;

/** A number of a face. */
@FunctionalInterface
interface FaceMeasure {

  /** The number; empty if the face has none. */
  OptionalDouble of(FaceFacts facts, int face);
}
