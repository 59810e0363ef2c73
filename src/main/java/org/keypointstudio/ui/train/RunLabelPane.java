package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.thread.Throttle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The selected run's name and notes, whether it is the one in use, and its end. */
final class RunLabelPane extends VBox {
  private static final Duration LEAST_BETWEEN_WRITES = Duration.ofSeconds(1);

  private final RunsViewModel runs;
  private final TextField name = new TextField();
  private final TextArea notes = new TextArea();
  private final ToggleButton use =
      new ToggleButton("Use for predictions", new FontIcon(MaterialDesignE.EYE_OUTLINE));
  private final Button delete = new Button(null, new FontIcon(MaterialDesignT.TRASH_CAN_OUTLINE));
  private final Throttle keepNotes = new Throttle(LEAST_BETWEEN_WRITES, this::keepNotes);
  private Optional<TrainingRun> shown = Optional.empty();
  private Subscription runSubscription = Subscription.EMPTY;
  private Subscription labelSubscription = Subscription.EMPTY;
  private boolean showing;

  RunLabelPane(TrainViewModel viewModel) {
    super(8);
    runs = viewModel.runs();
    getStyleClass().add("run-label-pane");
    name.setId("run-name");
    name.setAccessibleText("Name of the run");
    name.setTooltip(new Tooltip("What this run and its model are called"));
    name.setOnAction(_ -> keepName());
    name.focusedProperty().subscribe((before, now) -> keepNameWhenLeft(before && !now));
    HBox.setHgrow(name, Priority.ALWAYS);
    notes.setId("run-notes");
    notes.setPromptText("Notes on this run");
    notes.setAccessibleText("Notes on the run");
    notes.setWrapText(true);
    notes.setPrefRowCount(3);
    notes.setMinHeight(USE_PREF_SIZE);
    notes.textProperty().subscribe((_, _) -> onTyping());
    use.setId("run-use");
    use.getStyleClass().add(Styles.SMALL);
    use.setMaxWidth(Double.MAX_VALUE);
    use.setTooltip(new Tooltip("On faces, show the points of this model and of no other"));
    use.setOnAction(_ -> shown.ifPresent(this::use));
    delete.setId("run-delete");
    delete.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.DANGER);
    delete.setTooltip(new Tooltip("Delete the selected runs and their models"));
    delete.setAccessibleText("Delete the selected runs");
    delete.setOnAction(_ -> runs.delete(runs.chosen()));
    HBox firstLine = new HBox(4, name, delete);
    firstLine.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(firstLine, notes, use);
    runs.selectedProperty().subscribe(this::show);
  }

  private void show(Optional<TrainingRun> run) {
    keepName();
    shown = run;
    runSubscription.unsubscribe();
    labelSubscription.unsubscribe();
    labelSubscription = Subscription.EMPTY;
    runSubscription =
        run.map(chosen -> chosen.modelProperty().subscribe(this::showModel))
            .orElse(Subscription.EMPTY);
    if (run.isEmpty()) {
      showModel(Optional.empty());
    }
  }

  /** A run can be named and kept once there is something to keep. */
  private void showModel(Optional<ModelEntry> model) {
    labelSubscription.unsubscribe();
    boolean over = model.isPresent() || shown.filter(run -> !run.status().isLive()).isPresent();
    setVisible(over);
    setManaged(over);
    for (Node part : new Node[] {name, notes, use}) {
      part.setVisible(model.isPresent());
      part.setManaged(model.isPresent());
    }
    name.setText(model.map(ModelEntry::name).orElse(""));
    labelSubscription =
        model
            .map(entry -> entry.labelProperty().subscribe(this::showLabel))
            .orElse(Subscription.EMPTY);
  }

  private void showLabel(RunLabel label) {
    use.setSelected(label.usedForPredictions());
    use.setText(label.usedForPredictions() ? "Used for predictions" : "Use for predictions");
    if (!notes.getText().equals(label.notes())) {
      showing = true;
      notes.setText(label.notes());
      showing = false;
    }
  }

  /** The button stays down: another run is taken by choosing it. */
  private void use(TrainingRun run) {
    use.setSelected(true);
    runs.useForPredictions(run);
  }

  private void onTyping() {
    if (!showing) {
      keepNotes.ask();
    }
  }

  private void keepNotes() {
    shown.ifPresent(run -> runs.note(run, notes.getText()));
  }

  private void keepNameWhenLeft(boolean left) {
    if (left) {
      keepName();
    }
  }

  private void keepName() {
    // A new name shows the run anew, so what was just typed below is kept first.
    keepNotes();
    shown.ifPresent(
        run -> {
          runs.rename(run, name.getText());
          name.setText(run.name());
        });
  }
}
