package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keypointstudio.dataset.kaggle.KaggleText.header;
import static org.keypointstudio.dataset.kaggle.KaggleText.image;
import static org.keypointstudio.dataset.kaggle.KaggleText.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Schedule;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

class TrainCommandTest {
  private final CommandLineFixture commands = new CommandLineFixture();
  private final List<TrainingConfig> configs = new ArrayList<>();
  private final List<TrainingFaces> snapshots = new ArrayList<>();
  @TempDir private Path folder;
  private Path data;
  private Path out;

  @BeforeEach
  void prepare() {
    data =
        KaggleText.write(
            folder.resolve("training.csv"),
            header(),
            row(image(16, 0), "1", "2"),
            row(image(16, 0)));
    out = folder.resolve("run");
    commands.trainer =
        (config, faces, run, listener, control) -> {
          configs.add(config);
          snapshots.add(faces);
          TrainingListener.Epoch epoch =
              new TrainingListener.Epoch(1, 2, 3.25, 2.5, true, 1e-3, 640, 65);
          listener.onStart(new TrainingListener.Start(1, 1, 2, 12345));
          listener.onBatch(new TrainingListener.Batch(1, 1, 4.5, 600, 0.5, 65));
          listener.onEpoch(epoch);
          return record(config, epoch);
        };
  }

  private static RunRecord record(TrainingConfig config, TrainingListener.Epoch epoch) {
    return new RunRecord(
        RunRecord.FORMAT_VERSION,
        config,
        List.of("a"),
        96,
        96,
        2,
        List.of(1),
        "00",
        Instant.EPOCH,
        65,
        List.of(epoch),
        1,
        2.5,
        RunRecord.Outcome.EPOCHS_DONE,
        12345,
        List.of("A note."),
        Map.of());
  }

