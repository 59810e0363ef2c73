package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

class ConvertCommandTest {
  private @TempDir Path folder;
  private Path pictures;
  private final CommandLineFixture commands = new CommandLineFixture();

  @BeforeEach
  void write_a_folder_of_pictures() throws IOException {
    pictures = Files.createDirectories(folder.resolve("in"));
    for (String name : List.of("a.png", "b.png")) {
      ImageIO.write(
          new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY),
          "png",
          pictures.resolve(name).toFile());
    }
    Files.writeString(
        pictures.resolve("labels.csv"),
        "image,left_eye_x,left_eye_y,nose_x,nose_y\na.png,1.25,2,3,4\nb.png,5,6,,\n");
  }

  private int convert(Path data, Path out, String to, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "convert";
    arguments[1] = "--data=" + data;
    arguments[2] = "--out=" + out;
    arguments[3] = "--to=" + to;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return commands.run(arguments);
  }

  private static FaceDataSet open(Path path) throws IOException {
    return new DataSetFiles().open(path, TaskContext.unattended());
  }

  @ParameterizedTest
  @ValueSource(strings = {"coco", "label-studio", "labelme", "via", "via-csv", "cvat", "csv"})
  void a_folder_of_pictures_goes_through_a_format_and_back(String format) throws IOException {
    Path there = folder.resolve("there").resolve("labels");
    assertThat(convert(pictures, there, format, "--copy-images")).as(commands.err()).isZero();

    FaceDataSet faces = open(there);

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.schema().keypointNames()).containsExactly("left_eye", "nose");
    assertThat(faces.annotation(0)).isEqualTo(Annotation.ofCoordinates(1.25, 2, 3, 4));
    assertThat(faces.annotation(1).keypoint(1)).isEqualTo(Keypoint.unlabelled());
    assertThat(faces.imageSize(1)).isEqualTo(new ImageSize(40, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deeplabcut", "yolo", "ljson", "cvat"})
  void keypoints_are_made_of_others_on_the_way(String format) throws IOException {
    Path map = folder.resolve("map.csv");
    Files.writeString(map, "target,sources\nmiddle,left_eye nose\neye,0\n");
    Path there = folder.resolve("there").resolve("labels");

    assertThat(convert(pictures, there, format, "--copy-images", "--schema-map=" + map))
        .as(commands.err())
        .isZero();

    FaceDataSet faces = open(there);
    assertThat(faces.schema().keypointNames()).containsExactly("middle", "eye");
    assertThat(faces.annotation(0).keypoint(0).distanceTo(Keypoint.visible(2.125, 3)))
        .isLessThan(1e-9);
    assertThat(faces.annotation(1).keypoint(0)).isEqualTo(Keypoint.unlabelled());
  }

  @Test
  void a_mapping_leads_to_kaggles_file_too_and_tells_what_it_has_no_use_for() throws IOException {
    Path map = folder.resolve("map.csv");
    Files.writeString(map, "target,sources\nnose_tip,nose\n");
    Path out = folder.resolve("kaggle.csv");

    assertThat(convert(pictures, out, "kaggle", "--schema-map=" + map)).as(commands.err()).isZero();

    assertThat(open(out).schema().keypointNames()).containsExactly("nose_tip");
    assertThat(commands.out()).contains("1 keypoints that map.csv does not use");
  }

  @Test
  void a_mapping_of_other_keypoints_is_refused() {
    assertThat(convert(pictures, folder.resolve("x.json"), "coco", "--schema-map=68-to-15"))
        .isNotZero();
    assertThat(commands.err()).contains("68-to-15.csv, keypoint left_eye_center");
    assertThat(folder.resolve("x.json")).doesNotExist();
  }

  @Test
  void faces_in_boxes_keep_their_places_under_a_schema_of_the_persons_own() throws IOException {
    Path dlib = pictures.resolve("faces.xml");
    Files.writeString(
        dlib,
        """
        <dataset><images><image file='a.png'>
          <box top='2' left='10' width='20' height='15'>
            <part name='chin' x='20' y='12'/><part name='nose' x='21' y='8'/></box>
        </image></images></dataset>
        """);
    Path project = Files.createDirectories(pictures.resolve("faces.xml.keypoint-studio"));
    Files.writeString(
        project.resolve("schema.json"),
        """
        {"format": "keypoint-studio-schema", "version": 1, "name": "mine",
         "keypoints": [{"name": "tip", "source": "nose"}, {"name": "chin"}]}
        """);

    assertThat(convert(dlib, pictures.resolve("faces.csv"), "deeplabcut"))
        .as(commands.err())
        .isZero();

    assertThat(pictures.resolve("faces.csv")).content().contains("tip,tip,chin,chin");
    assertThat(pictures.resolve("faces.csv")).content().contains("a.png,21.0,8.0,20.0,12.0");
  }

  @Test
  void images_stay_where_they_are_and_are_named_by_relative_paths() throws IOException {
    Path beside = pictures.resolve("sub/coco.json");

    assertThat(convert(pictures, beside, "coco")).isZero();

    assertThat(beside).content().contains("\"../a.png\"");
    assertThat(commands.err()).contains("names images outside its folder");
    assertThat(pictures.resolve("sub/images")).doesNotExist();
  }

  @Test
  void pixels_of_a_kaggle_file_become_pictures() throws IOException {
    String row = KaggleText.row(KaggleText.image(9216, 77), "10.5", "20");
    Path kaggle = KaggleText.write(folder.resolve("training.csv"), KaggleText.header(), row, row);
    Path out = folder.resolve("out/coco.json");

    assertThat(convert(kaggle, out, "coco")).as(commands.err()).isZero();

    FaceDataSet faces = open(out);
    assertThat(faces.face(1).name()).isEqualTo("row-00001.png");
    assertThat(faces.image(1).at(5, 7)).isEqualTo(open(kaggle).image(1).at(5, 7));
    assertThat(faces.annotation(0)).isEqualTo(open(kaggle).annotation(0));
  }

  @Test
  void faces_become_a_kaggle_file_of_96_pixels() throws IOException {
    Path out = folder.resolve("kaggle.csv");

    assertThat(convert(pictures, out, "kaggle")).isZero();

    FaceDataSet faces = open(out);
    assertThat(faces.imageSize(0)).isEqualTo(new ImageSize(96, 96));
    // (1.25 + 0.5) · 96 / 40 − 0.5 and (2 + 0.5) · 96 / 20 − 0.5
    assertThat(faces.annotation(0).x(0)).isEqualTo(3.7);
    assertThat(faces.annotation(0).y(0)).isEqualTo(11.5);
    assertThat(commands.err()).contains("2 images were stretched to 96 × 96");
  }

  @Test
  void what_cannot_be_carried_is_said() throws IOException {
    Path coco =
        Files.writeString(
            pictures.resolve("coco.json"),
            """
            {"categories":[{"id":1,"name":"face","keypoints":["left_eye","nose"],"skeleton":[[1,2]]}],
             "images":[{"id":1,"file_name":"a.png"},{"id":2,"file_name":"gone.png"}],
             "annotations":[
              {"id":1,"image_id":1,"category_id":1,"bbox":[0,0,9,9],"keypoints":[3,4,1,5,6,2]},
              {"id":2,"image_id":1,"category_id":1,"bbox":[9,9,9,9],"keypoints":[13,14,1,5,6,2]}]}
            """);

    assertThat(convert(coco, folder.resolve("x.csv"), "csv", "--json")).isZero();

    JsonNode result = new ObjectMapper().readTree(commands.out());
    assertThat(result.path("faces").asInt()).isEqualTo(3);
    assertThat(result.path("notCarried"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "2 occluded keypoints (they become visible)",
            "2 boxes of faces (faces are no longer cropped)",
            "1 lines of the skeleton",
            "2 labels of faces");
    assertThat(commands.err()).contains("The images of 1 faces are missing");
  }

  @Test
  void a_schema_of_a_persons_own_is_converted_with_boxes_and_images() throws IOException {
    Path coco = pictures.resolve("coco.json");
    Files.writeString(
        coco,
        """
        {"categories":[{"id":1,"name":"face","keypoints":["eye","nose"]}],
         "images":[{"id":1,"file_name":"a.png"}],
         "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[2,3,9,9],"keypoints":[3,4,2,5,6,1]}]}
        """);
    LabelStore labels = CommandLineFixture.labels();
    KeypointSchema own =
        new KeypointSchema("mine", List.of("tip", "eye"), List.of(), List.of(), List.of());
    labels.giveSchema(
        labels.open(coco, TaskContext.unattended()).dataSet(),
        own,
        List.of(Optional.of("nose"), Optional.of("eye")));
    Path out = pictures.resolve("via.json");

    assertThat(convert(coco, out, "via")).as(commands.err()).isZero();

    FaceDataSet faces = open(out);
    assertThat(faces.schema().keypointNames()).containsExactly("tip", "eye");
    assertThat(faces.face(0).name()).isEqualTo("a.png");
    assertThat(faces.imageSize(0)).isEqualTo(new ImageSize(9, 9));
    assertThat(faces.annotation(0).keypoint(1)).isEqualTo(Keypoint.visible(1, 1));
    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(new Keypoint(3, 3, Visibility.OCCLUDED));
  }

  /** Two faces of which one is excluded, and the other has everything that can be said of it. */
  private Path marked() throws IOException {
    Path data = pictures.resolve("labels.csv");
    LabelStore store = CommandLineFixture.labels();
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    FaceLabels first = opened.labels().get(0);
    FaceLabels second = opened.labels().get(1);
    store.save(
        opened,
        List.of(
            first.withNotes(new FaceNotes("", new TreeSet<>(Set.of(FaceNotes.EXCLUDED)), false)),
            second
                .with(0, new Keypoint(5, 6, Visibility.OCCLUDED), Origin.HAND)
                .with(1, Keypoint.absent(), Origin.HAND)
                .withLocked(Set.of(0))
                .withNotes(new FaceNotes("hand", new TreeSet<>(Set.of("hard")), true))),
        data,
        0,
        TaskContext.unattended());
    return data;
  }

  @Test
  void excluded_faces_are_left_out_and_counted() throws IOException {
    Path out = folder.resolve("out/labels.xml");

    assertThat(convert(marked(), out, "dlib", "--copy-images")).as(commands.err()).isZero();

    assertThat(commands.out())
        .contains("1 excluded face left out (--keep-excluded writes it, too)");
    FaceDataSet faces = open(out);
    assertThat(faces.size()).isEqualTo(1);
    assertThat(faces.face(0).name()).isEqualTo("b.png");
  }

  @Test
  void excluded_faces_can_be_kept() throws IOException {
    Path out = folder.resolve("out/labels.json");

    assertThat(convert(marked(), out, "coco", "--copy-images", "--keep-excluded", "--json"))
        .as(commands.err())
        .isZero();

    assertThat(new ObjectMapper().readTree(commands.out()).path("excluded").asInt(-1)).isZero();
    assertThat(open(out).size()).isEqualTo(2);
    assertThat(labelled(out).labels().getFirst().isExcluded()).isTrue();
  }

  private static LabelledDataSet labelled(Path path) throws IOException {
    return CommandLineFixture.labels().open(path, TaskContext.unattended());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kaggle",
        "csv",
        "coco",
        "labelme",
        "label-studio",
        "via",
        "via-csv",
        "cvat",
        "dlib",
        "deeplabcut",
        "yolo",
        "pts",
        "ljson",
        "sleap"
      })
  void what_a_format_cannot_carry_is_kept_beside_it(String format) throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out);

    assertThat(convert(marked(), out, format, "--copy-images", "--keep-excluded"))
        .as(commands.err())
        .isZero();

    LabelledDataSet kept = labelled(out);
    assertThat(kept.labels()).hasSize(2);
    assertThat(kept.labels().get(0).isExcluded()).isTrue();
    FaceLabels second = kept.labels().get(1);
    assertThat(second.annotation().visibility(0)).isEqualTo(Visibility.OCCLUDED);
    assertThat(second.annotation().visibility(1)).isEqualTo(Visibility.ABSENT);
    assertThat(second.notes().note()).isEqualTo("hand");
    assertThat(second.notes().tags()).containsExactly("hard");
    assertThat(second.origin(0)).isEqualTo(Origin.HAND);
    assertThat(second.isLocked(0)).isTrue();
    assertThat(commands.err()).contains("kept beside it in");
  }

  @Test
  void nothing_is_written_of_a_data_set_whose_faces_are_all_excluded() throws IOException {
    Path data = marked();
    LabelStore store = CommandLineFixture.labels();
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    FaceNotes excluded = opened.labels().getFirst().notes();
    store.save(
        opened,
        opened.labels().stream().map(face -> face.withNotes(excluded)).toList(),
        data,
        0,
        TaskContext.unattended());
    Path out = folder.resolve("x.json");

    assertThat(convert(data, out, "coco")).isEqualTo(1);

    assertThat(commands.err()).contains("All faces of labels.csv are excluded");
    assertThat(out).doesNotExist();
  }

  @Test
  void the_data_set_itself_is_not_written_over() throws IOException {
    Path data = pictures.resolve("labels.csv");

    assertThat(convert(data, data, "csv")).isEqualTo(1);

    assertThat(commands.err()).contains("is the data set itself");
    assertThat(data).content().startsWith("image,left_eye_x");
  }

  @Test
  void shares_of_an_image_need_the_image() throws IOException {
    Files.delete(pictures.resolve("b.png"));
    Path out = folder.resolve("tasks.json");

    assertThat(convert(pictures, out, "label-studio")).isEqualTo(1);

    assertThat(commands.err()).contains("the image b.png cannot be read");
    assertThat(out).doesNotExist();
  }

  @Test
  void an_unknown_format_lists_the_known_ones() {
    assertThat(convert(pictures, folder.resolve("x"), "word")).isEqualTo(2);

    assertThat(commands.err()).contains("expected kaggle, csv, ").contains("but was 'word'");
  }
}
