package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The configuration of the next run, and what starts and ends a run. */
final class TrainControls extends VBox {

  /**
   * The controls of a training.
   *
   * @param adjustAugmentation goes where augmentation is set up in detail
   * @param openStudy goes where several recipes are trained
   */
  TrainControls(TrainViewModel viewModel, Runnable adjustAugmentation, Runnable openStudy) {
    getStyleClass().addAll("side-panel", "train-controls");
    ConfigurationForm form = new ConfigurationForm(viewModel.configuration(), adjustAugmentation);
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(title(viewModel.configuration()), scroll, actions(viewModel, openStudy));
  }

  private static HBox title(ConfigurationViewModel configuration) {
    Label title = new Label("Next run");
    title.getStyleClass().add("panel-title");
    Button reset = new Button("Defaults", new FontIcon(MaterialDesignR.RESTORE));
    reset.setId("train-reset");
    reset.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    Tooltip changes = new Tooltip();
    reset.setTooltip(changes);
    reset.setOnAction(_ -> configuration.reset());
    configuration
        .configProperty()
        .subscribe(
            config -> {
              List<String> changed = config.map(ConfigurationText::differences).orElse(List.of());
              reset.setVisible(config.isEmpty() || !changed.isEmpty());
              changes.setText(
                  "Back to the network's defaults. Changed: " + String.join(", ", changed));
            });
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(title, spring, reset);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("panel-title-line");
    return line;
  }

  private static VBox actions(TrainViewModel viewModel, Runnable openStudy) {
    Label snapshot = new Label();
    snapshot.setWrapText(true);
    snapshot.setMinHeight(USE_PREF_SIZE);
    snapshot.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    snapshot
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> snapshotText(viewModel),
                viewModel.openDataSetProperty(),
                viewModel.labelledFacesProperty()));
    Button train = wide("Train", "train-start", new FontIcon(MaterialDesignP.PLAY), Styles.ACCENT);
    train.getStyleClass().add(Styles.LARGE);
    train.setOnAction(_ -> viewModel.train());
    train.disableProperty().bind(viewModel.canTrain().not());
    VBox whileRunning = whileRunning(viewModel);
    train.visibleProperty().bind(viewModel.running().not());
    whileRunning.visibleProperty().bind(viewModel.running());
    train.managedProperty().bind(train.visibleProperty());
    whileRunning.managedProperty().bind(whileRunning.visibleProperty());
    Button study =
        wide("Study several recipes…", "train-study", new FontIcon("mdi2t-table-multiple"));
    study.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    study.setTooltip(new Tooltip("Train several recipes, each several times, and see the best"));
    study.setOnAction(_ -> openStudy.run());
    study.disableProperty().bind(viewModel.openDataSetProperty().map(Optional::isEmpty));
    VBox actions = new VBox(8, snapshot, train, whileRunning, study);
    actions.getStyleClass().add("train-actions");
    return actions;
  }

  private static VBox whileRunning(TrainViewModel viewModel) {
    Button queue =
        wide(
            "Add to queue",
            "train-queue",
            new FontIcon(MaterialDesignP.PLAYLIST_PLUS),
            Styles.BUTTON_OUTLINED);
    queue.setTooltip(new Tooltip("Train this when the present run and those that wait are over"));
    queue.setOnAction(_ -> viewModel.train());
    queue.disableProperty().bind(viewModel.canTrain().not());
    Button stop =
        wide("Stop and keep best", "train-stop", new FontIcon(MaterialDesignS.STOP), Styles.ACCENT);
    stop.setTooltip(new Tooltip("End after the present batch with the best model so far"));
    stop.setOnAction(_ -> viewModel.stopAndKeepBest());
    stop.disableProperty().bind(viewModel.canStop().not());
    Button cancel =
        wide(
            "Cancel",
            "train-cancel",
            new FontIcon(MaterialDesignC.CLOSE),
            Styles.BUTTON_OUTLINED,
            Styles.DANGER);
    cancel.setTooltip(new Tooltip("End now and keep nothing of this run"));
    cancel.setOnAction(_ -> viewModel.cancel());
    cancel.disableProperty().bind(viewModel.canCancel().not());
    HBox pair = new HBox(8, queue, cancel);
    HBox.setHgrow(queue, Priority.ALWAYS);
    cancel.setMinWidth(USE_PREF_SIZE);
    return new VBox(8, stop, pair);
  }

  private static Button wide(String text, String id, FontIcon icon, String... styleClasses) {
    Button button = new Button(text, icon);
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll(styleClasses);
    return button;
  }

  private static String snapshotText(TrainViewModel viewModel) {
    if (viewModel.openDataSetProperty().get().isEmpty()) {
      return "Open a data set to train on it.";
    }
    return "Learns from %s as they are labelled now. Later edits do not reach a run."
        .formatted(Readings.count(viewModel.labelledFacesProperty().get(), "face"));
  }
}
