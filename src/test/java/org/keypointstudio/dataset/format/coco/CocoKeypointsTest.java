package org.keypointstudio.dataset.format.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

class CocoKeypointsTest {
  private static final String FILE =
      """
      {"info":{"year":2017},
       "annotations":[
        {"id":7,"image_id":2,"category_id":1,"iscrowd":0,"bbox":[10.0,20.5,30,40],"area":1200,
         "segmentation":[[1.10,2]],"num_keypoints":2,"keypoints":[11.50,22,2,0,0,0,13,24,1],"extra":{"a":1.250}},
        {"id":9,"image_id":2,"category_id":1,"iscrowd":0,"bbox":[50,20,30,40],
         "keypoints":[51,22,2,52,22,2,53,24,2]},
        {"id":10,"image_id":1,"category_id":1,"iscrowd":1,"bbox":[0,0,9,9],"keypoints":[0,0,0,0,0,0,0,0,0]},
        {"id":11,"image_id":1,"category_id":5,"bbox":[0,0,9,9]}],
       "images":[{"id":1,"file_name":"empty.jpg","width":640,"height":480,"license":3},
                 {"id":2,"file_name":"sub\\\\two.jpg","width":100,"height":90}],
       "categories":[{"id":5,"name":"car"},
        {"id":1,"name":"person","keypoints":["left_eye","right_eye","nose"],"skeleton":[[1,3],[2,3],[3,9]]}]}
      """;

  private final CocoKeypoints format = new CocoKeypoints();
  private @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("coco.json"), text);
  }

  private AnnotatedImages read(Path file) throws DataSetException {
    return format.read(file, TaskContext.unattended());
  }

  @Test
  void persons_are_faces_and_images_without_any_are_there_to_be_labelled() throws IOException {
    AnnotatedImages images = read(file(FILE));

    assertThat(images.faces())
        .extracting(AnnotatedFace::imageName)
        .containsExactly("empty.jpg", "sub/two.jpg", "sub/two.jpg");
    assertThat(images.faces().getFirst().isEmptyImage()).isTrue();
    AnnotatedFace first = images.faces().get(1);
    assertThat(first.imageSize()).contains(new ImageSize(100, 90));
    assertThat(first.box()).contains(new FaceBox(10, 20.5, 30, 40));
    assertThat(first.label()).isEqualTo("person");
    assertThat(first.annotation().keypoints())
        .containsExactly(
            Keypoint.visible(11.5, 22),
            Keypoint.unlabelled(),
            new Keypoint(13, 24, Visibility.OCCLUDED));
  }

  @Test
  void names_and_skeleton_are_the_schema() throws IOException {
    AnnotatedImages images = read(file(FILE));

    assertThat(images.schema().keypointNames()).containsExactly("left_eye", "right_eye", "nose");
    assertThat(images.schema().skeleton())
        .containsExactly(new IndexPair(0, 2), new IndexPair(1, 2));
    assertThat(images.schema().flipPairs()).containsExactly(new IndexPair(0, 1));
    assertThat(images.remarks()).hasSize(1).first().asString().contains("2 annotations");
  }

  @Test
  void a_save_changes_the_moved_keypoint_and_keeps_every_other_field() throws IOException {
    Path file = file(FILE);
    AnnotatedImages images = read(file);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace moved = faces.get(1);
    faces.set(1, moved.withAnnotation(moved.annotation().with(1, Keypoint.visible(12.25, 21.5))));

    format.rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    JsonNode expected = new ObjectMapper().readTree(FILE);
    ((ObjectNode) expected.at("/annotations/0"))
        .put("num_keypoints", 3)
        .set("keypoints", new ObjectMapper().readTree("[11.50,22,2,12.25,21.5,2,13,24,1]"));
    assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(expected);
    assertThat(file).content().contains("[11.50,22,2,12.25,21.5,2,13,24,1]").contains("1.250");
  }

  @Test
  void an_image_that_was_empty_gets_an_annotation() throws IOException {
    Path file = file(FILE);
    AnnotatedImages images = read(file);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace empty = faces.getFirst();
    faces.set(0, empty.withAnnotation(empty.annotation().with(2, Keypoint.visible(300, 200))));

    format.rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    assertThat(read(file).faces())
        .isEqualTo(
            faces.stream()
                .map(face -> face.imageName().equals("empty.jpg") ? labelled(face) : face)
                .toList());
    assertThat(new ObjectMapper().readTree(file.toFile()).at("/annotations/4/id").asInt())
        .isEqualTo(12);
  }

  private static AnnotatedFace labelled(AnnotatedFace face) {
    return new AnnotatedFace(
        face.imageName(), face.imageSize(), face.box(), face.annotation(), "person");
  }

  @Test
  void categories_without_names_number_their_keypoints() throws IOException {
    AnnotatedImages images =
        read(
            file(
                """
                {"images":[{"id":1,"file_name":"a.png"}],
                 "annotations":[{"image_id":1,"category_id":3,"keypoints":[1,2,2,3,4,1]}]}
                """));

    assertThat(images.schema().keypointNames()).containsExactly("point_0", "point_1");
    assertThat(images.faces().getFirst().annotation().placedCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,2,2,3]|annotations[0]: there are 4 numbers in keypoints",
        "[1,2,2,3,4,2]|annotations[0]: there are 6 numbers in keypoints; expected x, y and v for"
            + " each of the 1 keypoints",
        "[1,2,7]|keypoint 1 has the v 7; expected 0, 1 or 2",
        "[1e308,2,2]|keypoint 1 has the x",
        "[1,null,2]|keypoint 1 has the y null; expected a number of pixels",
        "[\"1\",2,2]|keypoint 1 has the x",
        "[NaN,2,2]|is not whole JSON",
        "[1,2|is not whole JSON",
      })
  void mistakes_are_named(String keypoints, String problem) throws IOException {
    Path file =
        file(
            """
            {"images":[{"id":1,"file_name":"a.png"}],
             "categories":[{"id":1,"name":"face","keypoints":["nose"]}],
             "annotations":[{"image_id":1,"category_id":1,"keypoints":%s}]}
            """
                .formatted(keypoints));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("coco.json")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|has no keypoints",
        "[]|is no COCO file",
        "|is empty",
        "{\"images\":[{\"id\":1}]}|images[0]: expected an id and a file_name",
        "{\"categories\":[{\"id\":1,\"keypoints\":[\"a\",\"a\"]}]}|names the keypoint a twice",
      })
  void files_of_another_kind_are_refused(String text, String problem) throws IOException {
    Path file = file(text == null ? "" : text);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining(problem);
  }
}
