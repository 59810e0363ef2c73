package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keypointstudio.dataset.statistics.LabelStatistics;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the open data set adds up to: faces, completeness, and how often each keypoint is labelled.
 */
final class StatisticsPane extends ScrollPane {
  private final StudioSession session;
  private final VBox content = new VBox(16);
  private final Button more = new Button("All statistics", new FontIcon("mdi2c-chart-bar"));

  /**
   * What a session's data set adds up to.
   *
   * @param openStatistics shows all of it
   */
  StatisticsPane(StudioSession session, Runnable openStatistics) {
    this.session = session;
    more.setId("all-statistics");
    more.getStyleClass().add(Styles.SMALL);
    more.setTooltip(
        new Tooltip("Missing points, places, brightness, sharpness, pose and similar images"));
    more.setOnAction(_ -> openStatistics.run());
    getStyleClass().addAll("side-pane", Styles.DENSE);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.setPadding(new Insets(16));
    setContent(content);
    session.revisionProperty().subscribe(this::refresh);
    sceneProperty().subscribe(this::refresh);
  }

  /** Counts anew, but only while it is on show: counting takes in every label. */
  private void refresh() {
    if (getScene() != null) {
      content.getChildren().setAll(session.openDataSet().map(this::describe).orElse(List.of()));
    }
  }

  private List<Node> describe(OpenDataSet open) {
    LabelStatistics statistics =
        LabelStatistics.of(open.document().schema(), open.document().snapshot());
    Label title = new Label("Data set");
    title.getStyleClass().add(Styles.TITLE_4);
    Label keypointTitle = new Label("Labelled, by keypoint");
    keypointTitle.getStyleClass().add(Styles.TITLE_4);
    return List.of(title, numbers(statistics), more, keypointTitle, keypointBars(open, statistics));
  }

  private static Node numbers(LabelStatistics statistics) {
    HBox row =
        new HBox(
            24,
            number("%,d".formatted(statistics.faces()), "faces"),
            number("%,d".formatted(statistics.completeFaces()), "complete"),
            number("%.0f %%".formatted(100 * statistics.labelledShare()), "labelled"));
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  private static Node number(String value, String caption) {
    Label big = new Label(value);
    big.getStyleClass().add(Styles.TITLE_2);
    Label small = new Label(caption);
    small.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return new VBox(big, small);
  }

  private static Node keypointBars(OpenDataSet open, LabelStatistics statistics) {
    GridPane grid = new GridPane(12, 6);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints bars = new ColumnConstraints(72);
    ColumnConstraints counts = new ColumnConstraints(44);
    grid.getColumnConstraints().addAll(names, bars, counts);
    for (int keypoint = 0; keypoint < statistics.keypoints().size(); keypoint++) {
      LabelStatistics.KeypointCount count = statistics.keypoints().get(keypoint);
      Label name = new Label(open.document().schema().displayName(keypoint));
      name.setMinWidth(0);
      ProgressBar bar =
          new ProgressBar(
              statistics.faces() == 0 ? 0 : (double) count.labelled() / statistics.faces());
      bar.getStyleClass().add(Styles.SMALL);
      bar.setMaxWidth(Double.MAX_VALUE);
      Label number = new Label("%,d".formatted(count.labelled()));
      number.getStyleClass().add("tabular");
      number.setMaxWidth(Double.MAX_VALUE);
      number.setAlignment(Pos.CENTER_RIGHT);
      grid.addRow(keypoint, name, bar, number);
    }
    return grid;
  }
}
