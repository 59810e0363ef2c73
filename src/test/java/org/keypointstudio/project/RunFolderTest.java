package org.keypointstudio.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TrainedModel;

class RunFolderTest {
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();

  @TempDir Path parent;

  private Path path;
  private TrainedModel model;
  private RunRecord run;

  @BeforeEach
  void write_a_run() throws IOException {
    path = parent.resolve("runs/cnn-1");
    NetworkSpec spec = Architectures.of(ModelKind.SEQUENTIAL, 15);
    float[] weights = new float[spec.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i * 1e-6f - 0.3f;
    }
    model =
        new TrainedModel(
            spec, SCHEMA, new TargetScaling(Collections.nCopies(30, 47.25), 48), weights);
    run =
        new RunRecord(
            RunRecord.FORMAT_VERSION,
            TrainingConfig.defaults(ModelKind.SEQUENTIAL).withMaxDuration(Duration.ofSeconds(90)),
            SCHEMA.keypointNames(),
            96,
            96,
            7,
            List.of(2, 5),
            "00ff",
            Instant.parse("2026-03-04T05:06:07Z"),
            12.5,
            List.of(new TrainingListener.Epoch(1, 20, 5.25, 4.5, true, 0.001, 900, 11)),
            1,
            4.5,
            RunRecord.Outcome.TIME_UP,
            spec.parameterCount(),
            List.of("A note."),
            Map.of("java", "25"));
    try (RunFolderWriter writer = RunFolderWriter.begin(path)) {
      writer.commit(run, model);
    }
  }

  @Test
  void a_run_reads_back_as_it_was_written() throws IOException {
    RunFolder folder = new RunFolder(path);

    assertThat(folder.readRecord()).isEqualTo(run);
    TrainedModel read = folder.readModel();
    assertThat(read.spec()).isEqualTo(model.spec());
    assertThat(read.schema()).isEqualTo(SCHEMA);
    assertThat(read.scaling()).isEqualTo(model.scaling());
    assertThat(read.weights()).isEqualTo(model.weights());
  }

  @Test
  void every_setting_of_a_run_reads_back() throws IOException {
    TrainingConfig config =
        run.config()
            .withRows(RowPolicy.FORWARD_FILL)
            .withLoss(new Loss.Wing(5, 1))
            .withOptimizer(new Optimizer.Nesterov(0.8, 0.01))
            .withSchedule(new Schedule(Schedule.Shape.ONE_CYCLE, 0.25))
            .withDropout(0.3)
            .withPatience(7)
            .withWarmStart(Optional.of(Path.of("earlier", "cnn 1")));
    Path other = parent.resolve("runs/other");
    try (RunFolderWriter writer = RunFolderWriter.begin(other)) {
      writer.commit(with(config), model);
    }

    assertThat(new RunFolder(other).readRecord().config()).isEqualTo(config);
  }

  @Test
  void a_run_from_before_there_was_a_choice_reads_as_what_every_run_was_then() throws IOException {
    String json = Files.readString(path.resolve("run.json"));
    String earlier = json.replaceAll("(?s),\\s*\"rows\".*?\"warmStart\" : null", "");
    assertThat(earlier).doesNotContain("optimizer").contains("augmentation", "keypointNames");
    rewrite(RunFile.RECORD, earlier.getBytes(StandardCharsets.UTF_8));

    assertThat(new RunFolder(path).readRecord()).isEqualTo(with(run.config().plain()));
  }

  @Test
  void a_run_from_before_faces_could_be_warped_reads_as_one_without() throws IOException {
    String json = Files.readString(path.resolve("run.json"));
    String earlier = json.replaceAll("\\s*\"warpPixels\" : [0-9.]+,", "");
    assertThat(earlier).doesNotContain("warp").contains("shear", "brightness");
    rewrite(RunFile.RECORD, earlier.getBytes(StandardCharsets.UTF_8));

    assertThat(new RunFolder(path).readRecord().config().augmentation().warpPixels()).isZero();
  }

  @Test
  void a_model_from_before_there_were_committees_reads_as_a_single_network() throws IOException {
    String json = Files.readString(path.resolve("model.json"));
    String earlier = json.replaceAll(",\\s*\"members\" : 1", "");
    assertThat(earlier).doesNotContain("members").contains("layers");
    rewrite(RunFile.MODEL, earlier.getBytes(StandardCharsets.UTF_8));

    assertThat(new RunFolder(path).readModel().spec()).isEqualTo(model.spec());
  }

  private RunRecord with(TrainingConfig config) {
    return new RunRecord(
        run.formatVersion(),
        config,
        run.keypointNames(),
        run.imageWidth(),
        run.imageHeight(),
        run.faces(),
        run.validationRows(),
        run.labelsHash(),
        run.startedAt(),
        run.seconds(),
        run.epochs(),
        run.bestEpoch(),
        run.bestValidationRmse(),
        run.outcome(),
        run.parameters(),
        run.notes(),
        run.versions());
  }

  @Test
  void the_metrics_are_a_table_that_any_program_reads() {
    assertThat(path.resolve("metrics.csv"))
        .content()
        .isEqualTo(
            """
            epoch,step,training_rmse,validation_rmse,best,learning_rate,faces_per_second,elapsed_seconds
            1,20,5.250000,4.500000,true,0.00100000000,900.000,11.000
            """);
  }

