package org.keypointstudio.dataset.format.via;

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
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class ViaTest {
  private static final String PROJECT =
      """
      {"_via_settings":{"ui":{"x":1.50}},
       "_via_img_metadata":{
        "a.jpg1234":{"filename":"a.jpg","size":1234,"regions":[
          {"shape_attributes":{"name":"polygon","all_points_x":[1],"all_points_y":[2]},"region_attributes":{}},
          {"shape_attributes":{"name":"rect","x":10,"y":20,"width":30,"height":40},"region_attributes":{}},
          {"shape_attributes":{"name":"point","cx":15,"cy":25},"region_attributes":{"landmark":"nose","sure":"yes"}},
          {"shape_attributes":{"name":"point","cx":16,"cy":35},"region_attributes":{"landmark":"chin"}}],
         "file_attributes":{"caption":"x"}},
        "b.jpg-1":{"filename":"b.jpg","size":-1,"regions":[],"file_attributes":{}}},
       "_via_attributes":{"region":{},"file":{}},"_via_image_id_list":["a.jpg1234","b.jpg-1"]}
      """;
  private static final String TABLE =
      """
      #filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes
      a.jpg,1234,"{""caption"":""x""}",2,0,"{""name"":""point"",""cx"":15,""cy"":25}","{""landmark"":""nose""}"
      a.jpg,1234,"{""caption"":""x""}",2,1,"{""name"":""point"",""cx"":16,""cy"":35}","{""landmark"":""chin""}"
      b.jpg,99,"{}",0,0,"{}","{}"
      """;

  private final KeypointFormat json = new ViaJson();
  private final KeypointFormat csv = new ViaCsv();
  private @TempDir Path folder;

  private static AnnotatedImages withMovedNose(AnnotatedImages images) {
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    AnnotatedFace face = faces.getFirst();
    faces.set(0, face.withAnnotation(face.annotation().with(0, Keypoint.visible(1.5, 2))));
    return images.withFaces(faces);
  }

  @Test
  void a_project_has_its_points_by_their_attribute_and_its_rectangle_as_box() throws IOException {
    Path file = Files.writeString(folder.resolve("via.json"), PROJECT);

    AnnotatedImages images = json.read(file, TaskContext.unattended());

    assertThat(images.schema().keypointNames()).containsExactly("nose", "chin");
    assertThat(images.faces()).hasSize(2);
    assertThat(images.faces().getFirst().box()).contains(new FaceBox(10, 20, 30, 40));
    assertThat(images.faces().getFirst().annotation().keypoint(1))
        .isEqualTo(Keypoint.visible(16, 35));
    assertThat(images.faces().get(1).isEmptyImage()).isTrue();
  }

  @Test
  void a_save_changes_the_moved_point_and_keeps_everything_else() throws IOException {
    Path file = Files.writeString(folder.resolve("via.json"), PROJECT);
    AnnotatedImages images = json.read(file, TaskContext.unattended());

    json.rewrite(file, withMovedNose(images), file, TaskContext.unattended());

    String expected = PROJECT.replace("\"cx\":15,\"cy\":25", "\"cx\":1.5,\"cy\":2");
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(file.toFile())).isEqualTo(mapper.readTree(expected));
    assertThat(file).content().contains("1.50");
  }

  @Test
  void annotations_alone_and_numbered_regions_of_version_1_open() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("via.json"),
            """
            {"a.png9":{"filename":"a.png","size":9,"fileref":"","regions":{
              "0":{"shape_attributes":{"name":"point","cx":1,"cy":2},"region_attributes":{}},
              "1":{"shape_attributes":{"name":"point","cx":3,"cy":4},"region_attributes":{}}}}}
            """);

    AnnotatedImages images = json.read(file, TaskContext.unattended());
    json.rewrite(file, withMovedNose(images), file, TaskContext.unattended());

    assertThat(images.schema().keypointNames()).containsExactly("point_0", "point_1");
    JsonNode regions = new ObjectMapper().readTree(file.toFile()).at("/a.png9/regions");
    assertThat(regions.at("/0/shape_attributes/cx").asDouble()).isEqualTo(1.5);
    assertThat(regions.at("/1/shape_attributes/cy").asInt()).isEqualTo(4);
  }

  @Test
  void a_table_opens_and_saves_with_all_its_columns() throws IOException {
    Path file = Files.writeString(folder.resolve("via.csv"), TABLE);

    AnnotatedImages images = csv.read(file, TaskContext.unattended());
    csv.rewrite(file, withMovedNose(images), file, TaskContext.unattended());

    assertThat(images.faces()).hasSize(2);
    assertThat(file)
        .content()
        .contains("a.jpg,1234,\"{\"\"caption\"\":\"\"x\"\"}\",2,0,\"{\"\"name\"\":\"\"point\"\",")
        .contains("\"\"cx\"\":1.5,\"\"cy\"\":2}\",\"{\"\"landmark\"\":\"\"nose\"\"}\"")
        .contains("b.jpg,99,{},0,0,{},{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|is no file of VIA",
        "{\"a\":{\"regions\":[]}}|via.json, a: expected a filename",
        "{\"a\":{\"filename\":\"a\",\"regions\":[{\"shape_attributes\":{\"name\":\"point\",\"cx\":1}}]}}|region"
            + " 0: expected cx and cy",
        "{\"a\":{\"filename\":\"a\",\"regions\":[{\"shape_attributes\":{\"name\":\"point\",\"cx\":1,\"cy\":-1e308}}]}}|region"
            + " 0",
        "{\"a\":{\"filename\":\"a\",\"regions\":[]}}|names no keypoints",
      })
  void mistakes_in_json_are_named(String text, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("via.json"), text);

    assertThatThrownBy(() -> json.read(file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.jpg,1|line 2: there are 2 cells",
        "a.jpg,1,{},1,0,\"{\"\"name\"\":\",{}|line 2: a cell of attributes is not whole JSON",
        "a.jpg,1,{},1,0,[],{}|line 2: expected attributes like",
        ",1,{},1,0,{},{}|line 2: expected a filename",
        "a.jpg,1,{},1,0,\"{,{}|line 2",
      })
  void mistakes_in_a_table_are_named(String row, String problem) throws IOException {
    String header = TABLE.lines().findFirst().orElseThrow();
    Path file = Files.writeString(folder.resolve("via.csv"), header + "\n" + row + "\n");

    assertThatThrownBy(() -> csv.read(file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining(problem);
  }
}
