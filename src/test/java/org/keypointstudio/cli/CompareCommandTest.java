package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.project.WrittenRun;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

class CompareCommandTest {
  private static final List<String> NAMES = KeypointSchema.kaggle15().keypointNames();
  private static final int FACES = 6;
  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void write_data() {
    List<String> lines = new ArrayList<>(List.of(KaggleText.header()));
    for (int face = 0; face < FACES; face++) {
      lines.add(KaggleText.row(KaggleText.image(16, 40 * face), "60", "30", "20", "30"));
    }
    data = KaggleText.write(folder.resolve("training.csv"), lines.toArray(String[]::new));
    // A run is off by as many pixels as its name says, towards the right.
    commands.loader =
        run -> new OffBy(Double.parseDouble(("" + run.getFileName()).replaceAll("\\D+", "")));
  }

  private Path run(String name, Integer... heldOut) throws IOException {
    return WrittenRun.write(folder.resolve(name), NAMES, FACES, List.of(heldOut), "00");
  }

  private int compare(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("compare", "--data", "" + data));
    for (Object argument : arguments) {
      all.add("" + argument);
    }
    return commands.run(all.toArray(String[]::new));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(commands.out());
  }

  @Test
  void runs_are_scored_on_the_faces_that_none_has_learned_from() throws IOException {
    assertThat(compare(run("off-2", 1, 2, 3), run("off-4", 2, 3, 4), "--json")).isZero();

    assertThat(json().at("/faces/choice").asText()).isEqualTo("held-out");
    assertThat(json().at("/faces/scored").asInt()).isEqualTo(2);
    assertThat(json().at("/models/0/name").asText()).isEqualTo("off-2");
    assertThat(json().at("/models/0/rmse/value").asDouble())
        .isCloseTo(2 / Math.sqrt(2), within(1e-9));
    assertThat(json().at("/models/1/nme/value").asDouble()).isCloseTo(4 / 40.0, within(1e-9));
    assertThat(json().at("/differences/0/difference").asDouble())
        .isCloseTo(2 / Math.sqrt(2), within(1e-9));
    assertThat(json().at("/keypoints/left_eye_center/rmse/off-4/value").asDouble())
        .isCloseTo(4 / Math.sqrt(2), within(1e-9));
    assertThat(json().at("/keypoints/nose_tip/rmse/off-4/value").isNull()).isTrue();
  }

  @Test
  void all_faces_are_scored_when_that_is_asked_and_it_is_said_who_learned() throws IOException {
    assertThat(compare(run("off-2", 1, 2, 3), run("off-4", 2, 3, 4), "--faces", "all")).isZero();

    assertThat(commands.out())
        .contains(
            "Scored on all 6 labelled faces; 4 of them were learned from by at least one run, which"
                + " flatters it.")
        .contains("Training: learned from by all")
        .contains("off-4 − off-2");
  }

  @Test
  void before_and_after_a_correction_are_a_verdict_and_lists_of_faces() throws IOException {
    Path before = run("off-5", 0, 1, 2, 3, 4, 5);
    Path after = run("off-1", 0, 1, 2, 3, 4, 5);

    assertThat(compare("--before", before, "--after", after)).isZero();

    assertThat(commands.out())
        .contains("It helped: RMSE -2.828 px")
        .contains("6 faces got better, 0 worse")
        .containsPattern("row 1 +3.536 px +0.707 px +-2.828 px");
  }

  @Test
  void the_change_is_in_the_json_too() throws IOException {
    assertThat(compare("--before", run("off-1", 0, 1), "--after", run("off-5", 0, 1), "--json"))
        .isZero();

    assertThat(json().at("/change/worse").asInt()).isEqualTo(2);
    assertThat(json().at("/change/worseFaces/0/row").asInt(-1)).isBetween(0, 1);
  }

  @Test
  void groups_are_drawn_as_a_whole() throws IOException {
    Path groups =
        KaggleText.write(
            folder.resolve("people.csv"), "row,person", "0,a", "1,a", "2,b", "3,b", "4,c", "5,c");

    assertThat(compare(run("off-2", 0, 1, 2, 3), "--groups", groups, "--json")).isZero();

    assertThat(json().at("/faces/groups").asInt()).isEqualTo(2);
  }

  @Test
  void runs_without_a_common_face_are_one_sentence() throws IOException {
    assertThat(compare(run("off-2", 1), run("off-4", 2))).isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).startsWith("Each of the 6 faces was learned from by at least one");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void a_run_of_other_keypoints_is_one_sentence() throws IOException {
    Path other = WrittenRun.write(folder.resolve("off-3"), List.of("chin"), FACES, List.of(), "00");

    assertThat(compare(other)).isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).startsWith("off-3 places 1 keypoints, the first of them chin");
  }

  @Test
  void a_run_whose_data_has_changed_is_one_sentence_unless_all_faces_are_scored()
      throws IOException {
    Path moved = WrittenRun.write(folder.resolve("off-3"), NAMES, 99, List.of(1), "00");

    assertThat(compare(moved)).isEqualTo(1);
    assertThat(commands.err()).startsWith("off-3 was trained on 99 faces, but");

    assertThat(compare(moved, "--faces", "all")).isZero();
    assertThat(commands.out()).contains("whether it has learned from some of these is not known");
  }

  @Test
  void excluded_faces_are_left_out_and_counted() throws IOException {
    LabelStore store = CommandLineFixture.labels();
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    List<FaceLabels> labels = new ArrayList<>(opened.labels());
    labels.set(
        2,
        labels
            .get(2)
            .withNotes(FaceNotes.NONE.withTags(new TreeSet<>(Set.of(FaceNotes.EXCLUDED)))));
    store.save(opened, labels, data, 0, TaskContext.unattended());
    Path run = run("off-2", 1, 2, 3);

    assertThat(compare(run)).isZero();
    assertThat(commands.out())
        .contains("Scored on 2 labelled faces")
        .contains("1 face is tagged \"excluded\" and not scored.");
  }

  @Test
  void data_without_labels_is_one_sentence() throws IOException {
    data =
        KaggleText.write(
            folder.resolve("test.csv"), "ImageId,Image", "1," + KaggleText.image(16, 5));
    Path run = WrittenRun.write(folder.resolve("off-3"), NAMES, 1, List.of(0), "00");

    assertThat(compare(run)).isEqualTo(1);

    assertThat(commands.err()).startsWith("The data set has no labels to compare the models by");
  }

  @Test
  void a_folder_that_is_no_run_is_one_sentence() throws IOException {
    assertThat(compare(folder.resolve("nowhere"))).isEqualTo(1);
    assertThat(commands.err()).startsWith("There is no training run in");
    Path run = run("off-2", 1);
    assertThat(compare(run, run)).isEqualTo(1);
    assertThat(commands.err()).contains("A run is named twice");
  }

  @Test
  void runs_of_one_name_are_told_apart_by_their_folders() throws IOException {
    assertThat(compare(run("old/off-2", 1, 2), run("new/off-2", 1, 2), "--json")).isZero();

    assertThat(json().at("/models/0/name").asText()).isEqualTo(Path.of("old", "off-2").toString());
    assertThat(json().at("/models/1/name").asText()).isEqualTo(Path.of("new", "off-2").toString());
  }

  @Test
  void it_must_be_clear_which_runs_are_meant() {
    assertThat(compare()).isEqualTo(2);
    assertThat(compare("--before", "a")).isEqualTo(2);
    assertThat(compare("--before", "a", "--after", "b", "c")).isEqualTo(2);
    assertThat(compare("a", "--faces", "some")).isEqualTo(2);
  }

  /** Places the eyes of each face this far to the right of where they are. */
  private record OffBy(double pixels) implements KeypointPredictor {
    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      double[] coordinates = new double[30];
      IntStream.range(0, 15)
          .forEach(
              k -> {
                coordinates[2 * k] = (k == 1 ? 20 : 60) + pixels;
                coordinates[2 * k + 1] = 30;
              });
      return images.stream().map(_ -> Annotation.ofCoordinates(coordinates)).toList();
    }

    @Override
    public void close() {}
  }
}