  private int train(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "--data", "" + data, "--model", "cnn-flip", "--out", "" + out));
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray(String[]::new));
  }

  @Test
  void points_that_were_only_accepted_are_left_out_when_asked_for() throws DataSetException {
    LabelStore store = CommandLineFixture.labels();
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    List<FaceLabels> labels = new ArrayList<>(opened.labels());
    labels.set(1, labels.get(1).with(3, Keypoint.visible(5, 6), Origin.model("cnn-003")));
    store.save(opened, labels, data, 0, TaskContext.unattended());

    assertThat(train()).isZero();
    assertThat(train("--without-accepted")).isZero();

    assertThat(snapshots.getFirst().annotations().get(1).isPlaced(3)).isTrue();
    assertThat(snapshots.getLast().annotations().get(1).isPlaced(3)).isFalse();
    assertThat(snapshots.getLast().annotations().getFirst().placedCount())
        .isEqualTo(snapshots.getFirst().annotations().getFirst().placedCount());
    assertThat(snapshots.getLast().origin().notes()).contains(TrainingFaces.WITHOUT_ACCEPTED);
  }

  @Test
  void excluded_faces_are_not_learned_from() throws DataSetException {
    LabelStore store = CommandLineFixture.labels();
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    List<FaceLabels> labels = new ArrayList<>(opened.labels());
    FaceNotes excluded = FaceNotes.NONE.withTags(new TreeSet<>(Set.of(FaceNotes.EXCLUDED)));
    labels.set(1, labels.get(1).withNotes(excluded));
    store.save(opened, labels, data, 0, TaskContext.unattended());

    assertThat(train()).isZero();
    assertThat(train("--without-accepted")).isZero();

    assertThat(snapshots)
        .hasSize(2)
        .allMatch(faces -> faces.annotations().get(1).placedCount() == 0)
        .allMatch(faces -> faces.annotations().getFirst().placedCount() > 0);
  }

  @Test
  void the_options_reach_the_trainer() {
    assertThat(train("--epochs", "7", "--minutes", "1.5", "--batch", "8", "--seed", "9")).isZero();

    assertThat(configs)
        .containsExactly(
            TrainingConfig.defaults(ModelKind.CNN_FLIP)
                .withMaxEpochs(7)
                .withMaxDuration(Duration.ofSeconds(90))
                .withBatchSize(8)
                .withSeed(9));
    assertThat(snapshots.getFirst().size()).isEqualTo(2);
  }

  @Test
  void every_ingredient_of_a_recipe_can_be_chosen() {
    assertThat(
            train(
                "--rows=forward",
                "--loss=wing",
                "--loss-width=5",
                "--optimizer=nesterov",
                "--momentum=0.8",
                "--weight-decay=0.01",
                "--learning-rate=0.02",
                "--schedule=one-cycle",
                "--warm-up=0.2",
                "--dropout=0.3",
                "--members=3",
                "--patience=9",
                "--validation-share=0.25",
                "--warm-start=" + folder.resolve("earlier")))
        .as(commands.err())
        .isZero();

    assertThat(configs)
        .containsExactly(
            TrainingConfig.defaults(ModelKind.CNN_FLIP)
                .withRows(RowPolicy.FORWARD_FILL)
                .withLoss(new Loss.Wing(5, 2))
                .withOptimizer(new Optimizer.Nesterov(0.8, 0.01))
                .withLearningRate(0.02)
                .withSchedule(new Schedule(Schedule.Shape.ONE_CYCLE, 0.2))
                .withDropout(0.3)
                .withMembers(3)
                .withPatience(9)
                .withValidationShare(0.25)
                .withWarmStart(Optional.of(folder.resolve("earlier"))));
  }

  @Test
  void a_preset_of_augmentation_is_changed_by_ranges() {
    assertThat(
            train("--augmentation=strong", "--no-flips", "--rotation=5", "--warp=1.5", "--blur=0"))
        .isZero();
    assertThat(train("--augmentation=none", "--shift=2", "--flips")).isZero();

    Augmentation strong = Augmentation.strong();
    assertThat(configs)
        .extracting(TrainingConfig::augmentation)
        .containsExactly(
            new Augmentation(
                false,
                5,
                strong.scale(),
                strong.shiftPixels(),
                strong.shear(),
                1.5,
                strong.brightness(),
                strong.contrast(),
                strong.noise(),
                0),
            new Augmentation(true, 0, 0, 2, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "--momentum=0.5, --momentum has no meaning for adamw",
    "--loss-width=3, --loss-width has no meaning for mse",
    "--members=9, The number of networks must lie between 1 and 8",
    "--dropout=1, The dropout must lie between 0 and 1",
    "--rotation=200, The rotation of the augmentation must lie between 0 and 180",
    "--loss=l3, 'expected mse, smooth-l1, wing, but was'",
    "--warm-up=1, The warm-up must be a share"
  })
  void a_setting_that_makes_no_sense_is_explained(String option, String reason) {
    assertThat(train(option)).isEqualTo(2);

    assertThat(commands.err()).contains(reason);
  }

  @Test
  void the_help_lists_every_choice() {
    assertThat(commands.run("train", "--help")).isZero();

    assertThat(commands.out().replaceAll("\\s+", " "))
        .contains("sequential, cnn, cnn-flip, compact")
        .contains("complete, all, mean, forward")
        .contains("constant, step, cosine, one-cycle")
        .contains("--no-flips");
  }

  @Test
  void groups_of_a_file_reach_the_trainer() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "row,subject\n0,a\n1,b\n");

    assertThat(train("--groups=" + file)).isZero();

    TrainingFaces faces = snapshots.getFirst();
    assertThat(faces.groups()).containsExactly("a", "b");
    assertThat(faces.origin().dataSet()).contains(data.toAbsolutePath());
    assertThat(faces.origin().notes())
        .containsExactly("The split keeps the 2 groups of people.csv together.");
  }

  @Test
  void groups_beside_the_data_set_are_used_without_being_named() throws IOException {
    Files.writeString(folder.resolve("groups.csv"), "row,subject\n0,a\n1,a\n");

    assertThat(train()).isZero();

    assertThat(snapshots.getFirst().groups()).containsExactly("a", "a");
  }

  @Test
  void groups_that_do_not_fit_fail_the_command() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "row,subject\n0,a\n7,b\n");

    assertThat(train("--groups=" + file)).isEqualTo(1);

    assertThat(commands.err()).contains("people.csv, line 3, column row: expected a row");
    assertThat(configs).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--data", "--model", "--out"})
  void a_new_run_needs_data_network_and_folder(String missing) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    List.of("--data=" + data, "--model=cnn", "--out=" + out).stream()
        .filter(argument -> !argument.startsWith(missing))
        .forEach(arguments::add);

    assertThat(commands.run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(commands.err()).contains("Missing required option: " + missing);
  }

  @Test
  void without_a_terminal_there_is_a_line_per_epoch() {
    assertThat(train()).isZero();

    assertThat(commands.out().lines())
        .containsExactly(
            "1 faces to learn from, 1 to judge by; 12,345 weights",
            "epoch   1  training RMSE   3.250 px  validation RMSE   2.500 px *  640 faces/s  1:05",
            "best epoch 1: validation RMSE 2.500 px; the run is in " + out,
            "A note.");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void on_a_terminal_a_bar_shows_loss_speed_and_remaining_time() {
    commands.terminal = true;

    assertThat(train()).isZero();

    assertThat(commands.out())
        .contains("\r[##########----------]  50 %  epoch 1  loss 4.500 px  600 faces/s  ETA 1:05");
  }

  @Test
  void json_goes_to_the_output_alone() throws IOException {
    assertThat(train("--json")).isZero();

    JsonNode json = new ObjectMapper().readTree(commands.out());
    assertThat(json.path("model").asText()).isEqualTo("cnn-flip");
    assertThat(json.path("bestEpoch").asInt()).isEqualTo(1);
    assertThat(json.path("validationRmse").asDouble()).isEqualTo(2.5);
    assertThat(json.path("outcome").asText()).isEqualTo("epochs_done");
    assertThat(commands.err()).contains("epoch   1");
  }

  @ParameterizedTest
  @CsvSource({"--epochs,0", "--epochs,many", "--minutes,0", "--minutes,-1", "--batch,0"})
  void values_that_make_no_sense_are_wrong_usage(String option, String value) {
    assertThat(train(option, value)).isEqualTo(2);

    assertThat(configs).isEmpty();
  }

  @Test
  void an_unknown_network_is_wrong_usage() {
    assertThat(commands.run("train", "--data", "" + data, "--model", "rnn", "--out", "" + out))
        .isEqualTo(2);

    assertThat(commands.err()).contains("expected sequential, cnn, cnn-flip", "but was 'rnn'");
  }

  @Test
  void a_run_folder_that_exists_is_left_alone() throws IOException {
    Files.createDirectory(out);

    assertThat(train()).isEqualTo(1);

    assertThat(commands.err()).contains("exists already");
    assertThat(configs).isEmpty();
  }

  @Test
  void a_cancelled_run_says_so() {
    commands.trainer =
        (config, faces, run, listener, control) -> {
          throw new CancellationException("cancelled");
        };

    assertThat(train()).isEqualTo(1);

    assertThat(commands.err().strip()).isEqualTo("Cancelled; nothing was written.");
  }

  @Test
  void an_unforeseen_failure_shows_no_stack_trace() {
    commands.trainer =
        (config, faces, run, listener, control) -> {
          throw new IllegalStateException("wires crossed");
        };

    assertThat(train()).isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).contains("wires crossed");
  }
}
