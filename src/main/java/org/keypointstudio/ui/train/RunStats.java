package org.keypointstudio.ui.train;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.keypointstudio.training.TrainingListener;

/** How far a run has come, in numbers. */
final class RunStats extends GridPane {
  private final StatTile best = new StatTile("Best validation RMSE");
  private final StatTile validation = new StatTile("Latest validation RMSE");
  private final StatTile training = new StatTile("Training RMSE");
  private final StatTile epoch = new StatTile("Epoch");
  private final StatTile learningRate = new StatTile("Learning rate");
  private final StatTile speed = new StatTile("Faces/s");
  private final StatTile elapsed = new StatTile("Elapsed");
  private final StatTile remaining = new StatTile("Remaining");

  RunStats() {
    getStyleClass().add("run-stats");
    addRow(0, best, validation, training, epoch);
    addRow(1, learningRate, speed, elapsed, remaining);
    for (int column = 0; column < 4; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(25);
      equal.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(equal);
    }
  }

  void show(TrainingRun run) {
    RunStatus status = run.status();
    best.show(
        Readings.pixels(
            status.best().map(TrainingListener.Epoch::validationRmse).orElse(Double.NaN)));
    validation.show(
        Readings.pixels(
            status.epoch().map(TrainingListener.Epoch::validationRmse).orElse(Double.NaN)));
    training.show(
        Readings.pixels(
            status.epoch().map(TrainingListener.Epoch::trainingRmse).orElse(Double.NaN)));
    epoch.show("%d of %d".formatted(status.epochNumber(), run.config().maxEpochs()));
    epoch.explain("Step " + Readings.count(status.stepNumber()));
    learningRate.show(
        status.epoch().map(TrainingListener.Epoch::learningRate).map(Readings::rate).orElse("–"));
    learningRate.explain("At the end of the latest epoch");
    double facesPerSecond =
        status.isLive()
            ? status.batch().map(TrainingListener.Batch::facesPerSecond).orElse(Double.NaN)
            : status.epoch().map(TrainingListener.Epoch::facesPerSecond).orElse(Double.NaN);
    speed.show(Double.isFinite(facesPerSecond) ? Readings.count(Math.round(facesPerSecond)) : "–");
    elapsed.show(Readings.duration(status.elapsedSeconds()));
    remaining.show(
        status.isLive()
            ? Readings.duration(
                status.batch().map(TrainingListener.Batch::remainingSeconds).orElse(Double.NaN))
            : "–");
  }
}
