package org.keypointstudio.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.ViewTransform;
import org.keypointstudio.ui.notification.Notification;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.Workspace;
import org.keypointstudio.ui.thread.UiThread;

/**
 * Does the main job in a window as a person would, and writes a picture of each stage: opens a data
 * set, goes through faces, drags a keypoint, places a missing one, takes both back, trains two
 * networks, and compares them. The data set on disk stays as it is.
 */
public final class Tour {
  private static final Duration LONGEST_OPENING = Duration.ofMinutes(2);
  private static final Duration LONGEST_COMPARING = Duration.ofSeconds(20);
  private static final int KEYPOINTS_FOR_A_GOOD_LOOK = 8;

  private final Studio studio;
  private final StudioSession session;
  private final WindowDriver driver;
  private final Plan plan;
  private final Consumer<String> report;

  /**
   * What the tour does.
   *
   * @param data the data set to open
   * @param pictures where the pictures go
   * @param trainingTime for the CNN; the fully connected network gets a third of it
   * @param guide whether to go through what only the user guide shows, too
   */
  public record Plan(Path data, Path pictures, Duration trainingTime, boolean guide) {}

  /**
   * A tour through a window that is shown.
   *
   * @param report takes a sentence about each stage
   */
  public Tour(Studio studio, UiThread uiThread, Plan plan, Consumer<String> report) {
    this.studio = studio;
    this.session = studio.session();
    this.driver = new WindowDriver(studio.scene(), uiThread);
    this.plan = plan;
    this.report = report;
  }

  /**
   * Does it all. Not to be called on the window's thread.
   *
   * @throws TourException if a stage fails for a reason that a person can mend
   * @throws IOException if a picture cannot be written
   */
  public void run() throws TourException, IOException, InterruptedException {
    open();
    stepThroughFaces();
    correct();
    // A step of the fully connected network is cheap, so that it settles in a fraction of the time.
    train(ModelKind.SEQUENTIAL, plan.trainingTime().dividedBy(3), "5-train-sequential");
    train(ModelKind.CNN, plan.trainingTime(), "6-train-cnn");
    compare();
    if (plan.guide()) {
      new GuideStages(studio, driver, plan.pictures(), report).run();
    }
    report.accept("The pictures are in %s.".formatted(plan.pictures()));
  }

  private void open() throws TourException, IOException, InterruptedException {
    driver.perform(() -> studio.files().open(plan.data()));
    long end = System.nanoTime() + LONGEST_OPENING.toNanos();
    driver.waitUntil(
        () ->
            System.nanoTime() > end || session.openDataSet().isPresent() || problem().isPresent());
    failIfProblem();
    report.accept(driver.ask(this::describeDataSet));
    picture("1-browse");
  }

  private String describeDataSet() {
    return session
        .openDataSet()
        .map(
            open ->
                "Opened %s: %,d faces with %d keypoints."
                    .formatted(
                        open.dataSet().path().getFileName(),
                        open.dataSet().size(),
                        open.dataSet().schema().size()))
        .orElse("Nothing was opened.");
  }

  private Optional<String> problem() {
    return studio.notifications().shown().stream()
        .filter(shown -> shown.kind() == Notification.Kind.PROBLEM)
        .map(Notification::message)
        .findFirst();
  }

  private void failIfProblem() throws TourException, InterruptedException {
    Optional<String> problem = driver.ask(this::problem);
    if (problem.isPresent()) {
      throw new TourException(problem.get());
    }
  }

  private void stepThroughFaces() throws IOException, InterruptedException {
    driver.perform(() -> studio.workspaceProperty().set(Workspace.EDIT));
    for (int step = 0; step < 3; step++) {
      driver.settle();
      driver.perform(() -> session.stepFace(1));
    }
    driver.perform(
        () ->
            session
                .selectedFaceProperty()
                .set(findFace(points -> points.placedCount() >= KEYPOINTS_FOR_A_GOOD_LOOK)));
    driver.perform(() -> studio.canvas().switchProperty(CanvasSwitch.SKELETON).set(true));
    picture("2-edit");
    driver.perform(() -> studio.canvas().switchProperty(CanvasSwitch.SKELETON).set(false));
  }

