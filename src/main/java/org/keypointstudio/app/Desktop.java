package org.keypointstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.keypointstudio.dataset.DataSetStore;
import org.keypointstudio.prediction.FeatureExtractor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.audit.Auditor;
import org.keypointstudio.project.journal.JournalFolders;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.shipped.ShippedData;
import org.keypointstudio.project.shipped.ShippedModels;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.ui.dialog.FxDialogService;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioPorts;
import org.keypointstudio.ui.shell.StudioWindow;
import org.keypointstudio.ui.shell.WindowIcons;
import org.keypointstudio.ui.thread.FxUiThread;
import org.keypointstudio.ui.tour.Tour;
import org.keypointstudio.ui.tour.TourException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the window, for a person or for the tour. JavaFX starts with the first call. */
final class Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  private static final long MOST_SECONDS_TO_TIDY_UP = 10;

  private final DataSetStore store;
  private final Trainer trainer;
  private final PredictorLoader loader;
  private final FeatureExtractor extractor;
  private final Auditor auditor;
  private final Path home;

  /** Held here, since a logger that nobody holds forgets its level. */
  private final java.util.logging.Logger javafxLog = java.util.logging.Logger.getLogger("javafx");

  /**
   * A desktop.
   *
   * @param home the folder of settings, logs, and of what cannot be written beside its data
   */
  Desktop(
      DataSetStore store,
      Trainer trainer,
      PredictorLoader loader,
      FeatureExtractor extractor,
      Auditor auditor,
      Path home) {
    this.store = store;
    this.trainer = trainer;
    this.loader = loader;
    this.extractor = extractor;
    this.auditor = auditor;
    this.home = home;
    // JavaFX warns at each start that it is on the class path, where it is on purpose.
    javafxLog.setLevel(java.util.logging.Level.SEVERE);
  }

  /** Shows the window until the person closes it, with a data set if one is given. */
  void open(Optional<Path> data) throws InterruptedException {
    LogFile.attach(home.resolve("keypoint-studio.log"));
    CountDownLatch closed = new CountDownLatch(1);
    start(
        window -> data.ifPresent(path -> window.studio().files().open(path)),
        closed::countDown,
        home.resolve("settings.json"),
        path -> ProjectFolder.of(path, home),
        (path, project) ->
            JournalFolders.of(path, project, home, Path.of(System.getProperty("java.io.tmpdir"))));
    closed.await();
    Platform.exit();
  }

  /**
   * Does the tour in a window of the data set.
   *
   * @param guide whether to go through what only the user guide shows, too
   * @param report takes a sentence about each stage
   * @throws TourException if a stage fails for a reason that a person can mend
   */
  void tour(Path data, Path pictures, Duration trainingTime, boolean guide, Consumer<String> report)
      throws TourException, IOException, InterruptedException {
    AtomicReference<StudioWindow> shown = new AtomicReference<>();
    // The tour leaves nothing beside the data, and finds nothing of an earlier tour.
    ProjectFolder project =
        new ProjectFolder(pictures.resolve("project-%s".formatted(UUID.randomUUID())));
    Semaphore ready = new Semaphore(0);
    start(
        window -> {
          shown.set(window);
          ready.release();
        },
        () -> {},
        pictures.resolve("settings.json"),
        _ -> project,
        (_, folder) -> List.of(folder.journal()));
    ready.acquire();
    Tour.Plan plan = new Tour.Plan(data, pictures, trainingTime, guide);
    try {
      new Tour(shown.get().studio(), new FxUiThread(), plan, report).run();
    } finally {
      Platform.exit();
    }
  }

  /**
   * Makes the window, on its thread.
   *
   * @throws IllegalStateException if the window cannot be made
   */
  private void start(
      Consumer<StudioWindow> onShown,
      Runnable onClosed,
      Path settingsFile,
      Function<Path, ProjectFolder> projects,
      BiFunction<Path, ProjectFolder, List<Path>> journals) {
    ExecutorService workers = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    ExecutorService writer = Executors.newSingleThreadExecutor();
    SessionLog log = SessionLog.attach();
    CompletableFuture<Boolean> made = new CompletableFuture<>();
    Runnable making =
        () -> {
          Stage stage = new Stage();
          StudioPorts ports =
              new StudioPorts(
                  store,
                  trainer,
                  loader,
                  extractor,
                  auditor,
                  new SettingsStore(settingsFile),
                  new FxDialogService(stage),
                  workers,
                  writer,
                  projects,
                  path -> journals.apply(path, projects.apply(path)),
                  log::lines,
                  ShippedModels.ofProgram(home),
                  ShippedData.of(
                      Optional.ofNullable(System.getProperty("keypointstudio.samples")),
                      Path.of("").toAbsolutePath(),
                      home),
                  new FxUiThread());
          Studio studio = new Studio(ports, stage::hide);
          keepGoingAfterBugs(studio);
          StudioWindow window = new StudioWindow(stage, studio);
          stage.setOnHidden(
              _ -> {
                studio.end();
                endAfter(writer, onClosed);
              });
          window.show();
          workers.execute(() -> showIcon(stage));
          onShown.accept(window);
        };
    Platform.startup(() -> complete(made, making));
    awaitMade(made);
  }

  private static void complete(CompletableFuture<Boolean> made, Runnable making) {
    try {
      making.run();
      made.complete(true);
    } catch (RuntimeException | Error problem) {
      made.completeExceptionally(problem);
    }
  }

  /** Nobody would ever close a window that is not there. */
  private static void awaitMade(CompletableFuture<Boolean> made) {
    try {
      made.join();
    } catch (CompletionException problem) {
      LOG.error("The window could not be made", problem.getCause());
      Platform.exit();
      throw new IllegalStateException("the window could not be made", problem.getCause());
    }
  }

  /** The window does not wait for its icon. */
  private static void showIcon(Stage stage) {
    List<Image> sizes = WindowIcons.read();
    Platform.runLater(() -> stage.getIcons().setAll(sizes));
  }

  /** Lets the last writes come to their end first, unless a disk does not answer. */
  private static void endAfter(ExecutorService writer, Runnable onClosed) {
    writer.execute(onClosed);
    writer.shutdown();
    CompletableFuture.delayedExecutor(MOST_SECONDS_TO_TIDY_UP, TimeUnit.SECONDS).execute(onClosed);
  }

  /** A bug is written to the log and told to the person; the program goes on. */
  private static void keepGoingAfterBugs(Studio studio) {
    FxUiThread uiThread = new FxUiThread();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, bug) -> {
          LOG.error("Uncaught in {}", thread.getName(), bug);
          uiThread.execute(() -> studio.reports().happened(bug));
        });
  }
}
