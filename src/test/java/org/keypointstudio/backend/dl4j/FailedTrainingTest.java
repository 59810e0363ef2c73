package org.keypointstudio.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.InferenceNetwork;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TrainableNetwork;

/** Trainings that cannot go well, and what is said of them. */
class FailedTrainingTest {
  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;

  private final Dl4jTrainer trainer = new Dl4jTrainer();
  private final TrainingControl control = new TrainingControl(new CancelToken());

  @Test
  void a_loss_that_is_no_number_before_the_first_judgement_fails_the_run() {
    TrainingConfig config = brief(3).withLearningRate(1e30);

    assertThatThrownBy(() -> trainer.train(config, BlobFaces.of(40, 8), run(), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no longer a number")
        .hasMessageContaining("try a learning rate lower than");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fewer_than_two_labelled_faces_are_too_few() {
    TrainingFaces one = BlobFaces.of(1, 9);

    assertThatThrownBy(() -> trainer.train(brief(1), one, run(), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("Training needs at least two labelled faces");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void rows_that_are_all_incomplete_leave_nothing_to_learn_from() {
    TrainingFaces faces = BlobFaces.of(10, 9);
    List<Annotation> annotations = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      annotations.add(faces.annotations().get(i).with(i % 3, Keypoint.unlabelled()));
    }
    TrainingFaces holed = new TrainingFaces(faces.schema(), faces.images(), annotations);
    TrainingConfig config = brief(1).withRows(RowPolicy.COMPLETE_ONLY);

    assertThatThrownBy(() -> trainer.train(config, holed, run(), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("complete rows only leave nothing to learn from; choose all rows");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_warm_start_from_another_network_is_refused() throws TrainingException {
    TrainingFaces faces = BlobFaces.of(10, 14);
    trainer.train(brief(1), faces, run("first"), NOBODY, control);
    TrainingConfig config =
        TrainingConfig.defaults(ModelKind.COMPACT).withWarmStart(Optional.of(run("first")));

    assertThatThrownBy(() -> trainer.train(config, faces, run("second"), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "The run in %s is of another network than compact, so training cannot start from its"
                + " weights; choose another run or none.",
            run("first"));
    assertThat(run("second")).doesNotExist();
  }

  @Test
  void a_warm_start_from_no_run_is_refused() {
    TrainingConfig config = brief(1).withWarmStart(Optional.of(run("nowhere")));

    assertThatThrownBy(() -> trainer.train(config, BlobFaces.of(10, 1), run(), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("There is no training run in " + run("nowhere"));
  }

  @Test
  void a_loss_that_is_no_number_later_keeps_the_best_model() throws TrainingException, IOException {
    TrainingFaces faces = BlobFaces.of(40, 8);
    NetworkEngine exploding = new ExplodingEngine(11);

    RunRecord run = new Dl4jTrainer(exploding).train(brief(9), faces, run(), NOBODY, control);

    assertThat(run.outcome()).isEqualTo(RunRecord.Outcome.DIVERGED);
    assertThat(run.epochs()).hasSize(2);
    assertThat(run.notes()).anyMatch(note -> note.contains("try a learning rate lower than"));
    assertThat(new RunFolder(run()).readModel().weights()).isNotEmpty();
    assertThat(new RunFolder(run()).isResumable()).isFalse();
  }

  @Test
  void too_little_memory_is_explained() {
    NetworkEngine greedy = new GreedyEngine();

    assertThatThrownBy(
            () ->
                new Dl4jTrainer(greedy)
                    .train(brief(1), BlobFaces.of(10, 1), run(), NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "There was not enough memory to train with batches of 8 faces; try smaller batches or"
                + " close other programs.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_that_exists_is_never_written_over() throws IOException {
    Path existing = Files.createDirectory(run());

    assertThatThrownBy(
            () -> trainer.train(brief(1), BlobFaces.of(10, 10), existing, NOBODY, control))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("exists already");
    assertThat(existing).isEmptyDirectory();
  }

  /** Has no memory to learn with. */
  private static final class GreedyEngine implements NetworkEngine {
    @Override
    public TrainableNetwork trainable(
        NetworkSpec spec, float[] weights, Optimizer optimizer, long seed) {
      throw new OutOfMemoryError("Physical memory usage is too high");
    }

    @Override
    public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
      throw new OutOfMemoryError("Physical memory usage is too high");
    }

    @Override
    public String description() {
      return "greedy";
    }
  }

  /** The real engine, whose outputs are no numbers from a step on. */
  private static final class ExplodingEngine implements NetworkEngine {
    private final NetworkEngine real = new NativeEngine();
    private final int lastGoodStep;

    ExplodingEngine(int lastGoodStep) {
      this.lastGoodStep = lastGoodStep;
    }

    @Override
    public TrainableNetwork trainable(
        NetworkSpec spec, float[] weights, Optimizer optimizer, long seed) {
      TrainableNetwork network = real.trainable(spec, weights, optimizer, seed);
      return (TrainableNetwork)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {TrainableNetwork.class},
              (_, method, arguments) -> {
                Object result = method.invoke(network, arguments);
                if (method.getName().equals("forward")
                    && network.updaterState().steps() >= lastGoodStep) {
                  Arrays.fill((float[]) arguments[2], Float.NaN);
                }
                return result;
              });
    }

    @Override
    public InferenceNetwork inference(NetworkSpec spec, float[] weights) {
      return real.inference(spec, weights);
    }

    @Override
    public String description() {
      return real.description();
    }
  }

  private static TrainingConfig brief(int epochs) {
    return TrainingConfig.defaults(ModelKind.SEQUENTIAL)
        .withMaxEpochs(epochs)
        .withBatchSize(8)
        .withValidationShare(0.15);
  }

  private Path run() {
    return run("run");
  }

  private Path run(String name) {
    return folder.resolve(name);
  }
}
