package org.keypointstudio.ui.statistics;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.dataset.statistics.LabelStatistics.KeypointCount;
import org.keypointstudio.dataset.statistics.MissingPattern;

/** How often each keypoint is labelled, and which are missing together. */
final class LabelsPage extends HBox {
  private static final double NUMBER_WIDTH = 72;
  private static final int MOST_NAMES = 6;

  private final StatisticsViewModel model;
  private final GridPane bars = new GridPane(8, 4);
  private final TableView<MissingPattern> patterns = new TableView<>();

  LabelsPage(StatisticsViewModel model, StatisticsExport export) {
    super(16);
    this.model = model;
    getStyleClass().add("statistics-page");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(120);
    ColumnConstraints middle = new ColumnConstraints();
    middle.setHgrow(Priority.ALWAYS);
    middle.setFillWidth(true);
    ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH);
    bars.getColumnConstraints().setAll(names, middle, numbers);
    bars.getStyleClass().add("keypoint-bars");
    ScrollPane scroll = new ScrollPane(bars);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    ChartCard counts = new ChartCard("Labelled faces by keypoint", scroll, export, this::countsCsv);
    counts.remark(
        "Click the filled part for the faces that have the point, the rest for the others.");
    ChartCard missing =
        new ChartCard("Points missing together", patterns, export, this::patternsCsv);
    missing.remark("Double-click a row, or press Enter, to see its faces.");
    buildPatterns();
    setHgrow(counts, Priority.ALWAYS);
    setHgrow(missing, Priority.ALWAYS);
    counts.setPrefWidth(440);
    missing.setPrefWidth(440);
    getChildren().setAll(counts, missing);
    model.labelsProperty().subscribe(this::show);
  }

  private void show(Optional<LabelSummary> summary) {
    bars.getChildren().clear();
    patterns.getItems().setAll(summary.map(LabelSummary::patterns).orElse(List.of()));
    summary.ifPresent(
        counted -> {
          for (int keypoint = 0; keypoint < counted.schema().size(); keypoint++) {
            addBar(counted, keypoint);
          }
        });
  }

  private void addBar(LabelSummary summary, int keypoint) {
    KeypointCount count = summary.counts().keypoints().get(keypoint);
    String name = summary.schema().displayName(keypoint);
    Label label = new Label(name);
    label.setMinWidth(0);
    Label number = new Label("%,d".formatted(count.labelled()));
    number.getStyleClass().add("tabular");
    number.setMaxWidth(Double.MAX_VALUE);
    number.setAlignment(Pos.CENTER_RIGHT);
    double all = Math.max(1, summary.counts().faces());
    Button labelled = part("labelled", "bar-labelled-" + keypoint, name, count.labelled(), all);
    Button missing = part("missing", "bar-missing-" + keypoint, name, count.missing(), all);
    labelled.setOnAction(_ -> choose(keypoint, true));
    missing.setOnAction(_ -> choose(keypoint, false));
    bars.addRow(keypoint, label, new SharedBar(labelled, missing, count.labelled() / all), number);
  }

  private static Button part(String kind, String id, String name, int faces, double all) {
    Button part = new Button();
    part.setId(id);
    part.getStyleClass().setAll("keypoint-bar", kind);
    String text = "%s %s: %,d faces, %.1f %%".formatted(name, kind, faces, 100 * faces / all);
    part.setTooltip(new Tooltip(text));
    part.setAccessibleText(text);
    return part;
  }

  private void choose(int keypoint, boolean placed) {
    model
        .labelsProperty()
        .get()
        .ifPresent(
            summary ->
                model.choose(
                    (placed ? "labelled: " : "missing: ") + summary.schema().displayName(keypoint),
                    IntStream.range(0, summary.labels().size())
                        .filter(face -> summary.annotation(face).isPlaced(keypoint) == placed)));
  }

  private void buildPatterns() {
    patterns.setId("missing-patterns");
    patterns.setAccessibleText("Which points are missing together, and in how many faces");
    patterns.getStyleClass().add(Styles.DENSE);
    patterns.setPlaceholder(new Label("Counting…"));
    TableColumn<MissingPattern, Integer> faces = new TableColumn<>("Faces");
    faces.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().faces().size()));
    TableColumn<MissingPattern, Integer> points = new TableColumn<>("Missing");
    points.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().missing().size()));
    TableColumn<MissingPattern, String> names = new TableColumn<>("Which points");
    names.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(names(row.getValue())));
    faces.setPrefWidth(72);
    points.setPrefWidth(72);
    names.setPrefWidth(320);
    patterns.getColumns().add(faces);
    patterns.getColumns().add(points);
    patterns.getColumns().add(names);
    patterns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    patterns.setRowFactory(
        _ -> {
          TableRow<MissingPattern> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  choose(row.getItem());
                }
              });
          return row;
        });
    patterns.setOnKeyPressed(
        event -> {
          MissingPattern selected = patterns.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null) {
            choose(selected);
            event.consume();
          }
        });
  }

  private void choose(MissingPattern pattern) {
    model.choose(
        pattern.missing().isEmpty() ? "complete faces" : "missing: " + names(pattern),
        pattern.faces().stream().mapToInt(Integer::intValue));
  }

  /** The missing ones, or the ones that are there where these are fewer. */
  private String names(MissingPattern pattern) {
    Optional<LabelSummary> summary = model.labelsProperty().get();
    if (summary.isEmpty()) {
      return "";
    }
    int size = summary.get().schema().size();
    if (pattern.missing().isEmpty()) {
      return "none: complete";
    }
    if (pattern.missing().size() == size) {
      return "all: no label";
    }
    List<Integer> present =
        IntStream.range(0, size).filter(it -> !pattern.missing().contains(it)).boxed().toList();
    boolean few = pattern.missing().size() <= present.size();
    List<Integer> named = few ? pattern.missing() : present;
    String text =
        named.stream()
            .limit(MOST_NAMES)
            .map(summary.get().schema()::displayName)
            .collect(Collectors.joining(", "));
    String more =
        named.size() > MOST_NAMES ? " and %d more".formatted(named.size() - MOST_NAMES) : "";
    return (few ? "" : "all but ") + text + more;
  }

  private String countsCsv() {
    Csv csv = new Csv("keypoint", "labelled", "missing");
    model
        .labelsProperty()
        .get()
        .ifPresent(
            summary ->
                summary
                    .counts()
                    .keypoints()
                    .forEach(it -> csv.add(it.name(), it.labelled(), it.missing())));
    return csv.toString();
  }

  private String patternsCsv() {
    Csv csv = new Csv("faces", "missing", "keypoints");
    model
        .labelsProperty()
        .get()
        .ifPresent(
            summary ->
                summary
                    .patterns()
                    .forEach(
                        pattern ->
                            csv.add(
                                pattern.faces().size(),
                                pattern.missing().size(),
                                pattern.missing().stream()
                                    .map(summary.schema().keypointNames()::get)
                                    .collect(Collectors.joining(" ")))));
    return csv.toString();
  }

  /** Two parts that share the width, each at least as wide as a mouse can hit if it has faces. */
  private static final class SharedBar extends Region {
    private static final double HEIGHT = 18;
    private static final double LEAST = 4;

    private final Button first;
    private final Button second;
    private final double share;

    SharedBar(Button first, Button second, double share) {
      this.first = first;
      this.second = second;
      this.share = share;
      setMaxWidth(Double.MAX_VALUE);
      getChildren().setAll(first, second);
    }

    @Override
    protected double computePrefHeight(double width) {
      return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
      return 160;
    }

    @Override
    protected void layoutChildren() {
      double width = share * getWidth();
      double left =
          share <= 0 ? 0 : share >= 1 ? getWidth() : Math.clamp(width, LEAST, getWidth() - LEAST);
      first.resizeRelocate(0, 0, left, getHeight());
      second.resizeRelocate(left, 0, getWidth() - left, getHeight());
      first.setVisible(left > 0);
      second.setVisible(left < getWidth());
    }
  }
}
