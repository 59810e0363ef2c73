package org.keypointstudio.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class StudyViewModelTest {
  private final StudioSession session = new StudioSession();
  private final MemoryDataSet faces = new MemoryDataSet(10);
  private final Notifications notifications = new Notifications();
  private final List<TrainingConfig> trained = new ArrayList<>();
  private @TempDir Path folder;
  private final FakeDialogs dialogs = new FakeDialogs();
  private final PreparedStudy prepared =
      new PreparedStudy(dialogs, new CurrentThreadTaskExecutor(), notifications);
  private StudyViewModel study;

  @BeforeEach
  void prepare() {
    ScriptedTrainer trainer = ScriptedTrainer.quick();
    study =
        studyWith(
            (config, snapshot, runFolder, listener, control) -> {
              trained.add(config);
              return trainer.train(config, snapshot, runFolder, listener, control);
            });
  }

  private StudyViewModel studyWith(Trainer trainer) {
    return new StudyViewModel(
        session,
        new CurrentThreadTaskExecutor(),
        new StudyRunner(trainer, _ -> new SamePlace(faces.schema())),
        _ -> folder,
        prepared,
        notifications,
        UiThread.direct());
  }

  @Test
  void what_is_ticked_makes_the_plan() {
    assertThat(study.planProperty().get()).isEqualTo("6 recipes × 3 seeds = 18 runs of 20 epochs");

    study.rows().get(RowPolicy.COMPLETE_ONLY).set(false);
    study.augmentations().get(AugmentationPreset.NONE).set(false);
    study.augmentations().get(AugmentationPreset.FLIPS).set(false);
    study.seedsProperty().set(1);
    study.epochsProperty().set(5);

    assertThat(study.planProperty().get()).isEqualTo("1 recipe × 1 seed = 1 run of 5 epochs");
  }

  @Test
  void nothing_starts_without_data_or_without_a_choice() {
    assertThat(study.startableProperty().get()).isFalse();

    session.open(OpenDataSet.of(faces));
    assertThat(study.startableProperty().get()).isTrue();
    study.models().get(ModelKind.COMPACT).set(false);

    assertThat(study.startableProperty().get()).isFalse();
    assertThat(study.planProperty().get()).contains("at least one network");
    study.start();
    assertThat(trained).isEmpty();
  }

  @Test
  void every_combination_is_trained_with_every_seed_and_the_table_fills() {
    session.open(OpenDataSet.of(faces));
    study.seedsProperty().set(2);

    study.start();

    assertThat(trained).hasSize(12);
    assertThat(trained.subList(0, 2)).extracting(TrainingConfig::seed).containsExactly(1L, 2L);
    assertThat(study.lines()).hasSize(6);
    assertThat(study.lines())
        .allSatisfy(
            line -> {
              assertThat(line.runs()).hasSize(2);
              assertThat(line.result().orElseThrow().rmse().mean()).isPositive();
            });
    assertThat(study.runningProperty().get()).isFalse();
    assertThat(study.statusProperty().get()).startsWith("Done");
    assertThat(notifications.shown().getFirst().message()).contains("12 runs");
  }

  @Test
  void a_study_from_a_file_is_run_instead_of_what_is_ticked() throws IOException {
    Path file = folder.resolve("rates.json");
    Files.writeString(
        file,
        """
        {"name": "Rates", "question": "Which?", "settings": {"model": "cnn", "maxEpochs": 4},
         "grid": {"learningRate": [0.001, 0.002]}, "seeds": [7]}
        """);
    session.open(OpenDataSet.of(faces));
    dialogs.willChoose(file);

    prepared.chooseFile();
    assertThat(study.planProperty().get()).isEqualTo("2 recipes × 1 seed = 2 runs of 4 epochs");
    study.start();

    assertThat(trained).extracting(TrainingConfig::learningRate).containsExactly(0.001, 0.002);
    prepared.forget();
    assertThat(study.planProperty().get()).startsWith("6 recipes");
  }

  @Test
  void a_file_that_is_no_study_is_told_and_leaves_what_is_ticked() throws IOException {
    Path file = folder.resolve("broken.json");
    Files.writeString(file, "{\"name\": 3");
    dialogs.willChoose(file);

    prepared.chooseFile();

    assertThat(notifications.shown().getFirst().message())
        .startsWith("The study could not be opened: ")
        .contains("broken.json, row 1");
    assertThat(study.planProperty().get()).startsWith("6 recipes");
  }

  @Test
  void the_table_is_written_beside_the_runs() {
    session.open(OpenDataSet.of(faces));
    study.seedsProperty().set(1);

    study.start();

    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/results.md");
    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/results.csv");
  }

  @Test
  void a_run_that_fails_ends_the_study_and_says_why() {
    StudyViewModel broken =
        studyWith(
            (_, _, _, _, _) -> {
              throw new TrainingException("Only one face is labelled.");
            });
    session.open(OpenDataSet.of(faces));

    broken.start();

    assertThat(broken.runningProperty().get()).isFalse();
    assertThat(broken.statusProperty().get()).isEqualTo("The study ended early.");
    assertThat(notifications.shown().getFirst().message()).contains("Only one face is labelled.");
  }
}
