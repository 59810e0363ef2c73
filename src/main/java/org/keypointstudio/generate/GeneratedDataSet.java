package org.keypointstudio.generate;

import java.util.List;

/**
 * What is known of a generated file beyond what is written in it.
 *
 * @param rows the number of faces
 * @param seed from which they were made
 * @param people for each row the number of the person in it, counted from 0
 * @param duplicates groups of rows with exactly the same picture
 * @param wrongLabels what is wrong on purpose, by row
 */
public record GeneratedDataSet(
    int rows,
    long seed,
    List<Integer> people,
    List<List<Integer>> duplicates,
    List<WrongLabel> wrongLabels) {

  /** A description that keeps its own copies of the lists. */
  public GeneratedDataSet {
    people = List.copyOf(people);
    duplicates = List.copyOf(duplicates);
    wrongLabels = List.copyOf(wrongLabels);
  }
}
