package org.keypointstudio.dataset.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

class YoloPoseTest {
  private static final String YAML =
      """
      # a comment
      path: ../datasets/faces
      train: images/train
      val: images/val

      kpt_shape: [3, 3]
      flip_idx: [1, 0, 2]
      names:
        0: person
        1: cat
      """;

  private static final String LINES =
      "1 0.5 0.5 0.5 1.0 0.25 0.5 2.000 0.75 0.5 1 0 0 0\n0 0.5 0.5 1 1\n";

  @TempDir private Path folder;

  @BeforeEach
  void a_data_set_of_two_images() throws IOException {
    putImage("images/train/a.png");
    putImage("images/val/b.png");
    put("data.yaml", YAML);
    put("labels/train/a.txt", LINES);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void putImage(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
  }

  private AnnotatedImages read() throws IOException {
    return new YoloPose().read(folder, TaskContext.unattended());
  }

  @Test
  void shares_of_the_image_become_pixels() throws IOException {
    AnnotatedImages images = read();

    assertThat(images.schema().flipPairs()).containsExactly(new IndexPair(0, 1));
    AnnotatedFace face = images.faces().getFirst();
    assertThat(face.imageName()).isEqualTo("images/train/a.png");
    assertThat(face.label()).isEqualTo("cat");
    assertThat(face.box()).hasValue(new FaceBox(10, 0, 20, 20));
    assertThat(face.annotation().keypoint(0)).isEqualTo(Keypoint.visible(10, 10));
    assertThat(face.annotation().keypoint(1)).isEqualTo(new Keypoint(30, 10, Visibility.OCCLUDED));
    assertThat(face.annotation().keypoint(2)).isEqualTo(Keypoint.unlabelled());
    assertThat(images.faces().get(1).annotation().placedCount()).isZero();
    assertThat(images.faces().get(2).isEmptyImage()).isTrue();
  }

  @Test
  void two_numbers_a_keypoint_leave_one_out_at_the_origin() throws IOException {
    put("data.yaml", YAML.replace("[3, 3]", "[3, 2]"));
    put("labels/train/a.txt", "0 0.5 0.5 1 1 0.25 0.5 0 0 -1 -1\n");

    assertThat(read().faces().getFirst().annotation().placedCount()).isEqualTo(1);
  }

  @Test
  void the_yaml_file_opens_the_data_set_too() throws IOException {
    Path yaml = folder.resolve("data.yaml");

    assertThat(new YoloPose().recognises(yaml, Files.readAllBytes(yaml))).isTrue();
    assertThat(new YoloPose().recognises(folder, new byte[0])).isTrue();
    assertThat(new YoloPose().recognises(folder.resolve("labels"), new byte[0])).isFalse();
    assertThat(new YoloPose().read(yaml, TaskContext.unattended()).faces()).hasSize(3);
  }

  @Test
  void an_image_that_cannot_be_read_is_left_aside_and_said_to_be() throws IOException {
    put("images/train/damaged.jpg", "no image");
    put("labels/train/damaged.txt", LINES);

    AnnotatedImages images = read();

    assertThat(images.faces()).hasSize(3);
    assertThat(images.remarks()).singleElement().asString().contains("damaged.jpg");
  }

  @Test
  void numbers_of_keypoints_that_stayed_are_written_as_they_were() throws IOException {
    AnnotatedImages images = read();
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    faces.set(
        0,
        faces
            .getFirst()
            .withAnnotation(faces.getFirst().annotation().with(2, Keypoint.visible(4, 4))));
    faces.set(
        2,
        faces.get(2).withAnnotation(faces.get(2).annotation().with(0, Keypoint.visible(20, 10))));

    new YoloPose().rewrite(folder, images.withFaces(faces), folder, TaskContext.unattended());

    assertThat(folder.resolve("labels/train/a.txt"))
        .hasContent(LINES.replace("1 0 0 0", "1 0.1 0.2 2"));
    assertThat(folder.resolve("labels/val/b.txt"))
        .content()
        .startsWith("0 ")
        .contains(" 0.5 0.5 2");
    assertThat(folder.resolve("data.yaml")).hasContent(YAML);
  }

  @Test
  void a_new_description_numbers_its_classes() throws IOException {
    Path target = folder.resolve("new");

    new YoloPose().write(read(), target, TaskContext.unattended());

    assertThat(target.resolve("data.yaml"))
        .content()
        .contains("train: images\n", "names:\n  0: cat\n  1: person\n", "kpt_names:\n  0:\n");
    assertThat(target.resolve("labels/train/a.txt")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.75 | NaN | a.txt, line 1: \"NaN\" is no number",
        "0.75 | '' | a.txt, line 1: there are 13 numbers; expected 14",
        "0.5 1.0 | 0 1.0 | a.txt, line 1: a box of 0.0",
      })
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told)
      throws IOException {
    put("labels/train/a.txt", LINES.replaceFirst(right, wrong));

    assertThatThrownBy(this::read).isInstanceOf(DataSetException.class).hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3, 3] | [0, 3] | kpt_shape is [0,3]",
        "[3, 3] | [3, 9] | kpt_shape is [3,9]",
        "[3, 3] | 2000000000 | kpt_shape is 2000000000",
        "[1, 0, 2] | [1, 2, 0] | flip_idx must name",
        "[1, 0, 2] | [1, 0 | no well-formed YAML",
      })
  void a_wrong_description_is_told(String right, String wrong, String told) throws IOException {
    put("data.yaml", YAML.replace(right, wrong));

    assertThatThrownBy(this::read)
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("data.yaml")
        .hasMessageContaining(told);
  }

  @Test
  void a_yaml_file_whose_references_would_grow_without_bound_is_refused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    put("data.yaml", bomb + YAML);

    AnnotatedImages images = read();

    assertThat(images.schema().size()).isEqualTo(3);
  }
}
