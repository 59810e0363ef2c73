package org.keypointstudio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.ErrorDistribution;
import org.keypointstudio.evaluation.comparison.Calibration;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.report.plot.ColumnChart;
import org.keypointstudio.report.plot.ErrorMapPlot;
import org.keypointstudio.report.plot.IntervalChart;
import org.keypointstudio.report.plot.Key;
import org.keypointstudio.report.plot.LineChart;
import org.keypointstudio.report.plot.Plot;
import org.keypointstudio.report.plot.Shape.Point;

/** A comparison as plots. */
public final class ComparisonPlots {
  private static final double LARGEST_ERROR = 0.2;
  private static final int STEPS = 200;

  private final ModelComparison comparison;
  private final List<Key> keys;

  /** The plots of a comparison; each model has the colour of its position. */
  public ComparisonPlots(ModelComparison comparison) {
    this(comparison, IntStream.range(0, comparison.models().size()).boxed().toList());
  }

  /**
   * The plots of a comparison.
   *
   * @param styles for each model the number of its colour and dashes
   */
  public ComparisonPlots(ModelComparison comparison, List<Integer> styles) {
    this.comparison = comparison;
    this.keys =
        IntStream.range(0, styles.size())
            .mapToObj(i -> new Key(comparison.models().get(i).name(), styles.get(i)))
            .toList();
  }

  /** All plots that the comparison has figures for. */
  public List<Plot> all() {
    List<Plot> plots = new ArrayList<>();
    if (comparison.models().size() > 1) {
      plots.add(differences());
    }
    if (comparison.faces().withoutEyes() < comparison.faces().size()) {
      plots.add(errorDistribution());
    }
    plots.add(histogram());
    plots.add(keypoints());
    plots.add(groups());
    plots.addAll(errorMaps());
    if (comparison.models().stream().anyMatch(model -> model.calibration().isPresent())) {
      plots.add(calibration());
    }
    return plots;
  }

  /** The cumulative error distribution. */
  public Plot errorDistribution() {
    double threshold = ErrorDistribution.CUSTOMARY_THRESHOLD;
    return LineChart.of(
        "ced",
        "Cumulative error distribution",
        new LineChart.Scales(
            "NME (% of the inter-ocular distance)", "% of faces", LARGEST_ERROR, 1, 100),
        IntStream.range(0, keys.size()).mapToObj(this::curve).toList(),
        List.of(threshold),
        false);
  }

  private LineChart.Series curve(int index) {
    ModelScore model = comparison.models().get(index);
    String legend =
        "%s: AUC@0.08 %s, failures %s"
            .formatted(
                model.name(),
                FigureText.of(Measure.AUC, model.figure(Measure.AUC).value()),
                FigureText.of(Measure.FAILURE_RATE, model.figure(Measure.FAILURE_RATE).value()));
    List<Point> points = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      double share = model.distribution().cumulative(errorOfStep(step));
      points.add(new Point(errorOfStep(step), share));
      texts.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f %% of the faces have an NME of at most %.2f %%",
              model.name(),
              100 * share,
              100 * errorOfStep(step)));
    }
    return new LineChart.Series(new Key(legend, keys.get(index).style()), points, texts);
  }

  /** The NME at a point of the cumulative error distribution. */
  public static double errorOfStep(int step) {
    return LARGEST_ERROR * step / STEPS;
  }

  /** How many faces have which error. */
  public Plot histogram() {
    return ColumnChart.of(
        "error_histogram",
        "Faces by their error",
        "RMSE of a face (px); the last bin takes all above",
        comparison.histogram().binWidth(),
        keys,
        comparison.histogram().counts());
  }

  /** The error of each keypoint. */
  public Plot keypoints() {
    return IntervalChart.of(
        "keypoints",
        "Error by keypoint",
        "RMSE (px) with 95 % intervals",
        keys,
        comparison.keypoints().stream()
            .map(
                keypoint ->
                    row(comparison.schema().displayName(keypoint.keypoint()), keypoint.rmse()))
            .toList());
  }

  /** The error of each group of faces. */
  public Plot groups() {
    return IntervalChart.of(
        "groups",
        "Error by group of faces",
        "RMSE (px) with 95 % intervals",
        keys,
        comparison.groups().stream()
            .map(group -> row(group.name() + ": " + group.faces().size(), group.rmse()))
            .toList());
  }

  private static IntervalChart.Row row(String name, List<Estimate> estimates) {
    return new IntervalChart.Row(
        name,
        estimates.stream()
            .map(
                estimate ->
                    new IntervalChart.Figure(
                        estimate.value(), estimate.interval().low(), estimate.interval().high()))
            .toList());
  }

  /** How much each two models differ. */
  public Plot differences() {
    return IntervalChart.of(
        "differences",
        "Differences of RMSE",
        "difference of RMSE (px) with 95 % intervals: left of zero the first-named is better",
        List.of(),
        comparison.differences().stream()
            .filter(difference -> difference.measure() == Measure.RMSE)
            .map(this::row)
            .toList());
  }

  private IntervalChart.Row row(PairedDifference difference) {
    return new IntervalChart.Row(
        keys.get(difference.second()).name() + " − " + keys.get(difference.first()).name(),
        List.of(
            new IntervalChart.Figure(
                difference.difference(),
                difference.interval().low(),
                difference.interval().high())));
  }

  /** Where each model's predictions fall on the mean face. */
  public List<Plot> errorMaps() {
    return IntStream.range(0, keys.size())
        .mapToObj(
            model ->
                ErrorMapPlot.of(
                    comparison.schema(),
                    model,
                    keys.get(model),
                    comparison.models().get(model).spreads()))
        .toList();
  }

  /** Whether the models know when they err. */
  public Plot calibration() {
    List<LineChart.Series> series =
        IntStream.range(0, keys.size()).mapToObj(this::reliability).toList();
    double largestX =
        series.stream().flatMap(it -> it.points().stream()).mapToDouble(Point::x).max().orElse(1);
    double largestY =
        series.stream().flatMap(it -> it.points().stream()).mapToDouble(Point::y).max().orElse(1);
    return LineChart.of(
        "calibration",
        "How far predictions are off, by how unsure the model is",
        new LineChart.Scales(
            "mean distance between the answers for face and mirrored face (px), by tenths",
            "mean distance from the label (px)",
            1.05 * Math.max(largestX, 1e-3),
            1.05 * Math.max(largestY, 1e-3),
            1),
        series,
        List.of(),
        true);
  }

  private LineChart.Series reliability(int index) {
    Optional<Calibration> calibration = comparison.models().get(index).calibration();
    List<Calibration.Bin> bins = calibration.map(Calibration::bins).orElse(List.of());
    String legend =
        keys.get(index).name()
            + calibration
                .map(
                    it ->
                        String.format(Locale.ROOT, ": rank correlation %.2f", it.rankCorrelation()))
                .orElse("");
    return new LineChart.Series(
        new Key(legend, keys.get(index).style()),
        bins.stream().map(bin -> new Point(bin.disagreement(), bin.error())).toList(),
        bins.stream()
            .map(
                bin ->
                    String.format(
                        Locale.ROOT,
                        "%s: %,d keypoints whose answers lie %.2f px apart are %.2f px off",
                        keys.get(index).name(),
                        bin.keypoints(),
                        bin.disagreement(),
                        bin.error()))
            .toList());
  }
}
