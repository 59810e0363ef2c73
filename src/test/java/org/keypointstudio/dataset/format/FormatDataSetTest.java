package org.keypointstudio.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.ColorImage;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/** A file of annotations as a data set of faces. */
class FormatDataSetTest {
  private static final String FILE =
      """
      {"categories":[{"id":1,"name":"face","keypoints":["eye","nose"]}],
       "images":[{"id":1,"file_name":"a.png","width":20,"height":10},{"id":2,"file_name":"%s"}],
       "annotations":[
        {"id":1,"image_id":1,"category_id":1,"bbox":[2.5,1,6,7.2],"keypoints":[3.1,4,2,0,0,0]},
        {"id":2,"image_id":1,"category_id":1,"bbox":[12,3,30,30],"keypoints":[13,4,2,14,5,1]},
        {"id":3,"image_id":2,"category_id":1,"bbox":[0,0,3,3],"keypoints":[1,1,2,2,2,2]}]}
      """;

  private final LabelStore store =
      new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, path));
  private @TempDir Path folder;

  @BeforeEach
  void write_a_picture() throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 200; i++) {
      image.getRaster().setSample(i % 20, i / 20, 0, i);
    }
    ImageIO.write(image, "png", folder.resolve("a.png").toFile());
  }

  private Path file(String secondImage) throws IOException {
    return Files.writeString(folder.resolve("labels.json"), FILE.formatted(secondImage));
  }

  private LabelledDataSet open(Path path) throws IOException {
    return store.open(path, TaskContext.unattended());
  }

  @Test
  void faces_of_one_image_share_its_decoded_pixels() throws IOException {
    FaceDataSet faces =
        open(Files.writeString(
                folder.resolve("labels.json"),
                FILE.formatted("b.png").replaceAll("\"bbox\":[^]]*],", "")))
            .dataSet();

    assertThat(faces.image(0)).isSameAs(faces.image(1));
  }

  @Test
  void each_face_of_an_image_is_an_entry_cropped_by_its_box() throws IOException {
    FaceDataSet faces = open(file("b.png")).dataSet();

    assertThat(faces.size()).isEqualTo(3);
    assertThat(faces.face(0).name()).isEqualTo("a.png, face 1");
    assertThat(faces.face(2).name()).isEqualTo("b.png");
    assertThat(faces.imageSize(0)).isEqualTo(new ImageSize(7, 8));
    assertThat(faces.image(0).at(0, 0)).isEqualTo(20 + 2);
    assertThat(faces.image(1).size()).isEqualTo(new ImageSize(8, 7));
    assertThat(faces.annotation(1).keypoint(0)).isEqualTo(Keypoint.visible(1, 1));
  }

  @Test
  void a_face_is_seen_in_the_colours_of_its_crop() throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x2040ff);
    ImageIO.write(image, "png", folder.resolve("a.png").toFile());

    FaceDataSet faces = open(file("b.png")).dataSet();

    assertThat(faces.pixels(0).size()).isEqualTo(faces.imageSize(0));
    assertThat(faces.pixels(0).rgbAt(0, 0)).isEqualTo(0x2040ff);
    assertThat(faces.pixels(1)).isInstanceOf(ColorImage.class);
  }

  @Test
  void a_missing_image_is_listed_and_the_rest_opens() throws IOException {
    LabelledDataSet opened = open(file("gone.png"));

    assertThat(opened.messages())
        .containsExactly(
            "1 of 2 images cannot be shown: The image gone.png is missing: put it back beside its"
                + " labels.");
    assertThatThrownBy(() -> opened.dataSet().image(2)).isInstanceOf(IOException.class);
  }

  @Test
  void nothing_outside_the_folder_is_read(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.copy(folder.resolve("a.png"), elsewhere.resolve("secret.png"));
    Files.createSymbolicLink(folder.resolve("link.png"), secret);
    for (String name :
        List.of("../" + elsewhere.getFileName() + "/secret.png", secret.toString(), "link.png")) {
      LabelledDataSet opened = open(file(name));

      assertThat(opened.messages()).first().asString().contains("lies outside the data set's");
      assertThatThrownBy(() -> opened.dataSet().image(2))
          .hasMessageContaining("lies outside the data set's folder");
    }
  }

  @Test
  void a_save_writes_the_coordinates_of_the_whole_image() throws IOException {
    Path file = file("b.png");
    LabelledDataSet opened = open(file);
    List<FaceLabels> labels = new ArrayList<>(opened.labels());
    labels.set(1, labels.get(1).with(0, Keypoint.visible(2.5, 1.25), Origin.FILE));

    LabelledDataSet saved = store.save(opened, labels, file, 0, TaskContext.unattended());

    assertThat(file).content().contains("[14.5,4.25,2,14,5,1]").contains("[3.1,4,2,0,0,0]");
    assertThat(saved.messages()).isEmpty();
    LabelledDataSet again = open(file);
    assertThat(again.labels()).isEqualTo(labels);
    store.save(saved, labels, file, 0, TaskContext.unattended());
  }

  @Test
  void what_the_format_cannot_carry_is_kept_beside_it() throws IOException {
    Path file = file("b.png");
    LabelledDataSet opened = open(file);
    List<FaceLabels> labels = new ArrayList<>(opened.labels());
    FaceLabels face = labels.get(0).with(1, Keypoint.absent(), Origin.HAND);
    face = face.with(0, new Keypoint(0.1, 2.7, Visibility.OCCLUDED), Origin.HAND);
    labels.set(0, face.withNotes(face.notes().withTags(new TreeSet<>(List.of("hard")))));

    LabelledDataSet saved = store.save(opened, labels, file, 0, TaskContext.unattended());

    assertThat(saved.messages())
        .containsExactly(
            "labels.json cannot hold 1 absent keypoint, 2 keypoint origins and 1 tagged face: they"
                + " are kept beside it in labels.json.keypoint-studio/labels.json.");
    assertThat(file).content().contains("[2.1,3.7,1,0,0,0]");
    LabelledDataSet again = open(file);
    assertThat(again.messages()).doesNotContain("not used");
    assertThat(again.labels().get(0).notes().tags()).containsExactly("hard");
    assertThat(again.labels().get(0).annotation().visibility(1)).isEqualTo(Visibility.ABSENT);
    assertThat(again.labels().get(0).annotation().visibility(0)).isEqualTo(Visibility.OCCLUDED);
  }

  @Test
  void a_file_that_was_changed_outside_is_not_saved_over() throws IOException {
    Path file = file("b.png");
    LabelledDataSet opened = open(file);
    Files.writeString(file, FILE.formatted("other.png"));

    assertThatThrownBy(() -> store.save(opened, opened.labels(), file, 0, TaskContext.unattended()))
        .isInstanceOf(ChangedOutsideException.class);
    assertThat(file).hasContent(FILE.formatted("other.png"));
  }

  @Test
  void a_copy_in_another_folder_still_finds_its_images() throws IOException {
    LabelledDataSet opened = open(file("a.png"));
    Path inner = Files.createDirectories(folder.resolve("copies")).resolve("copy.json");

    store.save(opened, opened.labels(), inner, 0, TaskContext.unattended());

    assertThat(inner).content().contains("\"../a.png\"");
  }

  @Test
  void a_folder_of_annotations_and_images_opens() throws IOException {
    Path file = file("b.png");
    Path annotations = Files.createDirectories(folder.resolve("set/annotations"));
    Path images = Files.createDirectories(folder.resolve("set/images/val"));
    Files.move(file, annotations.resolve("instances.json"));
    Files.move(folder.resolve("a.png"), images.resolve("a.png"));

    LabelledDataSet opened = open(folder.resolve("set"));

    assertThat(opened.dataSet().path()).isEqualTo(annotations.resolve("instances.json"));
    assertThat(opened.dataSet().image(0).width()).isEqualTo(7);
  }
}
