package org.keypointstudio.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.shell.Studio;
import org.keypointstudio.ui.shell.StudioPorts;
import org.keypointstudio.ui.shell.StudioWindow;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Uses the window for a long time and looks whether what it holds stays bounded. Without the system
 * property {@code soak.minutes} the script is done once, and nothing is measured.
 */
@ExtendWith(ApplicationExtension.class)
class SoakTest {
  private static final SoakScript.Effort LONG = new SoakScript.Effort(12, Duration.ofSeconds(4));
  private static final SoakScript.Effort ONCE = new SoakScript.Effort(3, Duration.ofSeconds(1));

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    FakeDialogs dialogs = new FakeDialogs();
    dialogs.willAgreeToLosses();
    StudioPorts ports = FakePorts.of(new DataSetFiles(), dialogs, home);
    Dl4jPredictorLoader loader = new Dl4jPredictorLoader();
    studio =
        new Studio(
            new StudioPorts(
                ports.store(),
                new Dl4jTrainer(),
                loader,
                ports.auditor(),
                ports.settings(),
                ports.dialogs(),
                workers,
                writer,
                ports.projects(),
                ports.journals(),
                ports.log(),
                ports.uiThread()),
            stage::hide);
    new StudioWindow(stage, studio).show();
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (ExecutorService pool : List.of(workers, writer)) {
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void what_the_program_holds_stays_bounded() throws IOException, InterruptedException {
    Optional<Duration> wanted =
        Optional.ofNullable(Long.getLong("soak.minutes")).map(Duration::ofMinutes);
    Path data = home.resolve("training.csv");
    Files.copy(Path.of("sample-data/training.csv"), data);
    SoakScript script = new SoakScript(studio, data, wanted.isPresent() ? LONG : ONCE);
    if (wanted.isEmpty()) {
      script.doRound(0);
      return;
    }
    List<Footprint> footprints = soak(script, wanted.get());
    SoakReport.write(Path.of(System.getProperty("soak.report", "target/soak.md")), footprints);

    for (Bound bound : Bound.values()) {
      assertThat(bound.holds(footprints))
          .as(
              "%s grows by %.1f an hour, and may by %.1f",
              bound.title(), bound.growth(footprints), bound.mostPerHour())
          .isTrue();
    }
  }

  private static List<Footprint> soak(SoakScript script, Duration wanted)
      throws IOException, InterruptedException {
    List<Footprint> footprints = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + wanted.toNanos();
    for (int round = 1; System.nanoTime() < end; round++) {
      script.doRound(round);
      double minutes = (System.nanoTime() - begin) / 60e9;
      footprints.add(Footprint.measure(minutes, round));
      System.out.println(footprints.getLast());
    }
    return footprints;
  }
}
