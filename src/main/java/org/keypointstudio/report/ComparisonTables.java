package org.keypointstudio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.evaluation.comparison.Calibration;
import org.keypointstudio.evaluation.comparison.ErrorHistogram;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.FaceScore;
import org.keypointstudio.evaluation.comparison.GroupScore;
import org.keypointstudio.evaluation.comparison.KeypointScore;
import org.keypointstudio.evaluation.comparison.KeypointSpread;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.project.compare.ComparedRuns;

/** Every figure of a comparison, in tables of one row a figure, for pandas and spreadsheets. */
public final class ComparisonTables {
  private static final double LARGEST_ERROR_OF_CURVE = 0.2;
  private static final int STEPS_OF_CURVE = 200;

  private final ComparedRuns runs;
  private final ModelComparison comparison;

  /** The tables of a comparison. */
  public ComparisonTables(ComparedRuns runs) {
    this.runs = runs;
    this.comparison = runs.comparison();
  }

  /** All tables. */
  public List<Table> all() {
    return List.of(
        models(),
        differences(),
        keypoints(),
        groups(),
        faces(),
        histogram(),
        curve(),
        errorMap(),
        calibration());
  }

  private Table models() {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelScore model : comparison.models()) {
      for (Measure measure : Measure.values()) {
        rows.add(row(List.of(model.name(), measure.id()), model.figure(measure)));
      }
    }
    return new Table("models", estimateColumns("model", "measure"), rows);
  }

  private static List<String> estimateColumns(String... before) {
    List<String> columns = new ArrayList<>(List.of(before));
    columns.addAll(List.of("value", "low_95", "high_95", "faces"));
    return columns;
  }

  private static List<Object> row(List<Object> before, Estimate estimate) {
    List<Object> row = new ArrayList<>(before);
    row.addAll(
        List.of(
            estimate.value(),
            estimate.interval().low(),
            estimate.interval().high(),
            estimate.count()));
    return row;
  }

  private Table differences() {
    List<List<Object>> rows = new ArrayList<>();
    for (PairedDifference difference : comparison.differences()) {
      rows.add(
          List.of(
              comparison.models().get(difference.first()).name(),
              comparison.models().get(difference.second()).name(),
              difference.measure().id(),
              difference.difference(),
              difference.interval().low(),
              difference.interval().high(),
              difference.bootstrapP(),
              difference.wilcoxonP()));
    }
    return new Table(
        "differences",
        List.of(
            "first",
            "second",
            "measure",
            "second_minus_first",
            "low_95",
            "high_95",
            "bootstrap_p",
            "wilcoxon_p"),
        rows);
  }

  private Table keypoints() {
    List<List<Object>> rows = new ArrayList<>();
    for (KeypointScore keypoint : comparison.keypoints()) {
      String name = comparison.schema().keypointNames().get(keypoint.keypoint());
      for (int model = 0; model < comparison.models().size(); model++) {
        rows.add(
            row(
                List.of(name, comparison.models().get(model).name(), "rmse"),
                keypoint.rmse().get(model)));
      }
    }
    return new Table("keypoints", estimateColumns("keypoint", "model", "measure"), rows);
  }

  private Table groups() {
    List<List<Object>> rows = new ArrayList<>();
    for (GroupScore group : comparison.groups()) {
      for (int model = 0; model < comparison.models().size(); model++) {
        String name = comparison.models().get(model).name();
        rows.add(
            row(List.of(group.grouping(), group.name(), name, "rmse"), group.rmse().get(model)));
        rows.add(row(List.of(group.grouping(), group.name(), name, "nme"), group.nme().get(model)));
      }
    }
    return new Table("groups", estimateColumns("grouping", "group", "model", "measure"), rows);
  }

  private Table faces() {
    List<List<Object>> rows = new ArrayList<>();
    for (int place = 0; place < comparison.faces().size(); place++) {
      int face = comparison.faces().positions().get(place);
      for (int m = 0; m < comparison.models().size(); m++) {
        ModelScore model = comparison.models().get(m);
        FaceScore score = model.scores().get(place);
        rows.add(
            List.of(
                face,
                model.name(),
                runs.input().models().get(m).hasLearned(face) ? "yes" : "no",
                score.keypoints(),
                score.rmse(),
                score.meanDistance(),
                score.nme(),
                score.worstDistance()));
      }
    }
    return new Table(
        "faces",
        List.of(
            "row",
            "model",
            "learned_from",
            "keypoints",
            "rmse_px",
            "mean_distance_px",
            "nme",
            "worst_distance_px"),
        rows);
  }

  private Table histogram() {
    ErrorHistogram histogram = comparison.histogram();
    List<List<Object>> rows = new ArrayList<>();
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double from = bin * histogram.binWidth();
      boolean open = bin == histogram.bins() - 1;
      for (int model = 0; model < comparison.models().size(); model++) {
        rows.add(
            List.of(
                comparison.models().get(model).name(),
                from,
                open ? Double.NaN : from + histogram.binWidth(),
                histogram.counts().get(model).get(bin)));
      }
    }
    return new Table(
        "error_histogram", List.of("model", "from_rmse_px", "below_rmse_px", "faces"), rows);
  }

  private Table curve() {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelScore model : comparison.models()) {
      IntStream.rangeClosed(0, STEPS_OF_CURVE)
          .mapToDouble(step -> LARGEST_ERROR_OF_CURVE * step / STEPS_OF_CURVE)
          .forEach(
              error ->
                  rows.add(List.of(model.name(), error, model.distribution().cumulative(error))));
    }
    return new Table("ced", List.of("model", "nme", "share_of_faces"), rows);
  }

  private Table errorMap() {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelScore model : comparison.models()) {
      for (KeypointSpread spread : model.spreads()) {
        rows.add(
            List.of(
                model.name(),
                comparison.schema().keypointNames().get(spread.keypoint()),
                spread.faces(),
                spread.x(),
                spread.y(),
                spread.biasX(),
                spread.biasY(),
                spread.varianceX(),
                spread.covariance(),
                spread.varianceY()));
      }
    }
    return new Table(
        "error_map",
        List.of(
            "model",
            "keypoint",
            "faces",
            "mean_x",
            "mean_y",
            "bias_x",
            "bias_y",
            "variance_x",
            "covariance",
            "variance_y"),
        rows);
  }

  private Table calibration() {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelScore model : comparison.models()) {
      List<Calibration.Bin> bins = model.calibration().map(Calibration::bins).orElse(List.of());
      for (int bin = 0; bin < bins.size(); bin++) {
        Calibration.Bin one = bins.get(bin);
        rows.add(List.of(model.name(), bin + 1, one.keypoints(), one.disagreement(), one.error()));
      }
    }
    return new Table(
        "calibration",
        List.of("model", "tenth", "keypoints", "mean_flip_disagreement_px", "mean_error_px"),
        rows);
  }
}
