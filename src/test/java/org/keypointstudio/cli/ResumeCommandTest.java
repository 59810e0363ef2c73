package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

class ResumeCommandTest {
  private static final int FACES = 24;

  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path data;
  private Path run;

  @BeforeEach
  void stop_a_run_after_three_steps() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("sample-data/training.csv"));
    data = Files.write(folder.resolve("training.csv"), lines.subList(0, FACES + 1));
    run = folder.resolve("run");
    commands.trainer = new StoppedTrainer();
    assertThat(
            commands.run(
                "train",
                "--data=" + data,
                "--model=sequential",
                "--out=" + run,
                "--epochs=2",
                "--batch=4"))
        .as(commands.err())
        .isZero();
  }

  /** Stops each run after its third step; resumes as the real one. */
  private static final class StoppedTrainer implements Trainer {
    private final Trainer real = new Dl4jTrainer();

    @Override
    public RunRecord train(
        TrainingConfig config,
        TrainingFaces faces,
        Path runFolder,
        TrainingListener listener,
        TrainingControl control)
        throws TrainingException {
      TrainingListener stopping =
          new TrainingListener() {
            @Override
            public void onBatch(Batch batch) {
              if (batch.step() == 3) {
                control.stopAndKeepBest();
              }
            }
          };
      return real.train(config, faces, runFolder, stopping, control);
    }

    @Override
    public RunRecord resume(
        Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control)
        throws TrainingException {
      return real.resume(runFolder, faces, listener, control);
    }
  }

  @Test
  void a_stopped_run_tells_how_to_go_on() throws IOException {
    assertThat(commands.out())
        .contains("It was stopped; train --resume " + run + " goes on with it.");
    assertThat(new RunFolder(run).readRecord().outcome()).isEqualTo(RunRecord.Outcome.STOPPED);
  }

  @Test
  void a_run_goes_on_with_its_folder_alone() throws IOException {
    assertThat(commands.run("train", "--resume", run.toString())).as(commands.err()).isZero();

    RunRecord record = new RunFolder(run).readRecord();
    assertThat(record.outcome()).isEqualTo(RunRecord.Outcome.EPOCHS_DONE);
    assertThat(record.epochs()).hasSize(2);
  }

  @Test
  void a_run_goes_on_with_a_data_set_that_was_moved() throws IOException {
    Path moved = Files.move(data, folder.resolve("moved.csv"));

    assertThat(commands.run("train", "--resume=" + run)).isEqualTo(1);
    assertThat(commands.err()).contains("training.csv does not exist");
    assertThat(commands.run("train", "--resume=" + run, "--data=" + moved)).isZero();
  }

  @Test
  void a_run_that_goes_on_keeps_its_settings() {
    assertThat(commands.run("train", "--resume=" + run, "--epochs=9")).isEqualTo(2);

    assertThat(commands.err())
        .contains("A run that goes on keeps its settings: leave out --epochs");
  }

  @Test
  void labels_that_were_corrected_meanwhile_are_not_mixed_in() throws IOException {
    List<String> lines = Files.readAllLines(data);
    Files.write(data, lines.subList(0, FACES));

    assertThat(commands.run("train", "--resume=" + run)).isEqualTo(1);
    assertThat(commands.err()).contains("learned from other labels than the data set has now");
  }

  @Test
  void a_folder_without_a_run_cannot_go_on() {
    assertThat(commands.run("train", "--resume=" + folder)).isEqualTo(1);

    assertThat(commands.err()).contains("cannot go on: its file last.checkpoint is missing");
  }
}
