package org.keypointstudio.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.settings.UserSettings.Theme;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.compare.PaneLayout;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.Workspace;
import org.keypointstudio.ui.thread.FxUiThread;
import org.keypointstudio.ui.tour.WindowDriver;
import org.keypointstudio.ui.train.TrainingRun;

/** What a person does in a day, as fast as the window can. */
final class SoakScript {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RUNS_TO_KEEP = 2;

  private final Studio studio;
  private final StudioSession session;
  private final WindowDriver driver;
  private final Path data;
  private final Effort effort;
  private final Random random = new Random(11);

  /**
   * How much of everything is done in a round.
   *
   * @param faces to look at in each workspace
   * @param training the longest time of a run
   */
  record Effort(int faces, Duration training) {}

  /** A script for a window that is shown. */
  SoakScript(Studio studio, Path data, Effort effort) {
    this.studio = studio;
    this.session = studio.session();
    this.driver = new WindowDriver(studio.scene(), new FxUiThread());
    this.data = data;
    this.effort = effort;
  }

  /** Does all of it once, from a window without a data set to one without a data set. */
  void doRound(int number) throws InterruptedException {
    driver.perform(() -> studio.themeProperty().set(number % 2 == 0 ? Theme.LIGHT : Theme.DARK));
    driver.perform(() -> studio.files().open(data));
    await("the data set is open", () -> session.openDataSet().isPresent());
    awaitQuiet();
    browse();
    edit();
    save();
    train(number % 2 == 0 ? ModelKind.SEQUENTIAL : ModelKind.CNN);
    compare();
    look(Workspace.AUDIT);
    deleteOlderRuns();
    driver.perform(() -> studio.files().close());
    await("the data set is closed", () -> session.openDataSet().isEmpty());
    awaitQuiet();
  }

  private void look(Workspace workspace) throws InterruptedException {
    driver.perform(() -> studio.workspaceProperty().set(workspace));
    driver.settle();
  }

  private void browse() throws InterruptedException {
    look(Workspace.BROWSE);
    for (FaceFilter filter : FaceFilter.values()) {
      driver.perform(() -> session.filterProperty().set(filter));
      driver.settle();
    }
    driver.perform(() -> session.filterProperty().set(FaceFilter.ALL));
    for (int step = 0; step < effort.faces(); step++) {
      driver.perform(
          () -> session.selectedFaceProperty().set(random.nextInt(session.shownFaces().size())));
      driver.settle();
    }
    look(Workspace.STATISTICS);
    awaitQuiet();
  }

  private void edit() throws InterruptedException {
    look(Workspace.EDIT);
    for (int step = 0; step < effort.faces(); step++) {
      driver.perform(
          () -> session.selectedFaceProperty().set(random.nextInt(session.shownFaces().size())));
      driver.settle();
      dragSomeKeypoint();
      boolean takeBack = step % 3 == 0;
      driver.perform(
          () -> {
            studio.ghosts().acceptFace();
            studio.canvas().brightnessProperty().set(random.nextDouble() - 0.5);
            studio.canvas().zoom(random.nextInt(3) - 1);
            if (takeBack) {
              studio.undoAll();
            }
          });
    }
    driver.perform(
        () -> {
          studio.canvas().resetTone();
          studio.canvas().fit();
        });
  }

  private void dragSomeKeypoint() throws InterruptedException {
    Annotation annotation =
        driver.ask(() -> session.selectedAnnotation().orElse(Annotation.unlabelled(0)));
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      if (annotation.isPlaced(keypoint)) {
        Keypoint point = annotation.keypoint(keypoint);
        Node canvas = driver.ask(() -> studio.scene().getRoot().lookup(".face-canvas"));
        ViewTransform transform = driver.ask(() -> studio.canvas().transformProperty().get());
        Point2D from = new Point2D(transform.toCanvasX(point.x()), transform.toCanvasY(point.y()));
        double way = random.nextInt(7) - 3;
        driver.drag(canvas, from, from.add(way, -way));
        return;
      }
    }
  }

  private void save() throws InterruptedException {
    driver.perform(() -> studio.files().save());
    await("the changes are saved", () -> !session.dirtyProperty().get());
    awaitQuiet();
  }

  private void train(ModelKind kind) throws InterruptedException {
    look(Workspace.TRAIN);
    int before = driver.ask(() -> session.models().size());
    driver.perform(
        () -> {
          studio
              .training()
              .configuration()
              .set(TrainingConfig.defaults(kind).withMaxDuration(effort.training()));
          studio.training().train();
        });
    await(
        "the model is trained",
        () ->
            session.models().size() > before
                && session.models().getLast().predictionsProperty().get().isPresent());
    awaitQuiet();
  }

  private void compare() throws InterruptedException {
    look(Workspace.COMPARE);
    awaitQuiet();
    for (PaneLayout layout : PaneLayout.values()) {
      driver.perform(() -> studio.comparing().layoutProperty().set(layout));
      for (int step = 0; step < effort.faces() / 3; step++) {
        driver.perform(() -> studio.comparing().step(1));
        driver.settle();
      }
    }
    for (int turn = 0; turn < 2; turn++) {
      driver.perform(
          () -> ((ToggleButton) studio.scene().getRoot().lookup("#compare-figures")).fire());
      driver.settle();
      awaitQuiet();
    }
    driver.perform(() -> studio.comparing().layoutProperty().set(PaneLayout.SIDE_BY_SIDE));
  }

  private void deleteOlderRuns() throws InterruptedException {
    driver.perform(
        () -> {
          List<TrainingRun> runs = List.copyOf(studio.training().runs().all());
          if (runs.size() > RUNS_TO_KEEP) {
            studio.training().runs().delete(runs.subList(RUNS_TO_KEEP, runs.size()));
          }
        });
    awaitQuiet();
  }

  private void awaitQuiet() throws InterruptedException {
    await("the background is quiet", () -> studio.tasks().running().isEmpty());
    driver.settle();
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    driver.waitUntil(
        () ->
            condition.getAsBoolean()
                || System.nanoTime() > end
                || problems().findAny().isPresent());
    List<String> problems = driver.ask(() -> problems().toList());
    if (!problems.isEmpty() || !driver.ask(condition::getAsBoolean)) {
      throw new AssertionError("It did not come about that %s: %s".formatted(what, problems));
    }
  }

  private Stream<String> problems() {
    return studio.notifications().shown().stream()
        .filter(shown -> shown.kind() == Notification.Kind.PROBLEM)
        .map(Notification::message);
  }
}
