package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.RunFolderWriter;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.project.RunLabels;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TrainedModel;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakePredictor;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.thread.UiThread;

class EarlierRunsTest {
  private final StudioSession session = new StudioSession();
  private final Notifications notifications = new Notifications();
  private final MemoryDataSet faces = new MemoryDataSet(4);
  private @TempDir Path folder;

  @BeforeEach
  void watch() {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    ModelPredictions predictions =
        new ModelPredictions(session, executor, _ -> new FakePredictor(faces, 1, 3), notifications);
    TrainViewModel training =
        new TrainViewModel(
            session,
            new TrainServices(
                executor,
                executor,
                ScriptedTrainer.quick(),
                predictions,
                (_, model) -> folder.resolve(model.id()),
                new FakeDialogs(),
                UiThread.direct(),
                notifications,
                InstantSource.system()));
    new EarlierRuns(
            session,
            executor,
            _ -> new RunStore(folder),
            predictions,
            training.runs(),
            notifications)
        .watch();
  }

  private void writeRun(String name, KeypointSchema schema) throws IOException {
    NetworkSpec spec = Architectures.of(ModelKind.SEQUENTIAL, schema.size());
    TrainedModel model =
        new TrainedModel(
            spec,
            schema,
            new TargetScaling(Collections.nCopies(2 * schema.size(), 48.0), 48),
            new float[spec.parameterCount()]);
    RunRecord run =
        new RunRecord(
            RunRecord.FORMAT_VERSION,
            TrainingConfig.defaults(ModelKind.SEQUENTIAL),
            schema.keypointNames(),
            96,
            96,
            4,
            List.of(1),
            "00ff",
            Instant.parse("2026-03-04T05:06:07Z"),
            12.5,
            List.of(new TrainingListener.Epoch(1, 20, 5.25, 4.5, true, 0.001, 900, 11)),
            1,
            4.5,
            RunRecord.Outcome.TIME_UP,
            spec.parameterCount(),
            List.of(),
            Map.of());
    try (RunFolderWriter writer = RunFolderWriter.begin(folder.resolve(name))) {
      writer.commit(run, model);
    }
  }

  @Test
  void a_model_that_was_trained_earlier_is_back_with_its_predictions() throws IOException {
    writeRun("sequential-3", faces.schema());

    session.open(OpenDataSet.of(faces));

    assertThat(session.models()).extracting(ModelEntry::name).containsExactly("sequential 3");
    assertThat(session.models().getFirst().prediction(0)).isPresent();
  }

  @Test
  void saving_does_not_bring_the_runs_in_twice() throws IOException {
    writeRun("sequential-3", faces.schema());
    session.open(OpenDataSet.of(faces));

    session.rebase(faces);

    assertThat(session.models()).hasSize(1);
  }

  @Test
  void a_model_of_other_keypoints_stays_out() throws IOException {
    writeRun(
        "sequential-1",
        new KeypointSchema("two", List.of("a", "b"), List.of(), List.of(), List.of()));

    session.open(OpenDataSet.of(faces));

    assertThat(session.models()).isEmpty();
  }

  @Test
  void a_run_that_is_not_whole_is_told_of_and_the_others_come() throws IOException {
    writeRun("sequential-1", faces.schema());
    writeRun("sequential-2", faces.schema());
    Files.writeString(folder.resolve("sequential-2/run.json"), "{");

    session.open(OpenDataSet.of(faces));

    assertThat(session.models()).extracting(ModelEntry::name).containsExactly("sequential 1");
    assertThat(notifications.shown()).hasSize(1);
  }

  @Test
  void what_was_said_about_a_run_comes_back_with_it() throws IOException {
    writeRun("sequential-1", faces.schema());
    writeRun("sequential-2", faces.schema());
    new RunLabels()
        .write(folder.resolve("sequential-2"), new RunLabel("the good one", "Lips better.", true));

    session.open(OpenDataSet.of(faces));

    assertThat(session.models())
        .extracting(ModelEntry::name)
        .containsExactlyInAnyOrder("sequential 1", "the good one");
    assertThat(session.models())
        .filteredOn(model -> model.shownProperty().get())
        .extracting(model -> model.labelProperty().get().notes())
        .containsExactly("Lips better.");
  }

  @Test
  void a_label_that_makes_no_sense_costs_the_run_nothing_but_its_name() throws IOException {
    writeRun("sequential-1", faces.schema());
    Files.writeString(folder.resolve("sequential-1").resolve(RunLabels.FILE_NAME), "{");

    session.open(OpenDataSet.of(faces));

    assertThat(session.models()).extracting(ModelEntry::name).containsExactly("sequential 1");
    assertThat(notifications.shown()).hasSize(1);
  }
}
