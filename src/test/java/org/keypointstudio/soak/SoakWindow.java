package org.keypointstudio.soak;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioPorts;
import org.keypointstudio.ui.shell.StudioWindow;

/** The program's window with everything behind it, and dialogs that agree to everything. */
final class SoakWindow {
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final Studio studio;

  /**
   * Starts JavaFX and shows the window. TestFX is not asked, since it keeps every event that it has
   * seen, and with them what they happened to.
   *
   * @param home takes the settings, and what belongs to data sets
   */
  static SoakWindow open(Path home) {
    CompletableFuture<SoakWindow> window = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            window.complete(new SoakWindow(new Stage(), home));
          } catch (RuntimeException problem) {
            window.completeExceptionally(problem);
          }
        });
    return window.join();
  }

  private SoakWindow(Stage stage, Path home) {
    FakeDialogs dialogs = new FakeDialogs();
    dialogs.willAgreeToLosses();
    StudioPorts ports = FakePorts.of(new DataSetFiles(), dialogs, home);
    studio =
        new Studio(
            new StudioPorts(
                ports.store(),
                new Dl4jTrainer(),
                new Dl4jPredictorLoader(),
                ports.extractor(),
                ports.auditor(),
                ports.settings(),
                ports.dialogs(),
                workers,
                writer,
                ports.projects(),
                ports.journals(),
                ports.log(),
                ports.models(),
                ports.samples(),
                ports.uiThread()),
            stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  Studio studio() {
    return studio;
  }

  /** Waits for the last work to end. */
  void end() throws InterruptedException {
    for (ExecutorService pool : List.of(workers, writer)) {
      pool.shutdown();
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The background does not come to its end");
      }
    }
  }
}
