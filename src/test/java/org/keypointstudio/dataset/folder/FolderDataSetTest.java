package org.keypointstudio.dataset.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

class FolderDataSetTest {
  private final DataSetFiles store = new DataSetFiles();
  @TempDir private Path folder;

  private FaceDataSet open(String... lines) throws IOException {
    return open(Files.writeString(folder.resolve("labels.csv"), String.join("\n", lines) + "\n"));
  }

  private FaceDataSet open(Path path) throws IOException {
    return store.open(path, TaskContext.unattended());
  }

  private void writeImage(String name, String format, int type, Color color) throws IOException {
    BufferedImage image = new BufferedImage(5, 3, type);
    for (int i = 0; i < 15; i++) {
      image.setRGB(i % 5, i / 5, color.getRGB());
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "image", "Image", "filename", "image_name", "whatever"})
  void the_first_column_names_the_file_whatever_its_header(String header) throws IOException {
    FaceDataSet faces = open(header + ",left_eye_x,left_eye_y", "a.png,1.5,2", "b.png,,");

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.face(1).name()).isEqualTo("b.png");
    assertThat(faces.schema().keypointNames()).containsExactly("left_eye");
    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(1.5, 2));
    assertThat(faces.annotation(1)).isEqualTo(Annotation.unlabelled(1));
  }

  @Test
  void the_first_faces_of_a_long_file_come_before_the_others() throws IOException {
    String[] lines = new String[100_001];
    lines[0] = "image,left_eye_x,left_eye_y";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = i + ".png," + i + ",2.25";
    }
    Path file = Files.writeString(folder.resolve("long.csv"), String.join("\n", lines));
    List<FaceDataSet> first = new ArrayList<>();

    FaceDataSet all = store.open(file, TaskContext.unattended(), first::add);

    assertThat(all.size()).isEqualTo(100_000);
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().size()).isBetween(1, 99_999);
    assertThat(first.getFirst().annotation(7)).isEqualTo(all.annotation(7));
    assertThat(first.getFirst().face(7)).isEqualTo(all.face(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",0,1,2,3|point_0,point_1",
        "image,part_0_x,part_0_y,part_1_x,part_1_y|part_0,part_1",
        "image,b_y,b_x,a_x,a_y|b,a",
        "image,l.x,r.x,l.y,r.y|l,r",
      })
  void columns_may_have_any_names(String header, String keypoints) throws IOException {
    FaceDataSet faces = open(header, "a.png,1,2,3,4");

    assertThat(faces.schema().keypointNames()).containsExactly(keypoints.split(","));
  }

  @Test
  void the_fifteen_names_of_kaggle_are_its_schema_in_any_order() throws IOException {
    StringBuilder header = new StringBuilder("image");
    StringBuilder row = new StringBuilder("a.png");
    for (int i = 14; i >= 0; i--) {
      String name = KeypointSchema.kaggle15().keypointNames().get(i);
      header.append("," + name + "_x," + name + "_y");
      row.append("," + i + ",50");
    }

    FaceDataSet faces = open(header.toString(), row.toString());

    assertThat(faces.schema()).isEqualTo(KeypointSchema.kaggle15());
    assertThat(faces.annotation(0).keypoint(3)).isEqualTo(Keypoint.visible(3, 50));
  }

  @Test
  void images_are_grey_whatever_their_type_and_name() throws IOException {
    writeImage("color.jpg", "png", BufferedImage.TYPE_INT_ARGB, new Color(200, 100, 50));
    writeImage("gray.png", "png", BufferedImage.TYPE_BYTE_GRAY, Color.WHITE);
    writeImage("deep.png", "png", BufferedImage.TYPE_USHORT_GRAY, Color.WHITE);
    writeImage("few.gif", "gif", BufferedImage.TYPE_BYTE_INDEXED, Color.BLACK);
    writeImage("bits.bmp", "bmp", BufferedImage.TYPE_INT_RGB, new Color(0, 0, 255));

    FaceDataSet faces =
        open(",x,y", "color.jpg,1,1", "gray.png,1,1", "deep.png,1,1", "few.gif,,", "bits.bmp,,");

    int[] expected = {124, 255, 255, 0, 29};
    for (int i = 0; i < expected.length; i++) {
      GrayImage image = faces.image(i);
      assertThat(image.size()).isEqualTo(new ImageSize(5, 3)).isEqualTo(faces.imageSize(i));
      assertThat(image.at(4, 2)).as(faces.face(i).name()).isEqualTo(expected[i]);
    }
  }

  @Test
  void a_grey_value_stays_what_it_is() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 0, 0, 100);
    ImageIO.write(image, "png", folder.resolve("a.png").toFile());

    assertThat(open(",x,y", "a.png,1,1").image(0).at(1, 0)).isEqualTo(100);
  }

  @Test
  void images_may_lie_in_a_folder_beside_the_csv() throws IOException {
    writeImage("pictures/a.png", "png", BufferedImage.TYPE_INT_RGB, Color.WHITE);
    FaceDataSet faces = open("image,x,y", "a.png,1,1", "pictures/a.png,1,1");

    assertThat(faces.image(0).width()).isEqualTo(5);
    assertThat(faces.image(1).width()).isEqualTo(5);
    assertThat(open(folder).size()).isEqualTo(2);
  }

  @Test
  void a_missing_or_damaged_image_is_a_problem_of_its_face_alone() throws IOException {
    writeImage("good.png", "png", BufferedImage.TYPE_INT_RGB, Color.WHITE);
    byte[] whole = Files.readAllBytes(folder.resolve("good.png"));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Files.write(folder.resolve("half.png"), half);
    Files.writeString(folder.resolve("text.png"), "no picture");
    FaceDataSet faces =
        open(
            "image,x,y",
            "missing.png,1,1",
            "half.png,,",
            "text.png,,",
            "../../x.png,,",
            "good.png,,");

    assertThatThrownBy(() -> faces.image(0))
        .isInstanceOf(IOException.class)
        .hasMessage("The image missing.png is missing: put it back beside its labels.");
    assertThatThrownBy(() -> faces.image(1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The image half.png cannot be read");
    assertThatThrownBy(() -> faces.imageSize(2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is of no known type");
    assertThatThrownBy(() -> faces.image(3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lies outside the data set's folder");
    assertThat(faces.image(4).height()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image,a_x,a_y;a.png,1|row 1 (line 2): there are 2 cells instead of the header's 3",
        "image,a_x,a_y;a.png,1,2;;b.png,1,z|row 2 (line 4), column a_y: \"z\" is no number",
        "image,a_x,a_y;a.png,1,2;,1,2|row 2 (line 3): the image's file name is missing",
        "image,a_x,b_y;a.png,1,2|of the keypoint a there is only one coordinate",
        "image,a_x,a_y,a_x;a.png,1,2,3|the column a_x is there twice",
        "image,1,2,3;a.png,1,2,3|3 columns behind the file's name are no pairs",
        "a_x,a_y,b_x,b_y;1.5,2,3,4|there is no column Image",
      })
  void mistakes_are_named(String lines, String problem) {
    assertThatThrownBy(() -> open(lines.split(";")))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("labels.csv, ")
        .hasMessageContaining(problem);
  }

  @Test
  void a_save_changes_only_the_moved_coordinate() throws IOException {
    FaceDataSet faces = open(",0,1,2,3", "a.png,1.50,2.0,,", "b.png,3,4,5,6");
    List<Annotation> current =
        List.of(faces.annotation(0).with(0, Keypoint.visible(1.5, 7)), faces.annotation(1));

    store.save(faces, current, faces.path(), TaskContext.unattended());

    assertThat(faces.path()).hasContent(",0,1,2,3\na.png,1.50,7.0,,\nb.png,3,4,5,6\n");
  }

  @Test
  void real_photographs_open() throws IOException {
    Path realFaces = Path.of("../shared/data/image-folder-68");
    assumeThat(realFaces).as("real photographs are not on this machine").exists();

    FaceDataSet faces = open(realFaces);

    assertThat(faces.size()).isEqualTo(142);
    assertThat(faces.schema().size()).isEqualTo(68);
    for (int i : IntStream.range(0, faces.size()).filter(i -> i % 10 == 0).toArray()) {
      assertThat(faces.image(i).size()).isEqualTo(faces.imageSize(i));
    }
  }
}
