package org.keypointstudio.ui.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.keypointstudio.dataset.statistics.Histogram;
import org.keypointstudio.dataset.statistics.ImageFacts;
import org.keypointstudio.dataset.statistics.ImageSurvey;
import org.keypointstudio.ui.chart.HistogramChart;

/** Histograms of what can be measured on images and on the shape of the labels. */
final class MeasuresPage extends GridPane {
  private static final int COLUMNS = 3;
  private static final int MOST_BARS = 30;

  private final StatisticsViewModel model;
  private final StatisticsExport export;
  private final List<OneMeasure> measures = new ArrayList<>();

  MeasuresPage(StatisticsViewModel model, StatisticsExport export) {
    super(16, 16);
    this.model = model;
    this.export = export;
    getStyleClass().add("statistics-page");
    add(new OneMeasure("Brightness", "grey level", 0));
    add(new OneMeasure("Sharpness", "variance of the Laplacian", 0));
    add(new OneMeasure("Inter-ocular distance", "px", 0));
    add(new OneMeasure("Turn in the image (roll)", "degrees", 0));
    add(new OneMeasure("Turn to the side (yaw)", "nose offset in eye distances", 0));
    add(new OneMeasure("Labelled points", "per face", 1));
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(constraints);
    }
    for (int row = 0; row < measures.size() / COLUMNS; row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setVgrow(Priority.ALWAYS);
      constraints.setPercentHeight(100.0 * COLUMNS / measures.size());
      getRowConstraints().add(constraints);
    }
    model.labelsProperty().subscribe(this::showLabels);
    model.imagesProperty().subscribe(this::showImages);
    model.imageStateProperty().subscribe(this::remarkImages);
  }

  private void add(OneMeasure measure) {
    add(measure.card, measures.size() % COLUMNS, measures.size() / COLUMNS);
    measures.add(measure);
  }

  private void showLabels(Optional<LabelSummary> summary) {
    measures.get(2).show(summary.map(LabelSummary::interOcular));
    measures.get(3).show(summary.map(LabelSummary::roll));
    measures.get(4).show(summary.map(LabelSummary::yaw));
    measures
        .get(5)
        .show(
            summary.map(
                it ->
                    it.labels().stream()
                        .mapToDouble(labels -> labels.annotation().placedCount())
                        .toArray()));
  }

  private void showImages(Optional<ImageSurvey> survey) {
    measures.get(0).show(survey.map(it -> values(it, ImageFacts::brightness)));
    measures.get(1).show(survey.map(it -> values(it, ImageFacts::sharpness)));
  }

  private void remarkImages(String state) {
    if (model.imagesProperty().get().isEmpty()) {
      measures.get(0).card.remark(state);
      measures.get(1).card.remark(state);
    }
  }

  private static double[] values(ImageSurvey survey, Function<ImageFacts, Double> value) {
    return IntStream.range(0, survey.facts().size())
        .mapToDouble(face -> survey.facts().facts(face).map(value).orElse(Double.NaN))
        .toArray();
  }

  /** One measure with its chart. */
  private final class OneMeasure {
    private final String name;
    private final double leastStep;
    private final HistogramChart chart;
    private final ChartCard card;
    private double[] values = {};
    private Optional<Histogram> histogram = Optional.empty();

    OneMeasure(String name, String unit, double leastStep) {
      this.name = name;
      this.leastStep = leastStep;
      chart = new HistogramChart("%s (%s)".formatted(name, unit), this::choose);
      card = new ChartCard(name, chart, export, this::csv);
    }

    void show(Optional<double[]> measured) {
      values = measured.orElse(new double[0]);
      histogram = measured.map(it -> Histogram.of(it, MOST_BARS, leastStep));
      Histogram shown = histogram.orElseGet(() -> Histogram.of(values, MOST_BARS, leastStep));
      chart.show(shown);
      card.remark(
          shown.unknown() == 0
              ? ""
              : "%,d of %,d faces have no value.".formatted(shown.unknown(), values.length));
    }

    private void choose(int bin) {
      histogram.ifPresent(
          it ->
              model.choose(
                  "%s %s".formatted(name, HistogramChart.interval(it, bin)),
                  Arrays.stream(it.bins().get(bin))));
    }

    private String csv() {
      Csv csv = new Csv("row", "value");
      for (int face = 0; face < values.length; face++) {
        csv.add(face, values[face]);
      }
      return csv.toString();
    }
  }
}
