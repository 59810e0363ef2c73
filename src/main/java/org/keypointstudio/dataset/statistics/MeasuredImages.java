package org.keypointstudio.dataset.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.keypointstudio.dataset.similarity.DuplicateGroups;

/**
 * What was measured on the images of a data set so far.
 *
 * @param facts brightness and sharpness; empty until they are measured
 * @param duplicates which faces show the same picture; empty until that is known
 */
public record MeasuredImages(
    Optional<ImageFactsTable> facts, Optional<DuplicateGroups> duplicates) {
  /** Nothing yet. */
  public static final MeasuredImages NOTHING =
      new MeasuredImages(Optional.empty(), Optional.empty());

  /** Besides, brightness and sharpness. */
  public MeasuredImages with(ImageFactsTable measured) {
    return new MeasuredImages(Optional.of(measured), duplicates);
  }

  /** Besides, duplicates. */
  public MeasuredImages with(DuplicateGroups found) {
    return new MeasuredImages(facts, Optional.of(found));
  }

  /** The mean grey of a face's image; empty if it is not measured or cannot be. */
  public OptionalDouble brightness(int face) {
    return facts
        .flatMap(table -> table.facts(face))
        .map(it -> OptionalDouble.of(it.brightness()))
        .orElse(OptionalDouble.empty());
  }

  /** The variance of the Laplacian of a face's image; empty if it is not measured or cannot be. */
  public OptionalDouble sharpness(int face) {
    return facts
        .flatMap(table -> table.facts(face))
        .map(it -> OptionalDouble.of(it.sharpness()))
        .orElse(OptionalDouble.empty());
  }

  /** The number of a face's group of duplicates, 0 for none; empty until that is known. */
  public OptionalInt duplicateGroup(int face) {
    return duplicates
        .map(groups -> OptionalInt.of(groups.groupOf(face)))
        .orElse(OptionalInt.empty());
  }

  /** How many faces show a face's picture, itself included; empty until that is known. */
  public OptionalInt duplicateCount(int face) {
    return duplicates
        .map(groups -> OptionalInt.of(groups.sizeOfGroup(face)))
        .orElse(OptionalInt.empty());
  }
}
