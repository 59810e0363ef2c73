package org.keypointstudio.dataset.format.sleap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/** The files come from {@code sleap/make.py}, which writes them by the library of HDF5. */
class SleapTest {
  private @TempDir Path folder;
  private final Sleap format = new Sleap();

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = SleapTest.class.getResourceAsStream("/sleap/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }

  private AnnotatedImages read(Path file) throws DataSetException {
    return format.read(file, TaskContext.unattended());
  }

  private static AnnotatedImages with(AnnotatedImages images, int face, int keypoint, Keypoint to) {
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    faces.set(
        face, faces.get(face).withAnnotation(faces.get(face).annotation().with(keypoint, to)));
    return images.withFaces(faces);
  }

  @Test
  void a_file_of_sleap_is_known_by_its_content() throws IOException {
    Path renamed = Files.move(file("labels.slp"), folder.resolve("labels.bin"));

    assertThat(KnownFormats.all().recognise(renamed).map(KeypointFormat::id)).hasValue("sleap");
  }

  @Test
  void user_instances_are_faces_and_what_is_not_visible_is_occluded() throws IOException {
    AnnotatedImages images = read(file("labels.slp"));

    assertThat(images.schema().keypointNames()).containsExactly("right_eye", "left_eye", "näse");
    assertThat(images.schema().skeleton())
        .containsExactly(new IndexPair(0, 2), new IndexPair(1, 2));
    assertThat(images.schema().flipPairs()).containsExactly(new IndexPair(1, 0));
    assertThat(images.faces())
        .extracting(AnnotatedFace::imageName)
        .containsExactly("a/one.png", "b/three.png", "a/two.png");
    assertThat(images.faces().getFirst().imageSize()).contains(new ImageSize(8, 6));
    assertThat(images.faces().get(0).annotation())
        .isEqualTo(
            Annotation.of(
                List.of(
                    Keypoint.visible(5.25, 2.5), Keypoint.visible(2, 2.5), Keypoint.unlabelled())));
    assertThat(images.faces().get(1).annotation().keypoint(0))
        .isEqualTo(new Keypoint(6, 1, Visibility.OCCLUDED));
    assertThat(images.faces().get(2).isEmptyImage()).isTrue();
    assertThat(images.remarks())
        .singleElement()
        .asString()
        .startsWith("1 predicted instance of labels.slp is left aside");
  }

  @Test
  void files_that_count_from_the_corner_of_a_pixel_are_moved_by_half_a_pixel() throws IOException {
    AnnotatedImages images = read(file("old.slp"));

    assertThat(images.faces().getFirst().annotation().keypoint(0))
        .isEqualTo(Keypoint.visible(4.75, 2));
    assertThat(images.faces().getFirst().imageName()).isEqualTo("faces.mp4/000000.png");
    assertThat(images.remarks()).anyMatch(remark -> remark.contains("this program reads no films"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"package.pkg.slp", "variable.pkg.slp"})
  void frames_of_a_package_are_shown(String name) throws IOException {
    StoredDataSet faces = new DataSetFiles().open(file(name), TaskContext.unattended());

    assertThat(faces.size()).isEqualTo(3);
    assertThat(faces.imageSize(0)).isEqualTo(new ImageSize(8, 6));
    assertThat(faces.image(0).at(3, 3)).isEqualTo(40);
    assertThat(faces.image(1).at(3, 3)).isEqualTo(170);
    assertThat(faces.remarks()).noneMatch(remark -> remark.contains("cannot be shown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"labels.slp", "old.slp", "package.pkg.slp"})
  void a_save_changes_the_bytes_of_the_changed_points_and_no_others(String name)
      throws IOException {
    Path file = file(name);
    byte[] before = Files.readAllBytes(file);
    AnnotatedImages images = read(file);
    AnnotatedImages changed = with(images, 0, 2, Keypoint.visible(3.125, 4));
    changed = with(changed, 1, 1, new Keypoint(0.5, 1.75, Visibility.OCCLUDED));
    changed = with(changed, 1, 2, Keypoint.unlabelled());

    format.rewrite(file, changed, file, TaskContext.unattended());

    assertThat(read(file)).isEqualTo(changed);
    byte[] after = Files.readAllBytes(file);
    int different = 0;
    for (int i = 0; i < before.length; i++) {
      different += before[i] == after[i] ? 0 : 1;
    }
    assertThat(after).hasSameSizeAs(before);
    assertThat(different).isBetween(1, 3 * (8 + 8 + 1));
  }

  @Test
  void points_that_are_compressed_are_not_changed_in_place() throws IOException {
    Path file = file("compressed.slp");
    byte[] before = Files.readAllBytes(file);
    AnnotatedImages changed = with(read(file), 0, 0, Keypoint.visible(1, 1));

    assertThatThrownBy(() -> format.rewrite(file, changed, file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("has its points compressed");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_frame_without_an_instance_gets_none_by_a_save() throws IOException {
    Path file = file("labels.slp");
    AnnotatedImages changed = with(read(file), 2, 0, Keypoint.visible(1, 1));

    assertThatThrownBy(() -> format.rewrite(file, changed, file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("no instance with right_eye on a/two.png")
        .hasMessageContaining("Export as…");
  }

  @Test
  void what_is_written_anew_is_what_was_read() throws IOException {
    AnnotatedImages images = read(file("labels.slp"));
    Path target = folder.resolve("new.slp");

    format.write(images, target, TaskContext.unattended());

    AnnotatedImages written = read(target);
    assertThat(written.schema().keypointNames()).isEqualTo(images.schema().keypointNames());
    assertThat(written.schema().flipPairs()).isEqualTo(images.schema().flipPairs());
    assertThat(written.schema().skeleton()).isEqualTo(images.schema().skeleton());
    assertThat(written.faces()).isEqualTo(images.faces());
  }

  @Test
  void a_file_that_is_cut_off_is_refused_in_one_sentence() throws IOException {
    byte[] whole = Files.readAllBytes(file("labels.slp"));
    for (int length = 0; length < whole.length; length += 97) {
      Path cut = folder.resolve("cut.slp");
      Files.write(cut, Arrays.copyOf(whole, length));

      Optional<DataSetException> refusal = refusal(cut);
      refusal.ifPresent(problem -> assertThat(problem.getMessage()).startsWith("cut.slp "));
    }
  }

  private Optional<DataSetException> refusal(Path file) {
    try {
      read(file);
      return Optional.empty();
    } catch (DataSetException problem) {
      return Optional.of(problem);
    }
  }

  @Test
  void a_place_that_is_no_pixel_is_named_with_its_row() throws IOException {
    Path file = file("labels.slp");
    byte[] bytes = Files.readAllBytes(file);
    byte[] two = new byte[8];
    ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN).putDouble(5.25);
    for (int i = 0; i + 8 <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 8, two, 0, 8)) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(i, 1e308);
      }
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("labels.slp, points, row 0: (1.0E308, 2.5) on a/one.png");
  }
}
