package org.keypointstudio.dataset.format.deeplabcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class DeepLabCutCsvTest {
  /** As DeepLabCut writes CollectedData since its version 2.3: an index of three columns. */
  private static final String COLLECTED =
      """
      scorer,,,ann,ann,ann,ann
      bodyparts,,,snout,snout,left_ear,left_ear
      coords,,,x,y,x,y
      labeled-data,video,img001.png,10.50,20,30,40
      labeled-data,video,img002.png,,,31,41
      labeled-data,video,img003.png,,,,
      """;

  /** Several animals, as of DeepLabCut's projects for them, with paths in one column. */
  private static final String INDIVIDUALS =
      """
      scorer,ann,ann,ann,ann,ann,ann
      individuals,mouse1,mouse1,mouse2,mouse2,single,single
      bodyparts,snout,snout,snout,snout,corner,corner
      coords,x,y,x,y,x,y
      labeled-data\\other\\img1.png,1,2,3,4,5,6
      labeled-data\\other\\img2.png,,,7,8,,
      """;

  /** What a trained network writes. */
  private static final String PREDICTED =
      """
      scorer,DLC_resnet50,DLC_resnet50,DLC_resnet50
      bodyparts,snout,snout,snout
      coords,x,y,likelihood
      0,10.5,20.25,0.99
      """;

  @TempDir private Path folder;

  private Path put(String text) throws IOException {
    Path file = folder.resolve("labeled-data/video/CollectedData_ann.csv");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private AnnotatedImages read(String text) throws IOException {
    return new DeepLabCutCsv().read(put(text), TaskContext.unattended());
  }

  @Test
  void images_beside_the_table_are_named_from_there() throws IOException {
    AnnotatedImages images = read(COLLECTED);

    assertThat(images.faces().stream().map(AnnotatedFace::imageName))
        .containsExactly("img001.png", "img002.png", "img003.png");
    assertThat(images.schema().keypointNames()).containsExactly("snout", "left_ear");
    assertThat(images.faces().getFirst().annotation().keypoint(0))
        .isEqualTo(Keypoint.visible(10.5, 20));
    assertThat(images.faces().get(1).annotation().keypoint(0)).isEqualTo(Keypoint.unlabelled());
    assertThat(images.faces().get(2).isEmptyImage()).isTrue();
  }

  @Test
  void each_individual_with_a_keypoint_is_a_face() throws IOException {
    AnnotatedImages images = read(INDIVIDUALS);

    assertThat(images.faces().stream().map(AnnotatedFace::label))
        .containsExactly("mouse1", "mouse2", "single", "mouse2");
    assertThat(images.faces().get(3).imageName()).isEqualTo("labeled-data/other/img2.png");
    assertThat(images.faces().get(2).annotation().keypoint(1)).isEqualTo(Keypoint.visible(5, 6));
  }

  @Test
  void likelihoods_are_left_aside_and_said_to_be() throws IOException {
    AnnotatedImages images = read(PREDICTED);

    assertThat(images.faces().getFirst().annotation().keypoint(0))
        .isEqualTo(Keypoint.visible(10.5, 20.25));
    assertThat(images.remarks()).singleElement().asString().contains("likelihoods");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void only_the_cells_of_keypoints_that_moved_change(boolean individuals) throws IOException {
    String text = individuals ? INDIVIDUALS : COLLECTED;
    AnnotatedImages images = read(text);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    faces.set(
        1, faces.get(1).withAnnotation(faces.get(1).annotation().with(0, Keypoint.visible(9, 8))));
    Path file = put(text);

    new DeepLabCutCsv().rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    assertThat(file)
        .hasContent(
            individuals
                ? text.replace("1,2,3,4,5,6", "1,2,9.0,8.0,5,6")
                : text.replace("img002.png,,,31,41", "img002.png,9.0,8.0,31,41"));
  }

  @Test
  void a_table_is_known_by_its_heads() {
    for (String text : List.of(COLLECTED, INDIVIDUALS, PREDICTED, "\uFEFF" + COLLECTED)) {
      assertThat(new DeepLabCutCsv().recognises(folder, text.getBytes(StandardCharsets.UTF_8)))
          .isTrue();
    }
    byte[] other = "image,a_x,a_y\n1.png,1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new DeepLabCutCsv().recognises(folder, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.50 | abc | line 4, x of snout: \"abc\"",
        "10.50 | inf | line 4, x of snout: \"inf\"",
        "31,41 | ,41 | line 5, x of left_ear: \"\"",
        "31,41 | 31 | line 5: there are 6 cells instead of the heads' 7",
        "coords | coord | has not DeepLabCut's heads",
        "x,y,x,y | x,x,y,y | column 5: expected y of snout",
        "img001.png,10.50 | \"img001.png,10.50 | line 4: a quote is not closed",
      })
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
    assertThatThrownBy(() -> read(COLLECTED.replace(right, wrong)))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("CollectedData_ann.csv")
        .hasMessageContaining(told);
  }
}
