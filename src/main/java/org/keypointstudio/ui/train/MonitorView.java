package org.keypointstudio.ui.train;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.ui.canvas.MarkIcon;
import org.keypointstudio.ui.thread.Throttle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** How the selected run goes, or went. */
final class MonitorView extends VBox {
  private static final double PROGRESS_HEIGHT = 4;
  private static final Duration LEAST_BETWEEN_READINGS = Duration.ofMillis(200);

  private final TrainViewModel viewModel;
  private final StackPane mark = new StackPane();
  private final Label name = new Label();
  private final Label state = new Label();
  private final Label changes = new Label();
  private final Button retrain = new Button("Retrain", new FontIcon(MaterialDesignR.REFRESH));
  private final Button resume = new Button("Resume", new FontIcon(MaterialDesignP.PLAY));
  private final Label notes = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final RunStats stats = new RunStats();
  private final RunChart chart;
  private final Throttle refresh = new Throttle(LEAST_BETWEEN_READINGS, this::showSelected);
  private Subscription runSubscription = Subscription.EMPTY;

  MonitorView(TrainViewModel viewModel) {
    super(16);
    this.viewModel = viewModel;
    this.chart = new RunChart(viewModel);
    getStyleClass().add("monitor");
    // A height of its own: the one that the style gives is lost while the bar is hidden.
    progress.setMinHeight(PROGRESS_HEIGHT);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().add(Styles.SMALL);
    VBox.setVgrow(chart, Priority.ALWAYS);
    notes.setWrapText(true);
    notes.setMinHeight(USE_PREF_SIZE);
    notes.getStyleClass().add("run-notes");
    getChildren().setAll(header(), notes, progress, stats, chart);
    viewModel.runs().selectedProperty().subscribe(this::select);
    viewModel.facesChangedProperty().subscribe(this::showChanges);
    viewModel.runs().all().addListener((InvalidationListener) _ -> chart.rebuild());
    viewModel.runs().overlaid().addListener((InvalidationListener) _ -> chart.rebuild());
  }

  private HBox header() {
    name.getStyleClass().add(Styles.TITLE_3);
    state.getStyleClass().add(Styles.TEXT_MUTED);
    state.setMinWidth(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("labels-changed");
    retrain.setId("train-retrain");
    retrain.setMinWidth(Region.USE_PREF_SIZE);
    retrain.setTooltip(
        new Tooltip("Train once more with the same settings on the labels as they are now"));
    retrain.setOnAction(_ -> viewModel.retrain());
    retrain.disableProperty().bind(viewModel.canRetrain().not());
    resume.setId("train-resume");
    resume.setMinWidth(Region.USE_PREF_SIZE);
    resume.setTooltip(new Tooltip("Go on where the run ended, on the labels it learned from"));
    resume.setOnAction(_ -> viewModel.resume());
    resume.visibleProperty().bind(viewModel.canResume());
    resume.managedProperty().bind(resume.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(8, mark, name, state, gap, changes, resume, retrain);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void select(Optional<TrainingRun> selected) {
    runSubscription.unsubscribe();
    runSubscription = Subscription.EMPTY;
    selected.ifPresent(
        run -> {
          mark.getChildren().setAll(MarkIcon.ofModel(run.styleIndex()));
          chart.show(run);
          runSubscription =
              run.statusProperty()
                  .subscribe(this::onStatus)
                  .and(run.nameProperty().subscribe(name::setText));
          refresh.now();
        });
  }

  /** A change of phase is shown at once; the figures of each batch would only flicker. */
  private void onStatus(RunStatus before, RunStatus now) {
    if (before.phase() == now.phase()) {
      refresh.ask();
    } else {
      refresh.now();
    }
  }

  private void showSelected() {
    viewModel.runs().selectedProperty().get().ifPresent(run -> showStatus(run, run.status()));
  }

  private void showStatus(TrainingRun run, RunStatus status) {
    state.setText(run.config().model().displayName() + " · " + describe(run, status));
    showNotes(run);
    progress.setVisible(status.isLive());
    progress.setManaged(status.isLive());
    progress.setProgress(status.fraction());
    retrain.setVisible(!status.isLive());
    stats.show(run);
    chart.refresh();
  }

  private static String describe(TrainingRun run, RunStatus status) {
    return run.modelProperty()
        .get()
        .map(model -> describe(model.record().outcome()))
        .orElse(status.phase().toString());
  }

  private static String describe(RunRecord.Outcome outcome) {
    return switch (outcome) {
      case EPOCHS_DONE -> "all epochs done";
      case TIME_UP -> "time limit reached";
      case STOPPED -> "stopped, best kept";
      case PATIENCE_OVER -> "no longer better, best kept";
      case DIVERGED -> "diverged, best kept";
    };
  }

  private void showNotes(TrainingRun run) {
    String text =
        run.modelProperty()
            .get()
            .map(model -> String.join("\n", model.record().notes()))
            .orElse("");
    notes.setText(text);
    notes.setVisible(!text.isEmpty());
    notes.setManaged(!text.isEmpty());
  }

  private void showChanges(Number faces) {
    int count = faces.intValue();
    changes.setText(count == 0 ? "" : Readings.count(count, "face") + " corrected since this run");
    changes.setVisible(count > 0);
    retrain.getStyleClass().remove(Styles.ACCENT);
    if (count > 0) {
      retrain.getStyleClass().add(Styles.ACCENT);
    }
  }
}
