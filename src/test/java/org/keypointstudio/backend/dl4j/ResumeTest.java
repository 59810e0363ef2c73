package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

class ResumeTest {
  private static final TrainingListener NOBODY = new TrainingListener() {};
  private static final int STEPS_AN_EPOCH = 4;

  @TempDir Path folder;

  private final Dl4jTrainer trainer = new Dl4jTrainer();
  private final TrainingFaces faces = holed(BlobFaces.of(38, 1));

  /** Every fifth face lacks a keypoint. */
  private static TrainingFaces holed(TrainingFaces faces) {
    List<Annotation> annotations = new ArrayList<>(faces.annotations());
    for (int i = 0; i < annotations.size(); i += 5) {
      annotations.set(i, annotations.get(i).with(2, Keypoint.unlabelled()));
    }
    return new TrainingFaces(faces.schema(), faces.images(), annotations);
  }

  private static TrainingConfig config() {
    return TrainingConfig.defaults(ModelKind.SEQUENTIAL)
        .withValidationShare(0.15)
        .withMaxEpochs(4)
        .withBatchSize(8)
        .withSeed(3)
        .withAugmentation(Augmentation.strong());
  }

  static Stream<TrainingConfig> recipes() {
    return Stream.of(
        config(),
        config().withMembers(2),
        config()
            .withOptimizer(new Optimizer.Nesterov(0.9, 1e-3))
            .withLoss(new Loss.Wing(10, 2))
            .withDropout(0.3)
            .withRows(RowPolicy.FORWARD_FILL));
  }

