package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs that wait, all others, and what the person says about the selected one. */
final class RunsPane extends VBox {
  private final RunsViewModel runs;
  private final ListView<TrainingRun> list = new ListView<>();
  private boolean following;

  RunsPane(TrainViewModel viewModel) {
    runs = viewModel.runs();
    getStyleClass().addAll("side-panel", "runs-pane");
    list.setId("train-runs");
    list.setAccessibleText("Runs");
    list.setPlaceholder(placeholder());
    list.getStyleClass().addAll("run-list", Styles.DENSE);
    list.setCellFactory(_ -> new RunCell());
    list.setItems(runs.inOrder());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .setAll(new QueuePane(viewModel.queue()), title(), list, new RunLabelPane(viewModel));
    runs.selectedProperty().subscribe(this::select);
    list.getSelectionModel()
        .getSelectedItems()
        .addListener((InvalidationListener) _ -> onSelection());
  }

  private HBox title() {
    Label title = new Label("Runs");
    title.getStyleClass().add("panel-title");
    ComboBox<RunOrder> order = new ComboBox<>();
    order.setId("train-run-order");
    order.setAccessibleText("Order of the runs");
    order.getItems().setAll(RunOrder.values());
    order.valueProperty().bindBidirectional(runs.orderProperty());
    order.getStyleClass().addAll(Styles.SMALL, "quiet-choice");
    order.setTooltip(new Tooltip("In which order the runs are listed"));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(title, spring, order);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("panel-title-line");
    return line;
  }

  private static Label placeholder() {
    Label nothing = new Label("Each run appears here with its error on held-out faces.");
    nothing.setWrapText(true);
    nothing.setAlignment(Pos.TOP_LEFT);
    nothing.setMaxHeight(Double.MAX_VALUE);
    nothing.getStyleClass().addAll("panel-hint", Styles.TEXT_MUTED);
    return nothing;
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      runs.delete(List.copyOf(list.getSelectionModel().getSelectedItems()));
      event.consume();
    }
  }

  private void select(Optional<TrainingRun> run) {
    MultipleSelectionModel<TrainingRun> model = list.getSelectionModel();
    if (run.isEmpty()) {
      model.clearSelection();
    } else if (!model.getSelectedItems().contains(run.get())) {
      following = true;
      model.clearAndSelect(list.getItems().indexOf(run.get()));
      following = false;
    }
  }

  /** The run that was selected first stays the one looked at; the others are held against it. */
  private void onSelection() {
    List<TrainingRun> chosen =
        list.getSelectionModel().getSelectedItems().stream()
            .filter(list.getItems()::contains)
            .toList();
    if (!following && !chosen.isEmpty()) {
      TrainingRun first =
          runs.selectedProperty().get().filter(chosen::contains).orElse(chosen.getFirst());
      runs.choose(first, chosen);
    }
  }
}
