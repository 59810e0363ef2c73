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
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class PtsTest {
  private static final String FILE =
      """
      version: 1
      n_points:  3
      {
      336.820955 240.864510
      334.238298 260.922709
      nan nan
      }
      """;

  @TempDir private Path folder;

  private AnnotatedImages read() throws IOException {
    return new Pts().read(folder, TaskContext.unattended());
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void points_count_from_one_and_belong_to_the_image_beside() throws IOException {
    put("indoor/face.pts", FILE);
    put("indoor/face.PNG", "");
    put("lonely.pts", FILE);
    put("unlabelled.jpg", "");

    AnnotatedImages images = read();

    assertThat(images.faces().stream().map(AnnotatedFace::imageName))
        .containsExactly("indoor/face.PNG", "lonely.jpg", "unlabelled.jpg");
    Annotation first = images.faces().getFirst().annotation();
    assertThat(first.keypoint(0)).isEqualTo(Keypoint.visible(335.820955, 239.86451));
    assertThat(first.keypoint(2)).isEqualTo(Keypoint.unlabelled());
    assertThat(images.faces().getLast().isEmptyImage()).isTrue();
  }

  @Test
  void one_file_opens_alone() throws IOException {
    put("a.pts", FILE);
    put("b.pts", FILE);

    AnnotatedImages images = new Pts().read(folder.resolve("b.pts"), TaskContext.unattended());

    assertThat(images.faces()).hasSize(1);
    assertThat(images.faces().getFirst().imageName()).isEqualTo("b.jpg");
  }

  @Test
  void only_the_lines_of_keypoints_that_moved_change() throws IOException {
    put("face.pts", FILE.replace("version: 1", "version: 1\r"));
    AnnotatedImages images = read();
    Annotation moved = images.faces().getFirst().annotation().with(1, Keypoint.visible(1.5, 2));

    new Pts()
        .rewrite(
            folder,
            images.withFaces(List.of(images.faces().getFirst().withAnnotation(moved))),
            folder,
            TaskContext.unattended());

    assertThat(folder.resolve("face.pts"))
        .content()
        .contains("336.820955 240.864510\n2.5 3.0\nnan nan\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "336.820955 240.864510 | 336.8 | line 4: \"336.8\" is no point",
        "336.820955 240.864510 | nan 3 | line 4: \"nan 3\" is no point",
        "336.820955 240.864510 | 1e9 3 | line 4: \"1e9 3\" is no point",
        "n_points:  3 | n_points: 4 | says that it has 4 points",
        "{ | [ | no file of points",
      })
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told)
      throws IOException {
    put("face.pts", FILE.replace(right, wrong));

    assertThatThrownBy(this::read)
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("face.pts")
        .hasMessageContaining(told);
  }

  @Test
  void files_with_different_numbers_of_points_do_not_make_a_data_set() throws IOException {
    put("a.pts", FILE);
    put("b.pts", "n_points: 1\n{\n1 1\n}");

    assertThatThrownBy(this::read).hasMessageContaining("b.pts has 1 points");
  }

  @Test
  void a_folder_that_is_not_there_yet_is_made() throws IOException {
    put("a.pts", FILE);
    Path target = folder.resolve("new");

    new Pts().write(read(), target, TaskContext.unattended());

    assertThat(target.resolve("a.pts")).exists();
  }

  @Test
  void nothing_is_written_outside_of_the_folder() throws IOException {
    put("a.pts", FILE);
    AnnotatedImages images = read();
    AnnotatedFace face = images.faces().getFirst().withImageName("../../escaped.png");

    assertThatThrownBy(
            () ->
                new Pts().write(images.withFaces(List.of(face)), folder, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("outside");
  }
}
