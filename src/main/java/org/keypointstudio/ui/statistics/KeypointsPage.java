package org.keypointstudio.ui.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.keypointstudio.dataset.statistics.ImageSurvey;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.HeatMap;
import org.keypointstudio.ui.canvas.Marks;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.chart.PointCloud;
import org.keypointstudio.ui.chart.PointCloudChart;

/** Where each keypoint lies in all faces, over the mean of all images. */
final class KeypointsPage extends HBox {
  private static final double LIST_WIDTH = 208;
  private static final String ALL = "All keypoints";

  private final StatisticsViewModel model;
  private final ListView<String> keypoints = new ListView<>();
  private final CheckBox dots = new CheckBox("Points");
  private final CheckBox heat = new CheckBox("Heat map");
  private final CheckBox face = new CheckBox("Mean face");
  private final PointCloudChart chart = new PointCloudChart(this::choose);
  private final ChartCard card;

  KeypointsPage(StatisticsViewModel model, StatisticsExport export) {
    super(16);
    this.model = model;
    getStyleClass().add("statistics-page");
    keypoints.setId("statistics-keypoints");
    keypoints.setAccessibleText("Keypoint");
    keypoints.setMinWidth(LIST_WIDTH);
    keypoints.setPrefWidth(LIST_WIDTH);
    keypoints.setMaxWidth(LIST_WIDTH);
    keypoints.getSelectionModel().selectedIndexProperty().subscribe(this::paint);
    dots.setSelected(true);
    face.setSelected(true);
    heat.setTooltip(new Tooltip("How often the keypoint lies where; brighter is more often"));
    for (CheckBox box : List.of(dots, heat, face)) {
      box.selectedProperty().subscribe(this::paint);
    }
    card = new ChartCard("Keypoints over the mean face", chart, export, this::csv);
    VBox middle = new VBox(8, new HBox(16, dots, heat, face), card);
    VBox.setVgrow(card, Priority.ALWAYS);
    setHgrow(middle, Priority.ALWAYS);
    getChildren().setAll(keypoints, middle);
    model.labelsProperty().subscribe(this::showNames);
    model.imagesProperty().subscribe(this::paint);
  }

  private void showNames(Optional<LabelSummary> summary) {
    List<String> names = new ArrayList<>();
    summary.ifPresent(
        counted -> {
          names.add(ALL);
          IntStream.range(0, counted.schema().size())
              .mapToObj(counted.schema()::displayName)
              .forEach(names::add);
        });
    if (!names.equals(keypoints.getItems())) {
      keypoints.getItems().setAll(names);
      keypoints.getSelectionModel().select(names.isEmpty() ? -1 : 0);
    }
    paint();
  }

  /** The keypoint on show; less than 0 for all. */
  private int keypoint() {
    return keypoints.getSelectionModel().getSelectedIndex() - 1;
  }

  private Optional<PlacedKeypoints> placed() {
    Optional<ImageSurvey> survey = model.imagesProperty().get();
    return model
        .labelsProperty()
        .get()
        .flatMap(summary -> survey.flatMap(it -> PlacedKeypoints.of(summary.labels(), it)));
  }

  private void paint() {
    Optional<PlacedKeypoints> placed = placed();
    chart.setDotsShown(dots.isSelected());
    chart.showBehind(placed.map(this::behind));
    chart.show(placed.map(it -> cloud(it.faces())).orElseGet(PointCloud::empty));
    boolean percent = placed.filter(PlacedKeypoints::percent).isPresent();
    chart.setAxisNames(
        percent ? "x (% of the image's width)" : "x (px)",
        percent ? "y (% of the image's height)" : "y (px)");
    card.remark(placed.map(this::remark).orElseGet(model.imageStateProperty()::get));
  }

  private String remark(PlacedKeypoints placed) {
    long outside = placed.facesOutside(keypoint());
    String faces = outside == 1 ? "1 face has" : "%,d faces have".formatted(outside);
    return "Draw a line around points to see their faces."
        + (outside == 0 ? "" : " %s a point outside the image.".formatted(faces));
  }

  private PointCloudChart.Behind behind(PlacedKeypoints placed) {
    List<Image> layers = new ArrayList<>();
    Optional<GrayImage> mean = model.imagesProperty().get().flatMap(ImageSurvey::meanFace);
    if (face.isSelected()) {
      mean.ifPresent(image -> layers.add(FaceImages.toImage(image, Tone.NEUTRAL)));
    }
    if (heat.isSelected()) {
      layers.add(HeatMap.of(placed.faces(), keypoint(), placed.frame()).toImage());
    }
    return new PointCloudChart.Behind(layers, placed.frame().width(), placed.frame().height());
  }

  private PointCloud cloud(List<Annotation> annotations) {
    int size = annotations.isEmpty() ? 0 : annotations.getFirst().size();
    int first = Math.max(0, keypoint());
    int count = keypoint() < 0 ? size : 1;
    int points = annotations.size() * count;
    double[] xs = new double[points];
    double[] ys = new double[points];
    int[] faces = new int[points];
    int[] colors = new int[points];
    for (int point = 0; point < points; point++) {
      Annotation annotation = annotations.get(point / count);
      int index = first + point % count;
      xs[point] = annotation.x(index);
      ys[point] = annotation.y(index);
      faces[point] = point / count;
      colors[point] = color(index);
    }
    return new PointCloud(xs, ys, faces, colors);
  }

  private static int color(int keypoint) {
    Color color = Marks.modelColor(keypoint);
    return (int) Math.round(255 * color.getRed()) << 16
        | (int) Math.round(255 * color.getGreen()) << 8
        | (int) Math.round(255 * color.getBlue());
  }

  private void choose(IntStream faces) {
    String name = keypoint() < 0 ? "points" : keypoints.getSelectionModel().getSelectedItem();
    model.choose(name + " in the line drawn", faces);
  }

  private String csv() {
    Csv csv = new Csv("row", "keypoint", "x", "y");
    model
        .labelsProperty()
        .get()
        .ifPresent(
            summary -> {
              int first = Math.max(0, keypoint());
              int end = keypoint() < 0 ? summary.schema().size() : first + 1;
              for (int index = 0; index < summary.labels().size(); index++) {
                for (int k = first; k < end; k++) {
                  if (summary.annotation(index).isPlaced(k)) {
                    csv.add(
                        index,
                        summary.schema().keypointNames().get(k),
                        summary.annotation(index).x(k),
                        summary.annotation(index).y(k));
                  }
                }
              }
            });
    return csv.toString();
  }
}
