package org.keypointstudio.cli;

import java.io.PrintWriter;
import org.keypointstudio.training.TrainingListener;

/** Tells of a run: a bar that moves on a terminal, and a line per epoch. */
final class TrainingReport implements TrainingListener {
  private static final int BAR_WIDTH = 20;

  private final PrintWriter out;
  private final ProgressLine line;

  TrainingReport(PrintWriter out, boolean terminal) {
    this.out = out;
    this.line = new ProgressLine(out, terminal);
  }

  @Override
  public void onStart(Start start) {
    print(
        "%,d faces to learn from, %,d to judge by; %,d weights"
            .formatted(start.trainingFaces(), start.validationFaces(), start.parameters()));
  }

  @Override
  public void onBatch(Batch batch) {
    int filled = (int) Math.round(Math.clamp(batch.fractionDone(), 0, 1) * BAR_WIDTH);
    line.show(
        "[%s%s] %3.0f %%  epoch %d  loss %.3f px  %,.0f faces/s  ETA %s"
            .formatted(
                "#".repeat(filled),
                "-".repeat(BAR_WIDTH - filled),
                100 * batch.fractionDone(),
                batch.epoch(),
                batch.rmse(),
                batch.facesPerSecond(),
                duration(batch.remainingSeconds())));
  }

  @Override
  public void onEpoch(Epoch epoch) {
    print(
        "epoch %3d  training RMSE %7.3f px  validation RMSE %7.3f px%s  %,.0f faces/s  %s"
            .formatted(
                epoch.epoch(),
                epoch.trainingRmse(),
                epoch.validationRmse(),
                epoch.best() ? " *" : "  ",
                epoch.facesPerSecond(),
                duration(epoch.elapsedSeconds())));
  }

  @Override
  public void onNotice(String sentence) {
    print(sentence);
  }

  /** Takes the bar away. */
  void finish() {
    line.clear();
  }

  private void print(String text) {
    line.clear();
    out.println(text);
    out.flush();
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }
}
