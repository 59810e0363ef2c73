package org.keypointstudio.ui.statistics;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.keypointstudio.dataset.similarity.SimilarityMap;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.Tone;
import org.keypointstudio.ui.chart.PointCloud;
import org.keypointstudio.ui.chart.PointCloudChart;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** All faces in the plane, such that images that look alike lie close together. */
final class SimilarityPage extends HBox {
  private static final double SIDE_WIDTH = 208;
  private static final double PREVIEW = 192;

  private final StatisticsViewModel model;
  private final FaceImages pictures;
  private final PointCloudChart chart;
  private final ChartCard card;
  private final ComboBox<CloudColoring> colorings = new ComboBox<>();
  private final ComboBox<Eyes> eyes = new ComboBox<>();
  private final VBox legend = new VBox(4);
  private final ImageView preview = new ImageView();
  private final Label previewName = new Label("Point at a face.");
  private int pointed = StudioSession.NONE;

  /** What makes faces alike: the pixels of their images, or what a model sees in them. */
  private record Eyes(Optional<ModelEntry> model) {
    @Override
    public String toString() {
      return model.map(it -> "What %s sees".formatted(it.name())).orElse("Pixels of the images");
    }
  }

  SimilarityPage(StatisticsViewModel model, StatisticsExport export, FaceImages pictures) {
    super(16);
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("statistics-page");
    chart = new PointCloudChart(faces -> model.choose("look alike, in the line drawn", faces));
    chart.setId("similarity-cloud");
    chart.setOnPointed(this::preview);
    chart.setOnClicked(
        face -> {
          preview(face);
          model.choose("the face that was clicked", IntStream.of(face));
        });
    card = new ChartCard("Faces by similarity of their images", chart, export, this::csv);
    setHgrow(card, Priority.ALWAYS);
    getChildren().setAll(card, side());
    model.labelsProperty().subscribe(this::refresh);
    model.imagesProperty().subscribe(this::refresh);
    model.imageStateProperty().subscribe(this::refresh);
    model.similarityProperty().subscribe(this::refresh);
  }

  private VBox side() {
    Label title = new Label("Colour by");
    colorings.setId("similarity-colour");
    colorings.setAccessibleText("What the colours tell");
    colorings.setMaxWidth(Double.MAX_VALUE);
    colorings.setOnShowing(_ -> offer());
    colorings.valueProperty().subscribe(this::paint);
    eyes.setId("similarity-by");
    eyes.setAccessibleText("What makes faces alike");
    eyes.setMaxWidth(Double.MAX_VALUE);
    eyes.setOnShowing(_ -> offerEyes());
    eyes.setOnAction(
        _ ->
            Optional.ofNullable(eyes.getValue())
                .ifPresent(chosen -> model.eyesProperty().set(chosen.model())));
    model.eyesProperty().subscribe(_ -> offerEyes());
    preview.setFitWidth(PREVIEW);
    preview.setFitHeight(PREVIEW);
    preview.setPreserveRatio(true);
    previewName.setWrapText(true);
    previewName.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox side =
        new VBox(8, new Label("Alike by"), eyes, title, colorings, legend, preview, previewName);
    side.setMinWidth(SIDE_WIDTH);
    side.setPrefWidth(SIDE_WIDTH);
    return side;
  }

  private void refresh() {
    offer();
    paint();
  }

  private void offerEyes() {
    List<Eyes> offered = new ArrayList<>(List.of(new Eyes(Optional.empty())));
    model.models().forEach(seer -> offered.add(new Eyes(Optional.of(seer))));
    if (!offered.equals(eyes.getItems())) {
      eyes.getItems().setAll(offered);
    }
    eyes.setValue(new Eyes(model.eyesProperty().get()));
  }

  /** Models come and go, and so does what they say: each look at the list makes it anew. */
  private void offer() {
    List<CloudColoring> offered =
        model
            .labelsProperty()
            .get()
            .map(it -> CloudColoring.of(it, model.imagesProperty().get(), model.models()))
            .orElse(List.of());
    String chosen = Optional.ofNullable(colorings.getValue()).map(CloudColoring::name).orElse("");
    colorings.getItems().setAll(offered);
    colorings.setValue(
        offered.stream()
            .filter(it -> it.name().equals(chosen))
            .findFirst()
            .orElse(offered.isEmpty() ? null : offered.getFirst()));
  }

  private void paint() {
    Optional<SimilarityMap> survey = model.similarityProperty().get();
    Optional<CloudColoring> coloring = Optional.ofNullable(colorings.getValue());
    legend
        .getChildren()
        .setAll(
            coloring.stream()
                .flatMap(it -> it.legend().stream())
                .map(SimilarityPage::legendLine)
                .toList());
    chart.show(
        survey
            .flatMap(it -> coloring.map(colors -> cloud(it, colors.colors())))
            .orElseGet(PointCloud::empty));
    survey.ifPresent(this::nameAxes);
    card.remark(
        survey.isEmpty()
            ? model.imageStateProperty().get()
            : "Draw a line around points to see their faces; click a point for one. Near points"
                + " look alike: principal components of "
                + model
                    .eyesProperty()
                    .get()
                    .map(it -> "what %s makes of the faces.".formatted(it.name()))
                    .orElse("the images at 24 × 24 pixels, freed of brightness and contrast."));
  }

  private void nameAxes(SimilarityMap map) {
    chart.setAxisNames(
        "First component (%.0f %% of the variance)".formatted(100 * map.share(0)),
        "Second component (%.0f %%)".formatted(100 * map.share(1)));
  }

  private static HBox legendLine(CloudColoring.Entry entry) {
    Label text = new Label(entry.text());
    text.getStyleClass().add(Styles.TEXT_SMALL);
    Circle sample =
        new Circle(
            5,
            Color.rgb(entry.color() >> 16 & 0xff, entry.color() >> 8 & 0xff, entry.color() & 0xff));
    HBox line = new HBox(8, sample, text);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static PointCloud cloud(SimilarityMap map, List<Integer> colors) {
    int faces = Math.min(map.size(), colors.size());
    return new PointCloud(
        IntStream.range(0, faces).mapToDouble(map::x).toArray(),
        IntStream.range(0, faces).mapToDouble(map::y).toArray(),
        IntStream.range(0, faces).toArray(),
        colors.stream().limit(faces).mapToInt(Integer::intValue).toArray());
  }

  private void preview(int face) {
    Optional<OpenDataSet> open = model.session().openDataSet();
    if (face == pointed || open.isEmpty()) {
      return;
    }
    pointed = face;
    previewName.setText(open.get().dataSet().face(face).name());
    pictures.request(
        open.get().dataSet(),
        face,
        Tone.NEUTRAL,
        () -> pointed == face,
        image -> {
          if (pointed == face) {
            preview.setImage(image);
          }
        });
  }

  private String csv() {
    Csv csv = new Csv("row", "first_component", "second_component");
    model
        .similarityProperty()
        .get()
        .ifPresent(
            map -> {
              for (int face = 0; face < map.size(); face++) {
                csv.add(face, map.x(face), map.y(face));
              }
            });
    return csv.toString();
  }
}
