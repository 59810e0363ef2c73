package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.LayerSpec;

class Dl4jTrainerTest {
  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;

  private final Dl4jTrainer trainer = new Dl4jTrainer();
  private final CancelToken cancelToken = new CancelToken();
  private final TrainingControl control = new TrainingControl(cancelToken);

  @Test
  void training_brings_the_error_down() throws TrainingException {
    RunRecord run = trainer.train(brief(12), BlobFaces.of(60, 1), run(), NOBODY, control);

    List<TrainingListener.Epoch> epochs = run.epochs();
    assertThat(epochs).hasSize(12);
    assertThat(run.bestValidationRmse()).isLessThan(0.5 * epochs.getFirst().trainingRmse());
    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.EPOCHS_DONE);
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void a_loaded_model_predicts_as_well_as_the_record_says(ModelKind kind)
      throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(8, new ImageSize(64, 80), 2);
    TrainingConfig config =
        TrainingConfig.defaults(kind).withMaxEpochs(1).withBatchSize(4).withValidationShare(0.3);

    RunRecord run = trainer.train(config, faces, run(), NOBODY, control);

    TrainingFaces judges = faces.subset(rows(run.validationRows()));
    List<Annotation> predictions = predict(judges);
    double squares = 0;
    for (int i = 0; i < judges.size(); i++) {
      for (int k = 0; k < 3; k++) {
        squares += Math.pow(predictions.get(i).x(k) - judges.annotations().get(i).x(k), 2);
        squares += Math.pow(predictions.get(i).y(k) - judges.annotations().get(i).y(k), 2);
      }
    }
    double rmse = Math.sqrt(squares / (6 * judges.size()));
    assertThat(rmse).isCloseTo(run.bestValidationRmse(), within(1e-3));
  }

  @Test
  void the_same_seed_gives_the_same_model() throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(20, 3);
    trainer.train(brief(2), faces, folder.resolve("first"), NOBODY, control);
    trainer.train(brief(2), faces, folder.resolve("second"), NOBODY, control);
    trainer.train(brief(2).withSeed(9), faces, folder.resolve("third"), NOBODY, control);

    byte[] weights = Files.readAllBytes(folder.resolve("first/weights.bin"));
    assertThat(folder.resolve("second/weights.bin")).hasBinaryContent(weights);
    assertThat(Files.readAllBytes(folder.resolve("third/weights.bin"))).isNotEqualTo(weights);
  }

  @Test
  void what_an_unlabelled_keypoint_holds_changes_nothing() throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(12, 4);
    trainer.train(brief(1), without(faces, 1, Keypoint.unlabelled()), run("a"), NOBODY, control);
    trainer.train(brief(1), without(faces, 1, Keypoint.absent()), run("b"), NOBODY, control);

    assertThat(run("b").resolve("weights.bin"))
        .hasBinaryContent(Files.readAllBytes(run("a").resolve("weights.bin")));
  }

  @Test
  void stopping_keeps_the_best_model_so_far() throws TrainingException, IOException {
    TrainingListener stopAfterThreeSteps =
        new TrainingListener() {
          @Override
          public void onBatch(Batch batch) {
            if (batch.step() == 3) {
              control.stopAndKeepBest();
            }
          }
        };

    RunRecord run =
        trainer.train(brief(100), BlobFaces.of(60, 5), run(), stopAfterThreeSteps, control);

    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.STOPPED);
    assertThat(run.epochs().getLast().step()).isEqualTo(3);
    assertThat(run.bestEpoch()).isEqualTo(1);
    assertThat(new RunFolder(run()).readModel().weights()).hasSize((int) run.parameters());
  }

  @Test
  void cancelling_leaves_nothing() throws IOException {
    TrainingListener cancelAtOnce =
        new TrainingListener() {
          @Override
          public void onBatch(Batch batch) {
            cancelToken.cancel();
          }
        };

    assertThatThrownBy(
            () -> trainer.train(brief(100), BlobFaces.of(20, 6), run(), cancelAtOnce, control))
        .isInstanceOf(CancellationException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_run_ends_when_its_time_is_up() throws TrainingException {
    TrainingConfig config = brief(1_000_000).withMaxDuration(Duration.ofMillis(50));

    RunRecord run = trainer.train(config, BlobFaces.of(20, 7), run(), NOBODY, control);

    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.TIME_UP);
    assertThat(run.epochs()).isNotEmpty();
  }

  @Test
  void a_keypoint_that_nobody_labelled_is_noted() throws TrainingException {
    TrainingFaces faces = without(BlobFaces.of(10, 9), 2, Keypoint.unlabelled());

    RunRecord run = trainer.train(brief(1), faces, run(), NOBODY, control);

    assertThat(run.notes())
        .containsExactly(
            "Nobody labelled mouth, so the model puts it in the middle of the image, which means"
                + " nothing.");
  }

  @Test
  void a_keypoint_that_nobody_labelled_is_put_in_the_middle()
      throws TrainingException, IOException {
    TrainingFaces faces = without(BlobFaces.of(10, 9), 2, Keypoint.unlabelled());
    trainer.train(brief(2), faces, run(), NOBODY, control);

    for (Annotation prediction : predict(faces)) {
      assertThat(prediction.x(2)).isCloseTo(47.5, within(1e-4));
      assertThat(prediction.y(2)).isCloseTo(47.5, within(1e-4));
    }
  }

  @Test
  void every_policy_for_rows_judges_by_real_labels_alone() throws TrainingException {
    TrainingFaces faces = BlobFaces.of(30, 12);
    List<Annotation> annotations = new ArrayList<>(faces.annotations());
    for (int i = 0; i < annotations.size(); i += 2) {
      annotations.set(i, annotations.get(i).with(2, Keypoint.unlabelled()));
    }
    TrainingFaces holed = new TrainingFaces(faces.schema(), faces.images(), annotations);

    for (RowPolicy policy : RowPolicy.values()) {
      RunRecord run =
          trainer.train(
              brief(1).withRows(policy).withLearningRate(1e-12),
              holed,
              run(policy.id()),
              NOBODY,
              control);
      // Nothing was learned, so all answer about the same and are judged by the same labels.
      assertThat(run.bestValidationRmse()).as(policy.id()).isBetween(1.0, 12.0);
      assertThat(run.validationRows()).hasSize(5);
    }
  }

  @Test
  void patience_ends_a_run_that_gets_no_better() throws TrainingException {
    TrainingConfig config = brief(50).withPatience(2).withLearningRate(1e-12);

    RunRecord run = trainer.train(config, BlobFaces.of(20, 13), run(), NOBODY, control);

    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.PATIENCE_OVER);
    assertThat(run.epochs()).hasSize(run.bestEpoch() + 2);
  }

  @Test
  void a_warm_start_begins_where_an_earlier_run_was_best() throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(40, 14);
    RunRecord first = trainer.train(brief(10), faces, run("first"), NOBODY, control);
    TrainingConfig config =
        brief(1).withLearningRate(1e-12).withWarmStart(Optional.of(run("first"))).withDropout(0.2);

    RunRecord second = trainer.train(config, faces, run("second"), NOBODY, control);

    assertThat(second.bestValidationRmse()).isCloseTo(first.bestValidationRmse(), within(1e-3));
    assertThat(new RunFolder(run("second")).readModel().spec().layers())
        .contains(new LayerSpec.Dropout(0.2));
  }

  @Test
  void prediction_can_be_cancelled() throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(10, 11);
    trainer.train(brief(1), faces, run(), NOBODY, control);
    cancelToken.cancel();

    try (KeypointPredictor predictor = new Dl4jPredictorLoader().load(run())) {
      assertThatThrownBy(
              () -> predictor.predict(faces.images(), new TaskContext(cancelToken, _ -> {})))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static TrainingConfig brief(int epochs) {
    return TrainingConfig.defaults(ModelKind.SEQUENTIAL)
        .withMaxEpochs(epochs)
        .withBatchSize(8)
        .withValidationShare(0.15);
  }

  private static TrainingFaces without(TrainingFaces faces, int keypoint, Keypoint replacement) {
    List<Annotation> annotations = new ArrayList<>(faces.annotations());
    annotations.replaceAll(annotation -> annotation.with(keypoint, replacement));
    return new TrainingFaces(faces.schema(), faces.images(), annotations);
  }

  private List<Annotation> predict(TrainingFaces faces) throws IOException {
    try (KeypointPredictor predictor = new Dl4jPredictorLoader().load(run())) {
      return predictor.predict(faces.images(), TaskContext.unattended());
    }
  }

  private static int[] rows(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private Path run() {
    return run("run");
  }

  private Path run(String name) {
    return folder.resolve(name);
  }
}
