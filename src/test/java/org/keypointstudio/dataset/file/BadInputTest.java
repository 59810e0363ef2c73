package org.keypointstudio.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.dataset.format.deeplabcut.DeepLabCutCsv;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

/** Files as careless programs and hostile people make them. */
class BadInputTest {
  private static final int MANY = 10_000_000;

  private final DataSetFiles store = new DataSetFiles();
  private @TempDir Path folder;

  @BeforeEach
  void put_an_image() throws IOException {
    putImage("a.png");
  }

  private void putImage(String name) throws IOException {
    ImageIO.write(
        new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY),
        "png",
        folder.resolve(name).toFile());
  }

  private StoredDataSet open(Path file) throws IOException {
    return store.open(file, TaskContext.unattended());
  }

  private Path table(String text, Charset encoding) throws IOException {
    return Files.write(folder.resolve("labels.csv"), text.getBytes(encoding));
  }

  private Path table(String text) throws IOException {
    return table(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels.csv|image,|a_x,",
        "training.csv|Image,|a_x,",
        "other.csv|scorer,|x,",
      })
  void ten_million_columns_are_refused(String name, String start, String column)
      throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] cell = column.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < MANY; i++) {
        out.write(cell);
      }
      out.write("\nbodyparts,b\ncoords,x\n1\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith(name);
  }

  @Test
  void ten_million_columns_of_deeplabcut_are_refused() throws IOException {
    Path file = folder.resolve("CollectedData.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (String line : List.of("scorer,s\nbodyparts,b\ncoords,x\n", "scorer", "bodyparts")) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < (line.contains("\n") ? 0 : MANY); i++) {
          out.write(',');
        }
        out.write('\n');
      }
    }

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("CollectedData.csv");
  }

  @Test
  void faces_that_share_no_keypoint_do_not_fill_the_memory() throws IOException {
    StringBuilder individuals = new StringBuilder("individuals");
    StringBuilder bodyparts = new StringBuilder("bodyparts");
    StringBuilder coords = new StringBuilder("coords");
    StringBuilder row = new StringBuilder("a.png");
    for (int i = 0; i < 5_000; i++) {
      individuals.append(",i").append(i).append(",i").append(i);
      bodyparts.append(",b").append(i).append(",b").append(i);
      coords.append(",x,y");
      row.append(",1,2");
    }
    Path table =
        table("scorer\n" + individuals + "\n" + bodyparts + "\n" + coords + "\n" + row + "\n");
    Path renamed = Files.move(table, folder.resolve("CollectedData.csv"));

    assertThatThrownBy(() -> new DeepLabCutCsv().read(renamed, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("individuals with the same keypoints");
  }

  @Test
  void points_that_each_have_another_name_do_not_fill_the_memory() throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 9_000; i++) {
      json.append(
          """
          %s"a%d":{"filename":"a%d.png","size":1,"file_attributes":{},"regions":[
           {"shape_attributes":{"name":"point","cx":1,"cy":2},"region_attributes":{"name":"n%d"}}]}
          """
              .formatted(i == 0 ? "" : ",", i, i, i));
    }
    Path file = Files.writeString(folder.resolve("via.json"), json.append('}'));

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("give the same keypoint the same name on every face");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308", "-1e308", "NaN", "inf", "1e999", "\"1,5\"", "0x1p3", "1.5.2"})
  void what_is_no_coordinate_is_named_with_its_row(String cell) throws IOException {
    Path file = table("image,nose_x,nose_y\na.png,1,2\na.png," + cell + ",2\n");
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("labels.csv, row 2")
        .hasMessageContaining("nose_x");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void decimal_commas_without_quotes_are_told_as_too_many_cells() throws IOException {
    Path file = table("image,nose_x,nose_y\na.png,1,5,2,5\n");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("row 1 (line 2)")
        .hasMessageContaining("5 cells");
  }

  @Test
  void a_table_that_is_separated_by_semicolons_is_told() throws IOException {
    Path file = table("image;nose_x;nose_y\na.png;1,5;2,5\n");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("separated by commas");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_a_name() throws IOException {
    StoredDataSet faces = open(table("\uFEFFimage,nose_x,nose_y\r\na.png,1,2\r\n"));

    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(1, 2));
    assertThat(faces.image(0).width()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coco.json", "faces.xml"})
  void formats_open_with_a_byte_order_mark(String name) throws IOException {
    String text =
        name.endsWith("json")
            ? """
            {"categories":[{"id":1,"name":"face","keypoints":["nose"]}],
             "images":[{"id":1,"file_name":"a.png"}],
             "annotations":[{"id":1,"image_id":1,"category_id":1,"keypoints":[3,4,2]}]}
            """
            : """
            <dataset><images><image file='a.png'>
              <box top='0' left='0' width='40' height='30'><part name='nose' x='3' y='4'/></box>
            </image></images></dataset>
            """;
    Path file = Files.writeString(folder.resolve(name), "\uFEFF" + text);

    assertThat(open(file).annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(3, 4));
  }

  @Test
  void a_table_in_utf_16_is_told() throws IOException {
    assertThatThrownBy(
            () -> open(table("\uFEFFimage,nose_x,nose_y\na.png,1,2\n", StandardCharsets.UTF_16LE)))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("save it as CSV in UTF-8");
  }

  @Test
  void rows_in_another_encoding_open_and_keep_their_bytes() throws IOException {
    String text = "image,nose_x,nose_y\na.png,1,2\nJosé.png,3,4\n";
    Path file = table(text, StandardCharsets.ISO_8859_1);

    StoredDataSet faces = open(file);
    assertThat(faces.size()).isEqualTo(2);
    assertThatThrownBy(() -> faces.image(1)).isInstanceOf(IOException.class);
    store.save(
        faces,
        List.of(Annotation.ofCoordinates(7, 8), faces.annotation(1)),
        file,
        TaskContext.unattended());

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("a.png,7")
        .endsWith("José.png,3,4\n");
  }

  @Test
  void the_same_file_name_twice_is_two_faces_of_one_image() throws IOException {
    StoredDataSet faces = open(table("image,nose_x,nose_y\na.png,1,2\na.png,3,4\n"));

    assertThat(faces.size()).isEqualTo(2);
    assertThat(faces.annotation(1).keypoint(0)).isEqualTo(Keypoint.visible(3, 4));
    assertThat(faces.image(0).size()).isEqualTo(faces.image(1).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.png", "/secret.png", "sub/../../secret.png", "link.png"})
  void images_outside_of_the_folder_are_not_read(String name) throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    putImage("secret.png");
    Files.createSymbolicLink(inside.resolve("link.png"), folder.resolve("secret.png"));
    Path file =
        Files.writeString(inside.resolve("labels.csv"), "image,nose_x,nose_y\n" + name + ",1,2\n");

    StoredDataSet faces = open(file);

    assertThat(faces.annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(1, 2));
    assertThatThrownBy(() -> faces.image(0)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pts", "json", "ljson"})
  void labels_that_a_symbolic_link_brings_in_from_outside_are_not_read(String ending)
      throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    String labels =
        switch (ending) {
          case "pts" -> "version: 1\nn_points: 1\n{\n2 3\n}\n";
          case "json" ->
              """
              {"version":"5","imagePath":"NAME.png","shapes":[
               {"label":"nose","shape_type":"point","points":[[1,2]]}]}
              """;
          default ->
              """
              {"version":3,"groups":{"PTS":{"landmarks":{"points":[[2,1]]},"labels":[]}}}
              """;
        };
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.move(folder.resolve("a.png"), inside.resolve("a.png"));
    Files.copy(inside.resolve("a.png"), inside.resolve("b.png"));
    Path outside =
        Files.writeString(folder.resolve("secret." + ending), labels.replace("NAME", "b"));
    Files.writeString(inside.resolve("a." + ending), labels.replace("NAME", "a"));
    Files.createSymbolicLink(inside.resolve("b." + ending), outside);

    StoredDataSet faces = open(inside);

    assertThat(faces.annotation(0).unlabelledCount()).isZero();
    for (int face = 1; face < faces.size(); face++) {
      assertThat(faces.annotation(face).unlabelledCount()).isEqualTo(1); // the image alone
    }
  }

  @Test
  void an_archive_whose_entry_leads_out_is_read_and_nothing_is_unpacked() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Path zip = inside.resolve("training.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../training.csv"));
      out.write("a_x,a_y,Image\n1,2,1 2 3 4\n".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }

    StoredDataSet faces = open(zip);
    store.save(faces, List.of(Annotation.ofCoordinates(3, 4)), zip, TaskContext.unattended());

    assertThat(open(zip).annotation(0).keypoint(0)).isEqualTo(Keypoint.visible(3, 4));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("training.csv");
    }
  }
}
