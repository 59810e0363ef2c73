package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What the models are worth: which faces count, each model overall, each keypoint. */
final class ScoresPane extends VBox {
  private static final double ROW_HEIGHT = 36;

  private final CompareViewModel viewModel;
  private final StudioSession session;
  private final Label note = new Label();
  private final ModelTable models = new ModelTable();
  private final VBox figures = new VBox();
  private final Label keypointTitle = title("RMSE by keypoint (px)");
  private KeypointScoreTable keypoints = new KeypointScoreTable(List.of());
  private boolean updating;

  ScoresPane(CompareViewModel viewModel, FiguresViewModel figuresShown, ComparisonExport export) {
    this.viewModel = viewModel;
    this.session = viewModel.session();
    getStyleClass().addAll("side-pane", "scores-pane");
    ComboBox<FaceScope> scope = new ComboBox<>();
    scope.setId("compare-scope");
    scope.setAccessibleText("Faces that the models are scored on");
    scope.getItems().setAll(FaceScope.values());
    scope.valueProperty().bindBidirectional(viewModel.scopeProperty());
    scope.setMaxWidth(Double.MAX_VALUE);
    scope.setTooltip(new Tooltip("Which faces are scored, and stepped through"));
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head =
        new HBox(8, title("Faces"), spring, figuresToggle(figuresShown), new ExportMenu(export));
    head.setAlignment(Pos.CENTER_LEFT);
    head.disableProperty().bind(Bindings.isEmpty(viewModel.shownModels()));
    VBox choice = new VBox(8, head, scope, note);
    choice.getStyleClass().add("scores-choice");
    keypointTitle.getStyleClass().add("scores-title");
    models.setFixedCellSize(ROW_HEIGHT);
    VBox.setVgrow(figures, Priority.ALWAYS);
    figures.visibleProperty().bind(Bindings.isNotEmpty(session.models()));
    getChildren().setAll(choice, figures);
    session.selectedKeypointProperty().subscribe(_ -> followKeypoint());
    viewModel.comparisonProperty().subscribe(this::show);
    session.models().subscribe(() -> show(viewModel.comparisonProperty().get()));
  }

  private static ToggleButton figuresToggle(FiguresViewModel figuresShown) {
    ToggleButton toggle =
        new ToggleButton("Figures", new FontIcon(MaterialDesignC.CHART_BELL_CURVE_CUMULATIVE));
    toggle.setId("compare-figures");
    toggle.getStyleClass().add(Styles.FLAT);
    toggle.setTooltip(
        new Tooltip("Figures with intervals, plots and groups in place of the faces"));
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(figuresShown.shownProperty());
    return toggle;
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add(Styles.TEXT_BOLD);
    return title;
  }

  private void show(Comparison comparison) {
    updating = true;
    note.setText(
        session.models().isEmpty()
            ? "The models' figures appear here once one is trained."
            : viewModel.scopeNote());
    List<ScoreRows.ModelRow> rows = ScoreRows.ofModels(session.models(), comparison);
    models.showRows(rows, _ -> false);
    double height = ROW_HEIGHT * (rows.size() + 1) + 2;
    models.setMinHeight(Math.min(height, 6 * ROW_HEIGHT));
    models.setPrefHeight(height);
    List<ModelEntry> compared = comparison.scores().stream().map(Comparison.Score::model).toList();
    if (!keypoints.models().equals(compared) || keypoints.getParent() == null) {
      showTableOf(compared);
    }
    keypoints.showRows(
        session
            .openDataSet()
            .filter(_ -> !compared.isEmpty())
            .map(open -> ScoreRows.ofKeypoints(open.document().schema(), comparison))
            .orElse(List.of()),
        row -> row.keypoint() == session.selectedKeypointProperty().get());
    updating = false;
  }

  /** A new table, since one whose columns are replaced keeps cells that are laid out wrongly. */
  private void showTableOf(List<ModelEntry> compared) {
    keypoints = new KeypointScoreTable(compared);
    keypoints.getSelectionModel().selectedItemProperty().subscribe(this::onKeypointChosen);
    VBox.setVgrow(keypoints, Priority.ALWAYS);
    figures.getChildren().setAll(models, keypointTitle, keypoints);
  }

  private void onKeypointChosen(ScoreRows.KeypointRow row) {
    if (!updating && row != null) {
      session.selectedKeypointProperty().set(row.keypoint());
    }
  }

  private void followKeypoint() {
    updating = true;
    keypoints.select(row -> row.keypoint() == session.selectedKeypointProperty().get());
    updating = false;
  }
}
