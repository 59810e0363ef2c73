package org.keypointstudio.ui.train;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.keypointstudio.training.TrainingListener;

/** The present run in one line, for places outside the Train workspace. */
public final class TrainingSummary {
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  TrainingSummary() {}

  void show(String name, RunStatus status) {
    running.set(status.isLive());
    fraction.set(status.fraction());
    text.set(status.isLive() ? describe(name, status) : "");
  }

  void clear() {
    running.set(false);
    fraction.set(0);
    text.set("");
  }

  private static String describe(String name, RunStatus status) {
    StringBuilder line = new StringBuilder(name);
    if (status.phase() != RunPhase.TRAINING || status.batch().isEmpty()) {
      return line.append(" · ").append(status.phase()).toString();
    }
    line.append(" · epoch ").append(status.epochNumber());
    status
        .best()
        .ifPresent(best -> line.append(" · ").append(Readings.pixels(best.validationRmse())));
    status
        .batch()
        .map(TrainingListener.Batch::remainingSeconds)
        .filter(Double::isFinite)
        .ifPresent(left -> line.append(" · ").append(Readings.duration(left)).append(" left"));
    return line.toString();
  }

  /** Whether a run is going on. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The finished share, 0 to 1. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** "cnn 2 · epoch 12 · 3.21 px · 3:10 left"; empty while no run is going on. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