  @Test
  void nothing_but_the_run_is_left_beside_it() {
    assertThat(parent.resolve("runs")).isDirectoryContaining("glob:**/cnn-1");
    assertThat(parent.resolve("runs").toFile().list()).hasSize(1);
  }

  @Test
  void a_run_that_is_given_up_leaves_nothing() throws IOException {
    Path other = parent.resolve("runs/cnn-2");
    RunFolderWriter.begin(other).close();

    assertThat(parent.resolve("runs").toFile().list()).containsExactly("cnn-1");
  }

  @Test
  void a_folder_in_which_a_training_broke_off_before_it_saved_anything_is_used_anew()
      throws IOException {
    Path other = parent.resolve("runs/cnn-2");
    Files.createDirectory(other);
    Files.writeString(other.resolve("training.lock"), "");
    Files.writeString(other.resolve("log.txt"), "Training begins");

    try (RunFolderWriter writer = RunFolderWriter.begin(other)) {
      writer.commit(run, model);
    }

    assertThat(new RunFolder(other).readRecord()).isEqualTo(run);
  }

  @Test
  void a_folder_that_holds_anything_else_is_never_used() throws IOException {
    Path other = parent.resolve("runs/cnn-2");
    Files.createDirectory(other);
    Files.writeString(other.resolve("training.lock"), "");
    Files.writeString(other.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> RunFolderWriter.begin(other)).hasMessageContaining("exists already");
    assertThat(other.resolve("thesis.txt")).exists();
  }

  @Test
  void a_truncated_file_is_refused() throws IOException {
    Path weights = path.resolve("weights.bin");
    Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 1000));

    assertRefused("weights.bin is not the one that the run wrote");
  }

  @Test
  void a_missing_file_is_refused() throws IOException {
    Files.delete(path.resolve("model.json"));

    assertRefused("its file model.json is missing");
  }

  @Test
  void files_of_another_run_are_refused() throws IOException {
    Files.write(path.resolve("metrics.csv"), "other".getBytes(StandardCharsets.UTF_8));

    assertRefused("metrics.csv is not the one that the run wrote");
  }

  @Test
  void checksums_that_name_files_elsewhere_are_refused() throws IOException {
    Path sums = path.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums).replace("weights.bin", "../weights.bin"));

    assertRefused("../weights.bin");
  }

  @Test
  void weights_that_do_not_fit_the_network_are_refused_even_with_right_checksums()
      throws IOException {
    rewrite(RunFile.WEIGHTS, new byte[8]);

    assertRefused("do not describe a model");
  }

  @Test
  void a_class_name_in_the_place_of_a_layers_type_is_refused_even_with_right_checksums()
      throws IOException {
    String json = Files.readString(path.resolve("model.json"));
    rewrite(
        RunFile.MODEL,
        json.replace("\"relu\"", "\"java.lang.ProcessBuilder\"").getBytes(StandardCharsets.UTF_8));

    assertRefused("do not describe a model");
  }

  @Test
  void a_network_of_absurd_size_is_refused_before_any_of_it_is_made() throws IOException {
    String json = Files.readString(path.resolve("model.json"));
    rewrite(
        RunFile.MODEL,
        json.replace("\"units\" : 100", "\"units\" : 2000000000").getBytes(StandardCharsets.UTF_8));

    assertRefused("do not describe a model");
  }

  @Test
  void a_folder_that_is_no_run_is_refused() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("empty"));

    assertThatThrownBy(() -> new RunFolder(empty).readModel())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a whole training run: it has no SHA256SUMS");
    assertThatThrownBy(() -> new RunFolder(parent.resolve("nowhere")).readRecord())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no training run in");
  }

  @Test
  void a_store_lists_whole_runs_and_says_what_is_wrong_with_others() throws IOException {
    RunStore store = new RunStore(parent.resolve("runs"));
    Path broken = parent.resolve("runs/broken");
    Files.createDirectory(broken);
    Files.writeString(broken.resolve("SHA256SUMS"), "nonsense");

    RunStore.Listing listing = store.list();

    assertThat(listing.runs()).extracting(RunStore.StoredRun::name).containsExactly("cnn-1");
    assertThat(listing.problems()).singleElement().asString().contains("broken");
    assertThat(store.nextFolder(ModelKind.CNN)).hasFileName("cnn-2");
    assertThat(new RunStore(parent.resolve("none")).list().runs()).isEmpty();
  }

  private void rewrite(RunFile changed, byte[] content) throws IOException {
    Files.write(path.resolve(changed.fileName()), content);
    Map<RunFile, byte[]> contents = new EnumMap<>(RunFile.class);
    for (RunFile file : RunFile.values()) {
      contents.put(file, Files.readAllBytes(path.resolve(file.fileName())));
    }
    Files.writeString(path.resolve("SHA256SUMS"), Checksums.of(contents).text());
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> new RunFolder(path).readModel())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The folder " + path + " is not a whole training run: ")
        .hasStackTraceContaining(reason);
  }
}
