package org.keypointstudio.bench.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.Workspace;

/**
 * Shows the program's window in one size and measures each {@link Hand}. To be run in a process of
 * its own, with the pulse as fast as frames can be made.
 */
final class CanvasFrames {
  private static final int MODELS = 3;
  private static final int WARM_UP = 120;
  private static final int MEASURED = 600;

  /** Where frames are slow, fewer of them are made, so that a run comes to its end. */
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(3);

  private static final Duration LONGEST_MEASUREMENT = Duration.ofSeconds(9);

  /** Frames without work until the window has settled. */
  private static final int SETTLING = 30;

  private final Studio studio;
  private final Deque<Hand> hands = new ArrayDeque<>(List.of(Hand.values()));
  private final List<Double> times = new ArrayList<>();
  private int frame = -SETTLING;
  private long last;
  private long begun;
  private boolean warm;

  private CanvasFrames(Studio studio) {
    this.studio = studio;
  }

  /** Width and height of the window, in pixels; prints a line for each hand. */
  public static void main(String[] arguments) throws IOException, DataSetException {
    double width = Double.parseDouble(arguments[0]);
    double height = Double.parseDouble(arguments[1]);
    Path home = Files.createTempDirectory("canvas-benchmark");
    FaceDataSet faces = LandmarkFaces.in(home);
    Platform.startup(() -> show(faces, home, width, height));
  }

  private static void show(FaceDataSet faces, Path home, double width, double height) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Studio studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), () -> {});
    stage.setScene(studio.scene());
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    studio.session().open(OpenDataSet.of(faces));
    for (int model = 0; model < MODELS; model++) {
      studio.session().models().add(model(faces, model));
    }
    for (CanvasSwitch layer : List.of(CanvasSwitch.SKELETON, CanvasSwitch.ERRORS)) {
      studio.canvas().switchProperty(layer).set(true);
    }
    studio.workspaceProperty().set(Workspace.EDIT);
    CanvasFrames frames = new CanvasFrames(studio);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        frames.onFrame();
      }
    }.start();
  }

  private static ModelEntry model(FaceDataSet faces, int index) {
    RunRecord record =
        new RunRecord(
            RunRecord.FORMAT_VERSION,
            TrainingConfig.defaults(ModelKind.CNN),
            faces.schema().keypointNames(),
            96,
            96,
            faces.size(),
            List.of(),
            "0".repeat(64),
            Instant.EPOCH,
            1,
            List.of(),
            1,
            2,
            RunRecord.Outcome.EPOCHS_DONE,
            1_000,
            List.of(),
            Map.of());
    ModelEntry entry = new ModelEntry("cnn %d".formatted(index), Path.of("run"), record, index);
    List<Annotation> predicted = LandmarkFaces.predicted(faces, index);
    entry.predictionsProperty().set(Optional.of(new PredictionSet(entry.name(), predicted)));
    return entry;
  }

  private void onFrame() {
    long now = System.nanoTime();
    if (warm) {
      times.add((now - last) / 1e6);
    }
    last = now;
    Node canvas = studio.scene().getRoot().lookup(".face-canvas");
    Hand hand = hands.element();
    if (frame == 0) {
      hand.prepare(studio);
      hand.press(studio, canvas);
      begun = now;
    } else if (!warm && (frame > WARM_UP || isOver(LONGEST_WARM_UP, frame))) {
      hand.drag(studio, canvas, frame);
      warm = true;
      begun = now;
    } else if (warm && (times.size() >= MEASURED || isOver(LONGEST_MEASUREMENT, frame))) {
      hand.release(studio, canvas, frame);
      report(hands.remove(), canvas);
      frame = -SETTLING;
      warm = false;
      if (hands.isEmpty()) {
        System.exit(0);
      }
    } else if (frame > 0) {
      hand.drag(studio, canvas, frame);
    }
    frame++;
  }

  private boolean isOver(Duration longest, int atFrame) {
    return atFrame > 0 && last - begun > longest.toNanos();
  }

  private void report(Hand hand, Node canvas) {
    FrameTimes measured = new FrameTimes(times);
    times.clear();
    System.out.printf(
        Locale.ROOT,
        "frames\t%s\t%.0f × %.0f\t%.2f\t%.2f\t%.2f\t%.4f%n",
        hand.name(),
        canvas.getLayoutBounds().getWidth(),
        canvas.getLayoutBounds().getHeight(),
        measured.quantile(0.5),
        measured.quantile(0.99),
        measured.worst(),
        measured.inTime());
  }
}