  private static TrainingControl control() {
    return new TrainingControl(new CancelToken());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void a_run_that_was_stopped_at_any_step_ends_as_an_unbroken_one(TrainingConfig config)
      throws TrainingException, IOException {
    RunRecord unbroken = trainer.train(config, faces, run("unbroken"), NOBODY, control());
    byte[] weights = Files.readAllBytes(run("unbroken").resolve("weights.bin"));

    for (int step : new int[] {1, 6, 2 * STEPS_AN_EPOCH, 15}) {
      Path broken = run("stopped-at-" + step);
      stopAt(config, broken, step);
      assertThat(new RunFolder(broken).isResumable()).isTrue();
      RunRecord resumed = trainer.resume(broken, faces, NOBODY, control());

      assertThat(broken.resolve("weights.bin")).as("step " + step).hasBinaryContent(weights);
      assertThat(measured(resumed)).isEqualTo(measured(unbroken));
      assertThat(resumed.outcome()).isEqualTo(RunRecord.Outcome.EPOCHS_DONE);
      assertThat(resumed.notes())
          .contains("The run was broken off and went on after step " + step + ".");
      assertThat(new RunFolder(broken).isResumable()).isFalse();
      assertThat(new RunFolder(broken).readRecord()).isEqualTo(resumed);
    }
  }

  /** What was measured, without speed and time. */
  private static List<List<Object>> measured(RunRecord run) {
    return run.epochs().stream()
        .map(
            epoch ->
                List.<Object>of(
                    epoch.epoch(),
                    epoch.step(),
                    epoch.trainingRmse(),
                    epoch.validationRmse(),
                    epoch.best(),
                    epoch.learningRate()))
        .toList();
  }

  private RunRecord stopAt(TrainingConfig config, Path run, int step) throws TrainingException {
    TrainingControl control = control();
    return trainer.train(config, faces, run, atStep(step, control::stopAndKeepBest), control);
  }

  private static TrainingListener atStep(int step, Runnable action) {
    return new TrainingListener() {
      @Override
      public void onBatch(Batch batch) {
        if (batch.step() == step) {
          action.run();
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 11, 16})
  void a_run_that_crashed_goes_on_from_its_last_checkpoint(int step)
      throws TrainingException, IOException {
    trainer.train(config(), faces, run("unbroken"), NOBODY, control());
    Path crashed = run("crashed");
    crashAt(step, crashed);
    RunFolder runFolder = new RunFolder(crashed);
    assertThat(runFolder.exists()).isFalse();
    assertThat(runFolder.isInterrupted()).isTrue();

    trainer.resume(crashed, faces, NOBODY, control());

    assertThat(crashed.resolve("weights.bin"))
        .hasBinaryContent(Files.readAllBytes(run("unbroken").resolve("weights.bin")));
    assertThat(crashed.resolve("metrics.csv")).content().hasLineCount(1 + 4);
    assertThat(runFolder.isInterrupted()).isFalse();
  }

  private void crashAt(int step, Path run) {
    assertThatThrownBy(
            () ->
                trainer.train(
                    config(),
                    faces,
                    run,
                    atStep(
                        step,
                        () -> {
                          throw new IllegalStateException("wires crossed");
                        }),
                    control()))
        .hasMessage("wires crossed");
  }

  @Test
  void what_was_measured_can_be_read_after_a_crash() throws IOException {
    crashAt(3 * STEPS_AN_EPOCH + 1, run("crashed"));

    assertThat(run("crashed").resolve("metrics.csv"))
        .content()
        .startsWith("epoch,step,training_rmse")
        .hasLineCount(1 + 3);
    assertThat(run("crashed").resolve("log.txt")).content().contains("Training begins", "Epoch 3:");
  }

  @Test
  void a_crashed_run_is_listed_as_interrupted_and_not_as_a_run() throws IOException {
    crashAt(6, run("crashed"));

    RunStore.Listing listing = new RunStore(folder).list();

    assertThat(listing.runs()).isEmpty();
    assertThat(listing.problems()).isEmpty();
    assertThat(listing.interrupted())
        .singleElement()
        .satisfies(
            interrupted -> {
              assertThat(interrupted.path()).isEqualTo(run("crashed"));
              assertThat(interrupted.plan().config()).isEqualTo(config());
              assertThat(interrupted.progress().epochs()).hasSize(1);
            });
  }

  @Test
  void a_torn_checkpoint_is_refused_before_any_of_it_is_read() throws IOException {
    crashAt(6, run("crashed"));
    Path last = run("crashed").resolve("last.checkpoint");
    byte[] whole = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> trainer.resume(run("crashed"), faces, NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("The run in " + run("crashed") + " cannot go on: ")
        .hasMessageContaining("last.checkpoint is not the one that the run wrote");
  }

  @Test
  void a_missing_best_checkpoint_is_refused() throws IOException {
    crashAt(6, run("crashed"));
    Files.delete(run("crashed").resolve("best.checkpoint"));

    assertThatThrownBy(() -> trainer.resume(run("crashed"), faces, NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The best epoch was 1");
  }

  @Test
  void the_checkpoint_of_another_run_is_refused() throws TrainingException, IOException {
    stopAt(config(), run("one"), 6);
    stopAt(config().withSeed(4), run("other"), 6);
    Files.copy(
        run("other").resolve("best.checkpoint"),
        run("one").resolve("best.checkpoint"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> trainer.resume(run("one"), faces, NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the checkpoint that goes with it is that of another one");
  }

  @Test
  void a_class_name_in_the_place_of_a_losss_type_is_refused_even_with_the_right_checksum()
      throws Exception {
    stopAt(config(), run("stopped"), 6);
    Path last = run("stopped").resolve("last.checkpoint");
    String content = Files.readString(last, StandardCharsets.ISO_8859_1);
    int bodyStart = content.indexOf('\n') + 1;
    String body =
        content
            .substring(bodyStart)
            .replace("\"type\":\"mse\"", "\"type\":\"java.lang.ProcessBuilder\"");
    byte[] bodyBytes = body.getBytes(StandardCharsets.ISO_8859_1);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bodyBytes));
    String header = content.substring(0, bodyStart - 1 - sum.length()) + sum + "\n";
    Files.writeString(last, header + body, StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> trainer.resume(run("stopped"), faces, NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("last.checkpoint does not describe a run");
  }

  @Test
  void a_crash_between_the_two_checkpoints_of_an_epoch_loses_nothing()
      throws TrainingException, IOException {
    trainer.train(config(), faces, run("unbroken"), NOBODY, control());
    stopAt(config(), run("stopped"), STEPS_AN_EPOCH);
    byte[] earlier = Files.readAllBytes(run("stopped").resolve("last.checkpoint"));
    trainer.resume(run("stopped"), faces, NOBODY, control());
    // The best epoch is saved, and the last one is that of an earlier epoch.
    Files.write(run("stopped").resolve("last.checkpoint"), earlier);
    Files.delete(run("stopped").resolve("SHA256SUMS"));

    trainer.resume(run("stopped"), faces, NOBODY, control());

    assertThat(run("stopped").resolve("weights.bin"))
        .hasBinaryContent(Files.readAllBytes(run("unbroken").resolve("weights.bin")));
  }

  @Test
  void a_crash_before_the_first_last_checkpoint_goes_on_from_the_best_one()
      throws TrainingException, IOException {
    trainer.train(config(), faces, run("unbroken"), NOBODY, control());
    crashAt(6, run("crashed"));
    Files.delete(run("crashed").resolve("last.checkpoint"));
    assertThat(new RunFolder(run("crashed")).isInterrupted()).isTrue();

    trainer.resume(run("crashed"), faces, NOBODY, control());

    assertThat(run("crashed").resolve("weights.bin"))
        .hasBinaryContent(Files.readAllBytes(run("unbroken").resolve("weights.bin")));
  }

  @Test
  void a_run_does_not_go_on_with_other_labels() throws TrainingException {
    stopAt(config(), run("stopped"), 6);

    assertThatThrownBy(() -> trainer.resume(run("stopped"), BlobFaces.of(38, 2), NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("learned from other labels than the data set has now");
    assertThat(new RunFolder(run("stopped")).exists()).isTrue();
  }

  @Test
  void a_run_that_ended_by_itself_is_not_resumed() throws TrainingException {
    trainer.train(config(), faces, run("whole"), NOBODY, control());

    assertThatThrownBy(() -> trainer.resume(run("whole"), faces, NOBODY, control()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("has ended, so there is nothing to resume");
  }

  @Test
  void a_run_that_trains_at_this_moment_is_not_resumed_by_another() throws TrainingException {
    List<String> problems = new ArrayList<>();
    TrainingListener other =
        atStep(
            6,
            () -> {
              try {
                trainer.resume(run("live"), faces, NOBODY, control());
              } catch (TrainingException problem) {
                problems.add(problem.getMessage());
              }
            });

    trainer.train(config(), faces, run("live"), other, control());

    assertThat(problems).singleElement().asString().contains("is being trained at this moment");
  }

  @Test
  void cancelling_a_resumed_run_leaves_what_was_there() throws TrainingException, IOException {
    RunRecord stopped = stopAt(config(), run("stopped"), 6);
    CancelToken token = new CancelToken();
    TrainingListener canceller = atStep(9, token::cancel);

    assertThatThrownBy(
            () -> trainer.resume(run("stopped"), faces, canceller, new TrainingControl(token)))
        .isInstanceOf(CancellationException.class);

    RunFolder runFolder = new RunFolder(run("stopped"));
    assertThat(runFolder.readRecord()).isEqualTo(stopped);
    assertThat(runFolder.isResumable()).isTrue();
  }

  @Test
  void a_checkpoint_that_cannot_be_written_does_not_end_the_run()
      throws TrainingException, IOException {
    List<String> notices = new ArrayList<>();
    TrainingListener saboteur =
        new TrainingListener() {
          @Override
          public void onBatch(Batch batch) {
            if (batch.step() == 1) {
              makeUnwritable(run("full").resolve("last.checkpoint"));
            }
          }

          @Override
          public void onNotice(String sentence) {
            notices.add(sentence);
          }
        };

    RunRecord run = trainer.train(config(), faces, run("full"), saboteur, control());

    assertThat(notices).singleElement().asString().contains("could not be saved");
    assertThat(run.notes()).containsAll(notices);
    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.EPOCHS_DONE);
    assertThat(new RunFolder(run("full")).readModel().weights()).isNotEmpty();
  }

  /** A folder that holds something stands where the file would be moved to. */
  private static void makeUnwritable(Path file) {
    try {
      Files.createDirectories(file.resolve("in the way"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Path run(String name) {
    return folder.resolve(name);
  }
}
