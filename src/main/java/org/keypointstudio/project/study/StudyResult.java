package org.keypointstudio.project.study;

import java.util.List;

/**
 * What the runs of a study gave.
 *
 * @param study what was asked
 * @param labelsHash SHA-256 of the labels that were used, in hexadecimal
 * @param rows one a variant, in the study's order
 */
public record StudyResult(Study study, String labelsHash, List<Row> rows) {

  /** Copies the list. */
  public StudyResult {
    rows = List.copyOf(rows);
  }

  /**
   * The runs of one variant.
   *
   * @param variant its name
   * @param runs one a seed, in the study's order
   */
  public record Row(String variant, List<Run> runs) {
    /** Copies the list. */
    public Row {
      runs = List.copyOf(runs);
    }

    /** Mean over the seeds of the error on the validation faces, in pixels. */
    public Spread rmse() {
      return Spread.of(runs.stream().mapToDouble(Run::rmse).toArray());
    }

    /** The same, averaged with the mirrored face. */
    public Spread flipAveragedRmse() {
      return Spread.of(runs.stream().mapToDouble(Run::flipAveragedRmse).toArray());
    }

    /** Mean over the seeds of the time of training. */
    public Spread seconds() {
      return Spread.of(runs.stream().mapToDouble(Run::seconds).toArray());
    }
  }

  /**
   * One run, judged by the weights of its best epoch.
   *
   * @param seed of the run
   * @param rmse over the labelled coordinates of the validation faces, in pixels
   * @param flipAveragedRmse the same, averaged with the mirrored face
   * @param bestEpoch whose weights were kept
   * @param epochs that were trained
   * @param seconds of training
   */
  public record Run(
      long seed, double rmse, double flipAveragedRmse, int bestEpoch, int epochs, double seconds) {}
}