  /** The first face of that kind after the selected one, or the selected one if there is none. */
  private int findFace(Predicate<Annotation> wanted) {
    int selected = session.selectedFaceProperty().get();
    List<Annotation> annotations =
        session.openDataSet().map(open -> open.document().snapshot()).orElse(List.of());
    for (int step = 1; step <= annotations.size(); step++) {
      int face = (selected + step) % annotations.size();
      if (wanted.test(annotations.get(face))) {
        return face;
      }
    }
    return selected;
  }

  private void correct() throws TourException, IOException, InterruptedException {
    int keypoint = driver.ask(this::firstPlacedKeypoint);
    if (keypoint == StudioSession.NONE) {
      report.accept("The face has no keypoint that could be dragged.");
      return;
    }
    Node canvas = driver.ask(() -> studio.scene().getRoot().lookup(".face-canvas"));
    Point2D from = driver.ask(() -> onCanvas(keypoint));
    driver.drag(canvas, from, from.add(24, -16));
    report.accept("Dragged a keypoint: %s.".formatted(driver.ask(this::lastStep)));
    picture("3-correct");
    driver.perform(() -> studio.undoAll());
    placeMissing();
  }

  private int firstPlacedKeypoint() {
    Annotation annotation = session.selectedAnnotation().orElse(Annotation.unlabelled(0));
    for (int keypoint = annotation.size() - 1; keypoint >= 0; keypoint--) {
      if (annotation.isPlaced(keypoint)) {
        return keypoint;
      }
    }
    return StudioSession.NONE;
  }

  private Point2D onCanvas(int keypoint) {
    Keypoint point = session.selectedAnnotation().orElseThrow().keypoint(keypoint);
    ViewTransform transform = studio.canvas().transformProperty().get();
    return new Point2D(transform.toCanvasX(point.x()), transform.toCanvasY(point.y()));
  }

  private String lastStep() {
    return session
        .openDataSet()
        .map(OpenDataSet::document)
        .map(document -> document.history().getLast().describe(document.schema()))
        .orElse("");
  }

  private void placeMissing() throws IOException, InterruptedException {
    driver.perform(
        () -> {
          session.selectedFaceProperty().set(findFace(points -> points.unlabelledCount() > 0));
          studio.editing().selectNextMissing();
        });
    driver.settle();
    picture("4-place-missing");
    driver.perform(() -> studio.editing().escape());
  }

  private void train(ModelKind kind, Duration time, String picture)
      throws TourException, IOException, InterruptedException {
    int before = driver.ask(() -> session.models().size());
    driver.perform(
        () -> {
          studio.workspaceProperty().set(Workspace.TRAIN);
          studio
              .training()
              .configuration()
              .set(TrainingConfig.defaults(kind).withMaxDuration(time));
          studio.training().train();
        });
    driver.waitUntil(() -> isTrained(before) || problem().isPresent());
    failIfProblem();
    ModelEntry model = driver.ask(() -> session.models().getLast());
    report.accept(
        "Trained %s for %.0f s: %.2f px RMSE on %,d held-out faces."
            .formatted(
                model.name(),
                model.record().seconds(),
                model.record().bestValidationRmse(),
                model.record().validationRows().size()));
    picture(picture);
  }

  private boolean isTrained(int before) {
    return session.models().size() > before
        && session.models().getLast().predictionsProperty().get().isPresent();
  }

  private void compare() throws IOException, InterruptedException {
    driver.perform(() -> studio.workspaceProperty().set(Workspace.COMPARE));
    // The first of the faces that no model has learned from, once they are known.
    long end = System.nanoTime() + LONGEST_COMPARING.toNanos();
    driver.waitUntil(() -> !studio.comparing().faces().isEmpty() || System.nanoTime() > end);
    driver.perform(() -> studio.comparing().step(1));
    picture("7-compare");
    driver.perform(
        () -> {
          studio.canvas().switchProperty(CanvasSwitch.ERRORS).set(true);
          studio.workspaceProperty().set(Workspace.EDIT);
        });
    picture("8-predictions");
  }

  private void picture(String name) throws IOException, InterruptedException {
    driver.picture(plan.pictures().resolve(name + ".png"));
  }
}
