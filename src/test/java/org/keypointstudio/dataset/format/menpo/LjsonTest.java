package org.keypointstudio.dataset.format.menpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class LjsonTest {
  /** As landmarker.io writes it. */
  private static final String VERSION_2 =
      """
      {"labels": [{"label": "eyes", "mask": [0, 1]}, {"label": "nose", "mask": [2]}],
       "landmarks": {"connectivity": [[0, 1]],
                     "points": [[52.5, 10.25], [51, 40], [null, null]]},
       "version": 2, "extra": "kept"}
      """;

  @TempDir private Path folder;

  private AnnotatedImages read(String json) throws IOException {
    Files.writeString(folder.resolve("face.ljson"), json);
    return new Ljson().read(folder, TaskContext.unattended());
  }

  @Test
  void points_are_y_before_x_and_null_where_there_is_no_label() throws IOException {
    AnnotatedImages images = read(VERSION_2);

    Annotation annotation = images.faces().getFirst().annotation();
    assertThat(annotation.keypoint(0)).isEqualTo(Keypoint.visible(10.25, 52.5));
    assertThat(annotation.keypoint(2)).isEqualTo(Keypoint.unlabelled());
    assertThat(images.schema().skeleton()).containsExactly(new IndexPair(0, 1));
  }

  @Test
  void the_first_version_names_points_one_by_one() throws IOException {
    AnnotatedImages images =
        read(
            """
            {"version": 1, "groups": [
              {"label": "eyes", "connectivity": [[0, 1]],
               "landmarks": [{"point": [1, 2]}, {"point": [3, 4]}]},
              {"label": "nose", "landmarks": [{"point": [5, 6]}]}]}
            """);

    assertThat(images.faces()).hasSize(1);
    assertThat(images.faces().getFirst().annotation())
        .isEqualTo(Annotation.ofCoordinates(2, 1, 4, 3, 6, 5));
  }

  @Test
  void each_group_of_the_third_version_is_a_face() throws IOException {
    AnnotatedImages images =
        read(
            """
            {"version": 3, "groups": {
              "PTS": {"labels": [{"label": "tip", "mask": [0]}], "landmarks": {"points": [[1, 2]]}},
              "second": {"labels": [], "landmarks": {"points": [[3, 4]]}}}}
            """);

    assertThat(images.faces()).hasSize(2);
    assertThat(images.schema().keypointNames()).containsExactly("tip");
    assertThat(images.faces().get(1).annotation()).isEqualTo(Annotation.ofCoordinates(4, 3));
  }

  @Test
  void what_else_a_file_says_stays() throws IOException {
    AnnotatedImages images = read(VERSION_2);
    Annotation moved = images.faces().getFirst().annotation().with(2, Keypoint.visible(7, 8));

    new Ljson()
        .rewrite(
            folder,
            images.withFaces(List.of(images.faces().getFirst().withAnnotation(moved))),
            folder,
            TaskContext.unattended());

    String text = Files.readString(folder.resolve("face.ljson"));
    assertThat(text).contains("\"extra\" : \"kept\"").contains("\"version\" : 2");
    assertThat(text.replaceAll("\\s", "")).contains("[51,40],[8.0,7.0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[51, 40] | [51] | point 2: [51] is no point",
        "[51, 40] | [51, \"x\"] | point 2",
        "[51, 40] | [51, 1e300] | point 2",
        "[51, 40] | [null, 3] | point 2",
        "\"version\": 2 | \"version\": 9 | is of version 9",
        "\"version\": 2 | version | no whole JSON",
      })
  void what_is_wrong_is_told_with_its_place(String right, String wrong, String told) {
    assertThatThrownBy(() -> read(VERSION_2.replace(right, wrong)))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("face.ljson")
        .hasMessageContaining(told);
  }
}
