package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;

/** What commands make of the marks that lie beside a data file. */
class MarksTest {
  private @TempDir Path folder;
  private Path data;
  private final CommandLineFixture commands = new CommandLineFixture();
  private final List<TrainingFaces> learned = new ArrayList<>();

  @BeforeEach
  void write_a_file_with_marks() throws IOException {
    String row = KaggleText.row(KaggleText.image(16, 3), "1", "2");
    data = KaggleText.write(folder.resolve("training.csv"), KaggleText.header(), row, row);
    LabelStore store =
        new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, folder.resolve("home")));
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    FaceLabels marked =
        opened
            .labels()
            .getFirst()
            .with(0, new Keypoint(1, 2, Visibility.OCCLUDED), Origin.HAND)
            .with(1, Keypoint.visible(5, 6), Origin.model("cnn 1"))
            .with(2, Keypoint.absent(), Origin.HAND)
            .withNotes(FaceNotes.NONE.withReviewed(true));
    store.save(opened, List.of(marked, opened.labels().get(1)), data, 0, TaskContext.unattended());
    commands.trainer =
        (config, faces, run, listener, control) -> {
          learned.add(faces);
          throw new TrainingException("Enough was seen.");
        };
  }

  private void train(String... options) {
    String[] arguments = new String[4 + options.length];
    arguments[0] = "train";
    arguments[1] = "--data=" + data;
    arguments[2] = "--model=cnn";
    arguments[3] = "--out=" + folder.resolve("run");
    System.arraycopy(options, 0, arguments, 4, options.length);
    assertThat(commands.run(arguments)).isEqualTo(1);
    assertThat(commands.err()).contains("Enough was seen.");
  }

  @Test
  void info_counts_them() throws IOException {
    assertThat(commands.run("info", data.toString(), "--json")).isZero();

    JsonNode marks = new ObjectMapper().readTree(commands.out()).path("marks");
    assertThat(marks.path("occluded").asInt()).isEqualTo(1);
    assertThat(marks.path("absent").asInt()).isEqualTo(1);
    assertThat(marks.path("origins").asInt()).isEqualTo(3);
    assertThat(marks.path("reviewed").asInt()).isEqualTo(1);
  }

  @Test
  void training_knows_occluded_and_absent_keypoints() {
    train();

    assertThat(learned.getFirst().annotations().getFirst().visibility(0))
        .isEqualTo(Visibility.OCCLUDED);
    assertThat(learned.getFirst().annotations().getFirst().visibility(2))
        .isEqualTo(Visibility.ABSENT);
    assertThat(learned.getFirst().annotations().getFirst().isPlaced(1)).isTrue();
  }

  @Test
  void training_can_leave_out_what_was_only_accepted() {
    train("--without-accepted");

    assertThat(learned.getFirst().annotations().getFirst().isPlaced(0)).isTrue();
    assertThat(learned.getFirst().annotations().getFirst().isPlaced(1)).isFalse();
    assertThat(learned.getFirst().origin().notes())
        .anyMatch(note -> note.contains("accepted from a model"));
  }

  @Test
  void marks_of_other_labels_are_told_of() throws IOException {
    Files.writeString(data, Files.readString(data).replace("1,2,5", "3,4,5"));

    assertThat(commands.run("info", data.toString())).isZero();

    assertThat(commands.err()).contains("were made for other labels");
    assertThat(commands.out()).contains("marks          none");
  }
}
