package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All runs, newest first. */
final class RunList extends VBox {
  private final ListView<TrainingRun> list = new ListView<>();

  RunList(TrainViewModel viewModel) {
    getStyleClass().add("side-panel");
    Label title = new Label("Runs");
    title.getStyleClass().add("panel-title");
    Label nothing = new Label("Each run appears here with its error on held-out faces.");
    nothing.setWrapText(true);
    nothing.setAlignment(Pos.TOP_LEFT);
    nothing.setMaxHeight(Double.MAX_VALUE);
    nothing.getStyleClass().addAll("panel-hint", Styles.TEXT_MUTED);
    list.setId("train-runs");
    list.setPlaceholder(nothing);
    list.getStyleClass().addAll("run-list", Styles.DENSE);
    list.setCellFactory(_ -> new RunCell());
    list.setItems(viewModel.runs());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(title, list);
    viewModel.selectedRunProperty().subscribe(this::select);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            run -> {
              if (run != null) {
                viewModel.selectedRunProperty().set(Optional.of(run));
              }
            });
  }

  private void select(Optional<TrainingRun> run) {
    run.ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
  }
}
