package org.keypointstudio.ui.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.export.MovingPicture;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.Workspace;

/**
 * The stages that only the user guide shows: finding faces, ghosts, an audit, statistics. Of all
 * pictures it makes one that moves.
 */
final class GuideStages {
  private static final Duration LONGEST_AUDIT = Duration.ofMinutes(20);
  private static final Duration LONGEST_MEASURING = Duration.ofSeconds(20);
  private static final String SEARCH = "missing:nose_tip or labelled<10";
  private static final int SCREEN_WIDTH = 960;
  private static final Duration SHOWN = Duration.ofMillis(2500);

  private final Studio studio;
  private final StudioSession session;
  private final WindowDriver driver;
  private final Path pictures;
  private final Consumer<String> report;

  GuideStages(Studio studio, WindowDriver driver, Path pictures, Consumer<String> report) {
    this.studio = studio;
    this.session = studio.session();
    this.driver = driver;
    this.pictures = pictures;
    this.report = report;
  }

  /** Goes through them, with the models that were trained before. */
  void run() throws IOException, InterruptedException {
    find();
    ghosts();
    audit();
    statistics();
    move();
  }

  private void find() throws IOException, InterruptedException {
    driver.perform(
        () -> {
          studio.workspaceProperty().set(Workspace.BROWSE);
          search(SEARCH);
        });
    int all = driver.ask(() -> session.openDataSet().orElseThrow().dataSet().size());
    long end = System.nanoTime() + LONGEST_MEASURING.toNanos();
    driver.waitUntil(() -> session.shownFaces().size() < all || System.nanoTime() > end);
    report.accept(
        "%d faces fit %s.".formatted(driver.ask(() -> session.shownFaces().size()), SEARCH));
    picture("9-find");
    driver.perform(() -> search(""));
    driver.waitUntil(() -> session.shownFaces().size() == all || System.nanoTime() > end);
  }

  private void search(String words) {
    if (studio.scene().lookup("#face-search") instanceof TextInputControl field) {
      field.setText(words);
    }
  }

  private void ghosts() throws IOException, InterruptedException {
    driver.perform(
        () -> {
          studio.workspaceProperty().set(Workspace.EDIT);
          studio.canvas().switchProperty(CanvasSwitch.ERRORS).set(false);
          studio.canvas().switchProperty(CanvasSwitch.PREDICTIONS).set(false);
          studio.ghosts().shownProperty().set(true);
          session.selectedFaceProperty().set(faceWithGaps());
        });
    picture("10-ghosts");
    driver.perform(() -> studio.canvas().switchProperty(CanvasSwitch.PREDICTIONS).set(true));
  }

  /** The face with the most missing keypoints among those that have some. */
  private int faceWithGaps() {
    List<Annotation> annotations = session.openDataSet().orElseThrow().document().snapshot();
    int best = session.selectedFaceProperty().get();
    for (int face = 0; face < annotations.size(); face++) {
      boolean begun = annotations.get(face).placedCount() > 0;
      if (begun
          && annotations.get(face).unlabelledCount() > annotations.get(best).unlabelledCount()) {
        best = face;
      }
    }
    return best;
  }

  private void audit() throws IOException, InterruptedException {
    driver.perform(
        () -> {
          studio.workspaceProperty().set(Workspace.AUDIT);
          studio.auditing().run().foldsProperty().set(2);
          studio.auditing().run().minutesProperty().set(1);
          studio.auditing().start();
        });
    long end = System.nanoTime() + LONGEST_AUDIT.toNanos();
    driver.waitUntil(() -> !studio.auditing().queue().isEmpty() || System.nanoTime() > end);
    report.accept(
        "The audit suspects %d labels."
            .formatted(driver.ask(() -> studio.auditing().queue().size())));
    picture("11-audit");
  }

  private void statistics() throws IOException, InterruptedException {
    driver.perform(() -> studio.workspaceProperty().set(Workspace.STATISTICS));
    long end = System.nanoTime() + LONGEST_MEASURING.toNanos();
    driver.waitUntil(() -> studio.tasks().running().isEmpty() || System.nanoTime() > end);
    picture("12-statistics");
  }

  private void move() throws IOException {
    List<Path> stages;
    try (Stream<Path> files = Files.list(pictures)) {
      stages =
          files
              .filter(file -> file.getFileName().toString().matches("\\d+-.*\\.png"))
              .sorted((a, b) -> Integer.compare(number(a), number(b)))
              .toList();
    }
    Path file = pictures.resolve("tour.gif");
    new MovingPicture(SCREEN_WIDTH, SHOWN).write(stages, file);
    report.accept("All of them, one after the other: %s.".formatted(file));
  }

  private static int number(Path picture) {
    String name = picture.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }

  private void picture(String name) throws IOException, InterruptedException {
    driver.picture(pictures.resolve(name + ".png"));
  }
}
