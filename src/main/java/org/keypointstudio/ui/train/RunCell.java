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
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** One run in the list: its mark, its name, how good it is, and whether it is shown on faces. */
final class RunCell extends ListCell<TrainingRun> {
  private static final double PROGRESS_HEIGHT = 4;
  private static final int HASH_LETTERS = 7;

  private final StackPane mark = new StackPane();
  private final Label name = new Label();
  private final Label error = new Label();
  private final Label details = new Label();
  private final Label differences = new Label();
  private final FontIcon inUse = new FontIcon(MaterialDesignE.EYE_OUTLINE);
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
    differences.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    inUse.getStyleClass().add("run-in-use");
    inUse.setAccessibleText("Used for predictions");
    progress.getStyleClass().add(Styles.SMALL);
    // A height of its own: the one that the style gives is lost while the bar is hidden.
    progress.setMinHeight(PROGRESS_HEIGHT);
    progress.setMaxWidth(Double.MAX_VALUE);
    shown.setTooltip(new Tooltip("Show this model's points on the faces"));
    shown.setMinWidth(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox firstLine = new HBox(8, inUse, name, error);
    firstLine.setAlignment(Pos.CENTER_LEFT);
    text.getChildren().setAll(firstLine, details, differences, progress);
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
    showDifferences(run);
    showInUse(false);
    runSubscription =
        run.statusProperty()
            .subscribe(status -> showStatus(run, status))
            .and(run.nameProperty().subscribe(this::showName))
            .and(run.modelProperty().subscribe(model -> model.ifPresent(this::bindModel)));
    setGraphic(row);
  }

  private void showName(String text) {
    name.setText(text);
    name.setTooltip(new Tooltip(text));
  }

  private void showDifferences(TrainingRun run) {
    String text = String.join(" · ", ConfigurationText.differences(run.config()));
    differences.setText(text);
    differences.setTooltip(new Tooltip("Differs from the network's defaults: " + text));
    differences.setVisible(!text.isEmpty());
    differences.setManaged(!text.isEmpty());
  }

  private void showInUse(boolean used) {
    inUse.setVisible(used);
    inUse.setManaged(used);
  }

  private void bindModel(ModelEntry model) {
    shownBinding.unsubscribe();
    shown.selectedProperty().bindBidirectional(model.shownProperty());
    Subscription label =
        model.labelProperty().subscribe(said -> showInUse(said.usedForPredictions()));
    shownBinding =
        () -> {
          shown.selectedProperty().unbindBidirectional(model.shownProperty());
          label.unsubscribe();
        };
  }

  private void showStatus(TrainingRun run, RunStatus status) {
    error.setText(
        status.best().map(TrainingListener.Epoch::validationRmse).map(Readings::pixels).orElse(""));
    progress.setVisible(status.isLive());
    progress.setManaged(status.isLive());
    progress.setProgress(status.fraction());
    shown.setVisible(run.modelProperty().get().isPresent());
    details.setText(
        status.phase() != RunPhase.FINISHED
            ? status.phase() + " · " + Readings.duration(status.elapsedSeconds())
            : finished(run, status));
    details.setTooltip(
        run.modelProperty()
            .get()
            .map(model -> new Tooltip("Labels " + model.record().labelsHash()))
            .orElse(null));
  }

  private static String finished(TrainingRun run, RunStatus status) {
    String labels =
        run.modelProperty()
            .get()
            .map(model -> model.record().labelsHash())
            .map(hash -> " · labels " + hash.substring(0, Math.min(HASH_LETTERS, hash.length())))
            .orElse("");
    return "%s · %s%s"
        .formatted(
            run.config().model().displayName(), Readings.duration(status.elapsedSeconds()), labels);
  }
}
