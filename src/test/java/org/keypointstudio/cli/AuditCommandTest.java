package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.project.audit.KeptLabel;
import org.keypointstudio.project.audit.KeptLabels;
import org.keypointstudio.project.audit.KeptLabelsFile;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

class AuditCommandTest {
  private @TempDir Path folder;
  private Path data;
  private Path out;
  private final CommandLineFixture commands = new CommandLineFixture();

  /** Forty faces of which the left and right eye of the last one have changed places. */
  @BeforeEach
  void write_faces() throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>(List.of(KaggleText.header()));
    for (int face = 0; face < 40; face++) {
      String left = "%.2f".formatted(12 + random.nextGaussian() / 2);
      String right = "%.2f".formatted(4 + random.nextGaussian() / 2);
      String y = "%.2f".formatted(6 + random.nextGaussian() / 2);
      String image = KaggleText.image(256, face);
      lines.add(
          face == 39
              ? KaggleText.row(image, right, y, left, y)
              : KaggleText.row(image, left, y, right, y));
    }
    data = KaggleText.write(folder.resolve("training.csv"), lines.toArray(String[]::new));
    out = folder.resolve("suspects.csv");
  }

  @Test
  void ranks_all_labelled_points_by_shape_alone() throws IOException {
    byte[] before = Files.readAllBytes(data);

    assertThat(commands.run("audit", "--data=" + data, "--out=" + out, "--shape-only")).isZero();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(81);
    assertThat(lines.getFirst()).isEqualTo("row,keypoint,score,kind,suggested_x,suggested_y");
    assertThat(lines.subList(1, 3))
        .allMatch(line -> line.startsWith("39,") && line.contains(",swap,"));
    assertThat(commands.out())
        .contains("80 labelled points are ranked")
        .contains("2 of them, on 1 faces, are probably wrong")
        .contains("Left and right swapped");
    assertThat(commands.err()).contains("No model looked at the pictures");
    assertThat(Files.readAllBytes(data)).isEqualTo(before);
  }

  private KeptLabelsFile kept() {
    return KeptLabelsFile.in(CommandLineFixture.labels().project(data).audit());
  }

  @Test
  void labels_that_were_kept_as_right_are_left_out_until_they_move() throws IOException {
    LabelledDataSet faces = CommandLineFixture.labels().open(data, TaskContext.unattended());
    Keypoint eye = faces.labels().get(39).annotation().keypoint(0);
    kept()
        .write(
            new KeptLabels(
                Set.of(
                    KeptLabel.of(39, "left_eye_center", eye),
                    KeptLabel.of(38, "left_eye_center", Keypoint.visible(1, 1)))));

    assertThat(commands.run("audit", "--data=" + data, "--out=" + out, "--shape-only")).isZero();

    assertThat(Files.readAllLines(out))
        .hasSize(80)
        .noneMatch(line -> line.startsWith("39,left_eye_center,"))
        .anyMatch(line -> line.startsWith("38,left_eye_center,"));
    assertThat(commands.err()).contains("One label that you kept as right is left out.");
    assertThat(commands.out()).contains("1 of them, on 1 faces, are probably wrong");
  }

  @Test
  void a_list_of_kept_labels_that_cannot_be_understood_is_one_sentence() throws IOException {
    kept().write(KeptLabels.NONE);
    Path file = CommandLineFixture.labels().project(data).audit().resolve("kept.json");
    Files.writeString(file, "{");

    assertThat(commands.run("audit", "--data=" + data, "--out=" + out, "--shape-only"))
        .isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).contains("kept.json", "cannot be understood");
    assertThat(out).doesNotExist();
  }

  @Test
  void asks_a_model_and_warns_that_it_may_have_seen_the_labels() {
    assertThat(
            commands.run(
                "audit", "--data=" + data, "--out=" + out, "--model=" + folder.resolve("run")))
        .isZero();

    assertThat(out).exists();
    assertThat(commands.err()).contains("may have learned from these labels");
  }

  @Test
  void trains_models_unless_told_otherwise() {
    assertThat(commands.run("audit", "--data=" + data, "--out=" + out)).isEqualTo(1);

    assertThat(commands.err()).contains("There is no trainer here.");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_model_and_the_shape_alone_cannot_both_be_asked_for() {
    assertThat(
            commands.run(
                "audit", "--data=" + data, "--out=" + out, "--shape-only", "--model=" + folder))
        .isEqualTo(2);
  }

  @Test
  void numbers_that_make_no_sense_are_refused() {
    assertThat(commands.run("audit", "--data=" + data, "--out=" + out, "--folds=1")).isEqualTo(1);
    assertThat(commands.err()).contains("between 2 and 20");
    assertThat(commands.run("audit", "--data=" + data, "--out=" + out, "--minutes=0")).isEqualTo(1);
    assertThat(commands.err()).contains("above 0");
  }

  @Test
  void the_data_set_itself_is_never_written_to() throws IOException {
    byte[] before = Files.readAllBytes(data);

    assertThat(commands.run("audit", "--data=" + data, "--out=" + data, "--shape-only"))
        .isEqualTo(1);

    assertThat(commands.err()).contains("is the data set itself");
    assertThat(Files.readAllBytes(data)).isEqualTo(before);
  }
}
