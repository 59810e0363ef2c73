package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.canvas.MarkIcon;
import org.keypointstudio.ui.session.ModelEntry;

/** One run in the list: its mark, its name, how good it is, and whether it is shown on faces. */
final class RunCell extends ListCell<TrainingRun> {
  private static final double PROGRESS_HEIGHT = 4;

  private final StackPane mark = new StackPane();
  private final Label name = new Label();
  private final Label error = new Label();
  private final Label details = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final CheckBox shown = new CheckBox();
  private final VBox text = new VBox(2);
  private final HBox row = new HBox(8, mark, text, shown);
  private Subscription runSubscription = Subscription.EMPTY;
  private Subscription shownBinding = Subscription.EMPTY;

  RunCell() {
    getStyleClass().add("run-cell");
    mark.setMinWidth(16);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    error.getStyleClass().add(Styles.TEXT_BOLD);
    error.setMinWidth(USE_PREF_SIZE);
    details.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    progress.getStyleClass().add(Styles.SMALL);
    // A height of its own: the one that the style gives is lost while the bar is hidden.
    progress.setMinHeight(PROGRESS_HEIGHT);
    progress.setMaxWidth(Double.MAX_VALUE);
    shown.setTooltip(new Tooltip("Show this model's points on the faces"));
    shown.setMinWidth(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox firstLine = new HBox(8, name, error);
    firstLine.setAlignment(Pos.BASELINE_LEFT);
    text.getChildren().setAll(firstLine, details, progress);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    // The cell takes the list's width, so that long names are cut and no bar to scroll appears.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TrainingRun run, boolean empty) {
    super.updateItem(run, empty);
    runSubscription.unsubscribe();
    shownBinding.unsubscribe();
    runSubscription = Subscription.EMPTY;
    shownBinding = Subscription.EMPTY;
    if (empty || run == null) {
      setGraphic(null);
      return;
    }
    mark.getChildren().setAll(MarkIcon.ofModel(run.styleIndex()));
    name.setText(run.name());
    name.setTooltip(new Tooltip(run.name()));
    runSubscription =
        run.statusProperty()
            .subscribe(status -> showStatus(run, status))
            .and(run.modelProperty().subscribe(model -> model.ifPresent(this::bindShown)));
    setGraphic(row);
  }

  private void bindShown(ModelEntry model) {
    shown.selectedProperty().bindBidirectional(model.shownProperty());
    shownBinding = () -> shown.selectedProperty().unbindBidirectional(model.shownProperty());
  }

  private void showStatus(TrainingRun run, RunStatus status) {
    error.setText(
        status.best().map(TrainingListener.Epoch::validationRmse).map(Readings::pixels).orElse(""));
    progress.setVisible(status.isLive());
    progress.setManaged(status.isLive());
    progress.setProgress(status.fraction());
    shown.setVisible(!status.isLive());
    details.setText(
        status.isLive()
            ? status.phase() + " · " + Readings.duration(status.elapsedSeconds())
            : "%s · %s · %s"
                .formatted(
                    run.config().model().displayName(),
                    Readings.count(status.epochNumber(), "epoch"),
                    Readings.duration(status.elapsedSeconds())));
  }
}
