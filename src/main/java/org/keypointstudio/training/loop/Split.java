package org.keypointstudio.training.loop;

import java.util.Arrays;
import java.util.List;

/** Which faces of a snapshot are learned from, and which ones only judge. */
final class Split {
  private final int[] training;
  private final int[] validation;

  Split(List<Integer> training, List<Integer> validation) {
    this.training = sorted(training);
    this.validation = sorted(validation);
  }

  private static int[] sorted(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Positions of the faces that are learned from, ascending. */
  int[] training() {
    return training.clone();
  }

  /** Positions of the faces that only judge, ascending. */
  int[] validation() {
    return validation.clone();
  }

  /** Positions of the faces that are learned from, ascending. */
  List<Integer> trainingRows() {
    return Arrays.stream(training).boxed().toList();
  }

  /** Positions of the faces that only judge, ascending. */
  List<Integer> validationRows() {
    return Arrays.stream(validation).boxed().toList();
  }
}
