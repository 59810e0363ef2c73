package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The configuration of the next run, and what starts and ends a run. */
final class TrainControls extends VBox {

  TrainControls(TrainViewModel viewModel) {
    getStyleClass().addAll("side-panel", "train-controls");
    Label title = new Label("Next run");
    title.getStyleClass().add("panel-title");
    ConfigurationForm form = new ConfigurationForm(viewModel.configuration());
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(title, scroll, actions(viewModel));
  }

  private static VBox actions(TrainViewModel viewModel) {
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
    train.setDefaultButton(true);
    train.setOnAction(_ -> viewModel.train());
    train.disableProperty().bind(viewModel.canTrain().not());
    Button stop =
        wide("Stop and keep best", "train-stop", new FontIcon(MaterialDesignS.STOP), Styles.ACCENT);
    stop.setTooltip(new Tooltip("End after the present batch with the best model so far"));
    stop.setOnAction(_ -> viewModel.stopAndKeepBest());
    Button cancel =
        wide(
            "Cancel",
            "train-cancel",
            new FontIcon(MaterialDesignC.CLOSE),
            Styles.BUTTON_OUTLINED,
            Styles.DANGER);
    cancel.setTooltip(new Tooltip("End now and keep nothing of this run"));
    cancel.setOnAction(_ -> viewModel.cancel());
    train.visibleProperty().bind(viewModel.running().not());
    stop.visibleProperty().bind(viewModel.running());
    cancel.visibleProperty().bind(viewModel.running());
    stop.disableProperty().bind(viewModel.canStop().not());
    cancel.disableProperty().bind(viewModel.canCancel().not());
    VBox actions = new VBox(8, snapshot, train, stop, cancel);
    for (Button button : new Button[] {train, stop, cancel}) {
      button.managedProperty().bind(button.visibleProperty());
    }
    actions.getStyleClass().add("train-actions");
    return actions;
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
