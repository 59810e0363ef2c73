package org.keypointstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

/** A training whose program is killed, as a power cut or {@code kill -9} does. */
class KilledTrainingTest {
  private static final int FACES = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leave_no_process_behind() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void a_killed_training_leaves_the_labels_alone_and_a_run_that_goes_on()
      throws IOException, InterruptedException, TrainingException {
    List<String> lines = Files.readAllLines(Path.of("sample-data/training.csv"));
    Path data = Files.write(folder.resolve("training.csv"), lines.subList(0, FACES + 1));
    byte[] labels = Files.readAllBytes(data);
    Path run = folder.resolve("runs/run");

    Process training = startTraining(data, run);
    waitFor(run.resolve("best.checkpoint"), training);
    RunStore.Listing whileItTrains = new RunStore(folder.resolve("runs")).list();
    kill(training);
    RunStore.Listing afterwards = new RunStore(folder.resolve("runs")).list();

    assertThat(data).hasBinaryContent(labels);
    assertThat(whileItTrains.runs()).isEmpty();
    assertThat(whileItTrains.interrupted()).isEmpty();
    assertThat(afterwards.runs()).isEmpty();
    assertThat(afterwards.problems()).isEmpty();
    assertThat(afterwards.interrupted())
        .extracting(RunStore.InterruptedRun::path)
        .containsExactly(run);
    assertThat(resumeForOneStep(data, run).outcome()).isEqualTo(RunRecord.Outcome.STOPPED);
    assertThat(new RunFolder(run).readModel().schema().size()).isEqualTo(15);
  }

  private Process startTraining(Path data, Path run) throws IOException {
    Process training =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@packaging/launch/jvm.options",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "train",
                "--data=" + data,
                "--model=sequential",
                "--epochs=1000000",
                "--batch=4",
                "--out=" + run)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(folder.resolve("training.log").toFile()))
            .start();
    started.add(training);
    return training;
  }

  private void waitFor(Path file, Process training) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      assertThat(training.isAlive() && System.nanoTime() < end)
          .as(Files.readString(folder.resolve("training.log")))
          .isTrue();
      Thread.sleep(20);
    }
  }

  private static void kill(Process training) throws InterruptedException {
    training.destroyForcibly();
    assertThat(training.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static RunRecord resumeForOneStep(Path data, Path run)
      throws IOException, TrainingException {
    FaceDataSet dataSet = new DataSetFiles().open(data, TaskContext.unattended());
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    for (int i = 0; i < dataSet.size(); i++) {
      images.add(dataSet.image(i));
      annotations.add(dataSet.annotation(i));
    }
    TrainingControl control = new TrainingControl(new CancelToken());
    control.stopAndKeepBest();
    return new Dl4jTrainer()
        .resume(
            run,
            new TrainingFaces(dataSet.schema(), images, annotations),
            new TrainingListener() {},
            control);
  }
}
