package org.keypointstudio.dataset.format.labelme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

class LabelmeTest {
  private static final String TWO_FACES =
      """
      {"version":"4.5.6","flags":{"checked":true},"shapes":[
        {"label":"hair","points":[[1,1],[2,2],[3,1]],"group_id":null,"shape_type":"polygon","flags":{}},
        {"label":"face","points":[[50.5,60],[10.5,20]],"group_id":1,"shape_type":"rectangle","flags":{}},
        {"label":"nose","points":[[20.25,30.0]],"group_id":1,"shape_type":"point","flags":{"occluded":true}},
        {"label":"nose","points":[[70,30]],"group_id":2,"shape_type":"point","flags":{}},
        {"label":"chin","points":[[71,40]],"group_id":2,"shape_type":"point","flags":{}}],
       "imagePath":"..\\\\pictures\\\\a.jpg","imageData":"QUJD","imageHeight":90,"imageWidth":120}
      """;
  private static final String NO_FACE =
      """
      {"version":"5.5.0","flags":{},"shapes":[],"imagePath":"b.jpg","imageData":null,
       "imageHeight":90,"imageWidth":120}
      """;

  private final Labelme format = new Labelme();
  private @TempDir Path folder;

  private AnnotatedImages readBoth() throws IOException {
    Files.createDirectories(folder.resolve("labels"));
    Files.writeString(folder.resolve("labels/a.json"), TWO_FACES);
    Files.writeString(folder.resolve("b.json"), NO_FACE);
    Files.writeString(folder.resolve("other.json"), "{\"some\":1}");
    return format.read(folder, TaskContext.unattended());
  }

  @Test
  void groups_are_faces_and_files_of_another_kind_are_left_aside() throws IOException {
    AnnotatedImages images = readBoth();

    assertThat(images.faces())
        .extracting(AnnotatedFace::imageName)
        .containsExactly("b.jpg", "pictures/a.jpg", "pictures/a.jpg");
    AnnotatedFace first = images.faces().get(1);
    assertThat(first.box()).contains(new FaceBox(10.5, 20, 40, 40));
    assertThat(first.label()).isEqualTo("face");
    assertThat(first.annotation().keypoints())
        .containsExactly(new Keypoint(20.25, 30, Visibility.OCCLUDED), Keypoint.unlabelled());
    assertThat(images.faces().get(2).annotation().isComplete()).isTrue();
    assertThat(images.faces().getFirst().isEmptyImage()).isTrue();
  }

  @Test
  void a_save_touches_only_the_file_of_the_changed_image() throws IOException {
    AnnotatedImages images = readBoth();
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace face = faces.get(1);
    faces.set(
        1,
        face.withAnnotation(
            face.annotation()
                .with(0, Keypoint.visible(21, 31))
                .with(1, Keypoint.visible(22, 45.5))));

    format.rewrite(folder, images.withFaces(faces), folder, TaskContext.unattended());

    assertThat(folder.resolve("b.json")).hasContent(NO_FACE);
    JsonNode root = new ObjectMapper().readTree(folder.resolve("labels/a.json").toFile());
    assertThat(root.at("/shapes/0/label").asText()).isEqualTo("hair");
    assertThat(root.at("/shapes/2/points/0/0").asDouble()).isEqualTo(21);
    assertThat(root.at("/shapes/2/flags/occluded").asBoolean()).isFalse();
    assertThat(root.at("/shapes/5/label").asText()).isEqualTo("chin");
    assertThat(root.at("/shapes/5/group_id").asInt()).isEqualTo(1);
    assertThat(root.at("/imageData").asText()).isEqualTo("QUJD");
    assertThat(root.at("/flags/checked").asBoolean()).isTrue();
    assertThat(format.read(folder, TaskContext.unattended()).faces()).isEqualTo(faces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"shapes\":[{\"shape_type\":\"point\",\"label\":\"a\",\"points\":[[1]]}],\"imagePath\":\"a\"}|shapes[0]:"
            + " expected points of two numbers",
        "{\"shapes\":[{\"shape_type\":\"point\",\"label\":\"a\",\"points\":[[1,1e99]]}],\"imagePath\":\"a\"}|shapes[0]",
        "{\"shapes\":[{\"shape_type\":\"point\",\"label\":\""
            + " \",\"points\":[[1,1]]}],\"imagePath\":\"a\"}|a keypoint without a name",
        "{\"shapes\":[],\"imagePath\":\"\"}|is no file of labelme",
        "{\"shapes\":[],\"imagePath\":\"a\"}|names no keypoints",
        "{\"shapes\":[|is not whole JSON",
      })
  void mistakes_are_named(String text, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), text);

    assertThatThrownBy(() -> format.read(file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("bad.json")
        .hasMessageContaining(problem);
  }
}
