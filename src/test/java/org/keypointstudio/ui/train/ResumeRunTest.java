package org.keypointstudio.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.RunFolderWriter;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.RunPlan;
import org.keypointstudio.training.loop.RunProgress;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.UpdaterState;
import org.keypointstudio.ui.fake.ScriptedTrainer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.thread.UiThread;

/** Going on with a run that broke off. */
class ResumeRunTest {
  private @TempDir Path home;

  /** Goes on with any run, or refuses to. */
  private record Resuming(Optional<String> refusal) implements Trainer {
    @Override
    public RunRecord train(
        TrainingConfig config,
        TrainingFaces faces,
        Path runFolder,
        TrainingListener listener,
        TrainingControl control)
        throws TrainingException {
      if (control.cancelToken().isCancelled()) {
        throw new AssertionError("cancelled before it began");
      }
      return ScriptedTrainer.quick().train(config, faces, runFolder, listener, control);
    }

    @Override
    public RunRecord resume(
        Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control)
        throws TrainingException {
      if (refusal.isPresent()) {
        throw new TrainingException(refusal.get());
      }
      return train(TrainingConfig.defaults(ModelKind.CNN), faces, runFolder, listener, control);
    }
  }

  private TrainFixture fixture(Trainer trainer) {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    TrainFixture fixture =
        TrainFixture.of(trainer, executor, executor, UiThread.direct(), home).open();
    fixture.training().runs().offer(List.of(TrainingRun.interrupted(brokenOff(), 2)));
    return fixture;
  }

  private RunStore.InterruptedRun brokenOff() {
    KeypointSchema schema = KeypointSchema.kaggle15();
    RunPlan plan =
        new RunPlan(
            TrainingConfig.defaults(ModelKind.CNN),
            Optional.empty(),
            schema,
            Architectures.of(ModelKind.CNN, schema.size()),
            new TargetScaling(java.util.Collections.nCopies(30, 48.0), 48),
            20,
            List.of(0, 1),
            List.of(2),
            "00ff",
            Instant.EPOCH);
    RunProgress progress =
        new RunProgress(
            new RunProgress.ClockReading(10, 100, 75, 0),
            RunProgress.OpenEpoch.none(),
            List.of(
                new TrainingListener.Epoch(1, 5, 5, 4.5, true, 0.001, 900, 30),
                new TrainingListener.Epoch(2, 10, 4, 4.75, false, 0.001, 900, 75)),
            List.of());
    return new RunStore.InterruptedRun(home.resolve("cnn-7"), plan, progress);
  }

  @Test
  void a_run_that_broke_off_is_listed_with_what_it_had_reached() {
    TrainingRun run = fixture(new Resuming(Optional.empty())).training().runs().all().getFirst();

    assertThat(run.name()).isEqualTo("cnn 7");
    assertThat(run.status().phase()).isEqualTo(RunPhase.INTERRUPTED);
    assertThat(run.status().isLive()).isFalse();
    assertThat(run.status().best().orElseThrow().validationRmse()).isEqualTo(4.5);
    assertThat(run.curves().validation().size()).isEqualTo(2);
  }

  @Test
  void going_on_with_it_ends_with_its_model() {
    TrainFixture fixture = fixture(new Resuming(Optional.empty()));
    assertThat(fixture.training().canResume().get()).isTrue();

    fixture.training().resume();

    assertThat(fixture.session().models()).extracting(ModelEntry::name).containsExactly("cnn 7");
    assertThat(fixture.session().models().getFirst().runFolder()).isEqualTo(home.resolve("cnn-7"));
    assertThat(fixture.training().runs().all()).hasSize(1);
    assertThat(fixture.training().canResume().get()).isFalse();
  }

  @Test
  void a_run_that_cannot_go_on_stays_as_it_was() {
    TrainFixture fixture = fixture(new Resuming(Optional.of("The labels are others now.")));
    TrainingRun before = fixture.training().runs().all().getFirst();

    fixture.training().resume();

    assertThat(fixture.training().runs().all()).containsExactly(before);
    assertThat(fixture.training().runs().selectedProperty().get()).contains(before);
    assertThat(fixture.notifications().shown().getFirst().message())
        .isEqualTo("The labels are others now.");
    assertThat(fixture.training().canResume().get()).isTrue();
  }

  @Test
  void a_finished_run_has_nothing_to_go_on_with() {
    TrainFixture fixture = fixture(new Resuming(Optional.empty()));

    fixture.training().train();

    assertThat(fixture.training().runs().selectedProperty().get().orElseThrow().name())
        .isEqualTo("cnn 1");
    assertThat(fixture.training().canResume().get()).isFalse();
  }

  /** Fails after a checkpoint was saved, as on a disk that fills up. */
  private final class FailingHalfway implements Trainer {
    @Override
    public RunRecord train(
        TrainingConfig config,
        TrainingFaces faces,
        Path runFolder,
        TrainingListener listener,
        TrainingControl control)
        throws TrainingException {
      try {
        Files.deleteIfExists(runFolder);
        try (RunFolderWriter writer = RunFolderWriter.begin(runFolder)) {
          writer.saveLast(checkpoint());
        }
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
      throw new TrainingException("The disk is full.");
    }

    private Checkpoint checkpoint() {
      RunPlan plan = brokenOff().plan();
      int weights = plan.network().parameterCount();
      List<float[]> moments = List.of(new float[weights], new float[weights]);
      return new Checkpoint(
          plan,
          new RunProgress(
              new RunProgress.ClockReading(10, 100, 75, 0),
              RunProgress.OpenEpoch.none(),
              List.of(),
              List.of()),
          new float[weights],
          new UpdaterState(10, moments));
    }

    @Override
    public RunRecord resume(
        Path runFolder, TrainingFaces faces, TrainingListener listener, TrainingControl control) {
      throw new AssertionError("nobody asked for it");
    }
  }

  @Test
  void a_run_that_fails_after_it_was_saved_can_be_resumed_at_once() {
    CurrentThreadTaskExecutor executor = new CurrentThreadTaskExecutor();
    TrainFixture fixture =
        TrainFixture.of(new FailingHalfway(), executor, executor, UiThread.direct(), home).open();

    fixture.training().train();

    TrainingRun left = fixture.training().runs().all().getFirst();
    assertThat(left.name()).isEqualTo("cnn 1");
    assertThat(left.status().phase()).isEqualTo(RunPhase.INTERRUPTED);
    assertThat(fixture.training().canResume().get()).isTrue();
    assertThat(fixture.notifications().shown().getFirst().message()).isEqualTo("The disk is full.");
  }

  @Test
  void it_leaves_with_its_data_set() {
    TrainFixture fixture = fixture(new Resuming(Optional.empty()));

    fixture.session().close();

    assertThat(fixture.training().runs().all()).isEmpty();
    assertThat(fixture.training().canResume().get()).isFalse();
  }
}
