package org.keypointstudio.dataset.format.labelstudio;

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
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class LabelStudioTest {
  private static final String FILE =
      """
      [{"id":1,"file_upload":"0a1b2c3d-one.jpg","data":{"img":"/data/upload/3/0a1b2c3d-one.jpg","id":"x"},
        "annotations":[
         {"id":5,"was_cancelled":true,"result":[]},
         {"id":6,"completed_by":1,"lead_time":4.250,"result":[
          {"id":"a","type":"rectanglelabels","from_name":"box","to_name":"img","original_width":200,"original_height":100,
           "image_rotation":0,"value":{"x":10,"y":20,"width":30,"height":40,"rotation":0,"rectanglelabels":["Face"]}},
          {"id":"b","type":"keypointlabels","from_name":"kp","to_name":"img","original_width":200,"original_height":100,
           "parentID":"a","value":{"x":12.5,"y":25,"width":0.66,"keypointlabels":["Nose"]}},
          {"id":"c","type":"keypointlabels","from_name":"kp","to_name":"img","original_width":200,"original_height":100,
           "value":{"x":60,"y":70,"width":0.66,"keypointlabels":["Left eye"]}},
          {"id":"d","type":"choices","value":{"choices":["good"]}}]}]},
       {"id":2,"data":{"img":"http://host/pictures/two.png?x=1"},"annotations":[]}]
      """;

  private final LabelStudio format = new LabelStudio();
  private @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("tasks.json"), text);
  }

  private AnnotatedImages read(Path file) throws DataSetException {
    return format.read(file, TaskContext.unattended());
  }

  @Test
  void percentages_become_pixels_and_parents_hold_the_points_of_a_face() throws IOException {
    AnnotatedImages images = read(file(FILE));

    assertThat(images.schema().keypointNames()).containsExactly("Nose", "Left eye");
    assertThat(images.faces())
        .extracting(AnnotatedFace::imageName)
        .containsExactly("0a1b2c3d-one.jpg", "two.png");
    AnnotatedFace face = images.faces().getFirst();
    assertThat(face.imageSize()).contains(new ImageSize(200, 100));
    assertThat(face.box()).contains(new FaceBox(20, 20, 60, 40));
    assertThat(face.annotation().keypoints())
        .containsExactly(Keypoint.visible(25, 25), Keypoint.visible(120, 70));
    assertThat(images.faces().get(1).isEmptyImage()).isTrue();
    assertThat(images.remarks()).hasSize(1);
  }

  @Test
  void an_uploaded_image_is_found_under_its_own_name() throws IOException {
    Files.write(folder.resolve("one.jpg"), new byte[] {1});

    assertThat(read(file(FILE)).faces().getFirst().imageName()).isEqualTo("one.jpg");
  }

  @Test
  void an_image_of_the_local_storage_has_its_path() throws IOException {
    String task =
        """
        [{"data":{"image":"/data/local-files/?d=faces/a%20b%2B.png"},"annotations":[{"result":[
          {"type":"keypointlabels","to_name":"image","original_width":10,"original_height":10,
           "value":{"x":50,"y":50,"keypointlabels":["Nose"]}}]}]}]
        """;

    assertThat(read(file(task)).faces().getFirst().imageName()).isEqualTo("faces/a b+.png");
  }

  @Test
  void a_save_changes_the_moved_region_and_keeps_the_others() throws IOException {
    Path file = file(FILE);
    AnnotatedImages images = read(file);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace face = faces.getFirst();
    faces.set(
        0,
        face.withAnnotation(
            face.annotation().with(0, Keypoint.visible(30, 50)).with(1, Keypoint.unlabelled())));

    format.rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    JsonNode tasks = new ObjectMapper().readTree(file.toFile());
    JsonNode result = tasks.at("/0/annotations/1/result");
    assertThat(result).hasSize(3);
    assertThat(result.at("/1/value/x").asDouble()).isEqualTo(15);
    assertThat(result.at("/1/value/width").asDouble()).isEqualTo(0.66);
    assertThat(result.at("/2/value/choices/0").asText()).isEqualTo("good");
    assertThat(tasks.at("/0/data/img").asText()).isEqualTo("/data/upload/3/0a1b2c3d-one.jpg");
    assertThat(file).content().contains("4.250");
  }

  /** After labelstud.io/guide/export, JSON_MIN. */
  private static final String SHORT =
      """
      [{"image":"/data/upload/3/0a1b2c3d-one.jpg","id":7,
        "kp":[{"x":12.5,"y":25,"width":0.66,"keypointlabels":["Nose"],"original_width":200,"original_height":100},
              {"x":60,"y":70,"width":0.66,"keypointlabels":["Left eye"],"original_width":200,"original_height":100}],
        "quality":"good","annotator":1,"annotation_id":6,"lead_time":4.250},
       {"image":"/data/upload/3/0a1b2c3d-two.jpg","id":8,"annotator":1,"annotation_id":9}]
      """;

  @Test
  void the_short_export_is_read() throws IOException {
    Path file = file(SHORT);

    AnnotatedImages images = read(file);

    assertThat(format.recognises(file, Files.readAllBytes(file))).isTrue();
    assertThat(images.schema().keypointNames()).containsExactly("Nose", "Left eye");
    assertThat(images.faces().getFirst().annotation().keypoints())
        .containsExactly(Keypoint.visible(25, 25), Keypoint.visible(120, 70));
    assertThat(images.faces().get(1).isEmptyImage()).isTrue();
    assertThat(images.remarks()).singleElement().asString().contains("JSON-MIN");
  }

  @Test
  void a_save_makes_the_short_export_the_full_one() throws IOException {
    Path file = file(SHORT);
    AnnotatedImages images = read(file);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace face = faces.getFirst();
    faces.set(0, face.withAnnotation(face.annotation().with(0, Keypoint.visible(30, 50))));

    format.rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    JsonNode tasks = new ObjectMapper().readTree(file.toFile());
    assertThat(tasks.at("/0/annotations/0/result/0/value/x").asDouble()).isEqualTo(15);
    assertThat(tasks.at("/0/annotations/0/result/0/from_name").asText()).isEqualTo("kp");
    assertThat(tasks.at("/0/annotations/0/completed_by").asInt()).isEqualTo(1);
    assertThat(tasks.at("/0/data/quality").asText()).isEqualTo("good");
    assertThat(read(file).faces()).isEqualTo(faces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|is no export of Label Studio",
        "[7]|task 1: expected an object",
        "[{\"data\":{}}]|task 1: its data names no image",
        "[{\"data\":{\"image\":\"a.png\"},\"annotations\":[{\"result\":[{\"type\":\"keypointlabels\",\"value\":{\"x\":1,\"y\":2}}]}]}]|the"
            + " size of a.png is not given",
        "[{\"data\":{\"image\":\"a.png\"},\"annotations\":[{\"result\":[{\"type\":\"keypointlabels\",\"original_width\":9,\"original_height\":9,\"value\":{\"x\":1e308,\"y\":2}}]}]}]|is"
            + " no coordinate",
        "[{\"data\":{\"image\":\"a.png\"}}]|names no keypoints",
        "[{\"data\"|is not whole JSON",
      })
  void mistakes_are_named(String text, String problem) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("tasks.json")
        .hasMessageContaining(problem);
  }
}
