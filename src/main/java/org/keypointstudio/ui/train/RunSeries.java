package org.keypointstudio.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.chart.CurveSeries;

/**
 * The curves of one run as the chart shows them. The validation curve has the colour of the model's
 * marks; what belongs to the training faces is neutral.
 */
final class RunSeries {
  private final TrainingRun run;
  private final CurveSeries batches;
  private final CurveSeries smoothed;
  private final CurveSeries training;
  private final CurveSeries validation;

  RunSeries(TrainingRun run) {
    this.run = run;
    RunCurves curves = run.curves();
    batches =
        CurveSeries.styled(
            "Training, batches", curves.batches(), CurveSeries.Role.DETAIL, "curve-batches");
    smoothed =
        CurveSeries.styled(
            "Training, smoothed",
            curves.smoothedBatches(),
            CurveSeries.Role.LINE,
            "curve-smoothed");
    training =
        CurveSeries.styled(
            "Training, epochs", curves.training(), CurveSeries.Role.POINTS, "curve-training");
    validation =
        CurveSeries.colored(
            "Validation",
            curves.validation(),
            CurveSeries.Role.POINTS,
            Marks.modelColor(run.styleIndex()),
            "curve-validation");
  }

  /** The validation curve of a run that others are held against. */
  static CurveSeries earlier(TrainingRun run) {
    return CurveSeries.colored(
        run.name(),
        run.curves().validation(),
        CurveSeries.Role.LINE,
        Marks.modelColor(run.styleIndex()),
        "curve-earlier-run");
  }

  List<CurveSeries> all() {
    Stream<CurveSeries> perBatch =
        run.curves().batches().isEmpty() && !run.status().isLive()
            ? Stream.empty()
            : Stream.of(batches, smoothed);
    return Stream.concat(perBatch, Stream.of(training, validation)).toList();
  }

  boolean belongsTo(TrainingRun other) {
    return run == other;
  }

  /** How many steps an epoch has. */
  double batchesPerEpoch() {
    return run.curves().batchesPerEpoch();
  }

  /** Points the kept epoch out. */
  void markBest() {
    int best = run.curves().bestIndex();
    validation
        .markProperty()
        .set(
            best < 0
                ? Optional.empty()
                : Optional.of(
                    new CurveSeries.Mark(
                        best, "best " + Readings.pixels(validation.curve().y(best)))));
  }
}
