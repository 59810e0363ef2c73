package org.keypointstudio.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.dataset.kaggle.KaggleCsvWriter;
import org.keypointstudio.dataset.kaggle.KaggleDataSet;
import org.keypointstudio.generate.LabelledRows.LabelledRow;
import org.keypointstudio.generate.WrongLabel.TruePlace;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/** The files that are shipped are the files that the program writes. */
class SampleDataTest {
  private static final Path FOLDER = Path.of("sample-data");
  private static final KeypointSchema SCHEMA = KeypointSchema.kaggle15();

  private static GeneratedDataSet manifest() throws IOException {
    return new ObjectMapper()
        .readValue(FOLDER.resolve("manifest.json").toFile(), GeneratedDataSet.class);
  }

  private static KaggleDataSet training() throws IOException {
    return new KaggleCsvReader().read(FOLDER.resolve("training.csv"), TaskContext.unattended());
  }

  @Test
  void rows_of_the_training_file_are_those_that_are_generated() throws IOException {
    LabelledRows rows = new LabelledRows(SampleData.TRAINING);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    List<Integer> some = List.of(0, 1, 100, 319);
    try (KaggleCsvWriter writer = new KaggleCsvWriter(expected, SCHEMA)) {
      for (int row : some) {
        LabelledRow labelled = rows.row(row);
        writer.write(labelled.labels(), labelled.image());
      }
    }

    List<String> shipped = Files.readAllLines(FOLDER.resolve("training.csv"));
    assertThat(expected.toString(StandardCharsets.US_ASCII).lines())
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(0), some.stream().map(row -> row + 1))
                .map(shipped::get)
                .toList());
    assertThat(shipped).hasSize(321);
  }

  @Test
  void the_manifest_is_the_one_that_is_generated() throws IOException {
    GeneratedDataSet shipped = manifest();

    LabelledRows rows = new LabelledRows(SampleData.TRAINING);
    List<WrongLabel> wrong =
        shipped.wrongLabels().stream()
            .map(label -> rows.row(label.row()).wrong())
            .flatMap(Optional::stream)
            .toList();
    assertThat(shipped).isEqualTo(rows.describe(wrong));
    assertThat(shipped.wrongLabels()).hasSize(24);
    assertThat(shipped.wrongLabels().stream().map(WrongLabel::kind))
        .contains(WrongLabelKind.values());
  }

  @Test
  void the_training_file_is_wrong_where_the_manifest_says_so() throws IOException {
    KaggleDataSet training = training();

    for (WrongLabel label : manifest().wrongLabels()) {
      Annotation written = training.annotation(label.row());
      assertThat(label.keypoints()).isNotEmpty();
      for (TruePlace place : label.keypoints()) {
        Keypoint keypoint = written.keypoint(SCHEMA.indexOf(place.keypoint()));
        assertThat(keypoint.isPlaced()).isTrue();
        assertThat(keypoint).isNotEqualTo(Keypoint.visible(place.x(), place.y()));
      }
    }
  }

  @Test
  void the_training_file_has_complete_rows_rows_with_gaps_and_rows_with_four_points()
      throws IOException {
    KaggleDataSet training = training();

    int[] counts =
        IntStream.range(0, training.size())
            .map(row -> training.annotation(row).placedCount())
            .toArray();
    assertThat(IntStream.of(counts).filter(count -> count == 15).count()).isGreaterThan(150);
    assertThat(IntStream.of(counts).filter(count -> count > 4 && count < 15).count()).isPositive();
    assertThat(IntStream.of(counts).filter(count -> count <= 4).count()).isGreaterThan(100);
  }

  @Test
  void the_look_up_table_asks_for_coordinates_of_images_in_the_test_file() throws IOException {
    List<String> table = Files.readAllLines(FOLDER.resolve("IdLookupTable.csv"));
    List<String> test = Files.readAllLines(FOLDER.resolve("test.csv"));

    assertThat(table.getFirst()).isEqualTo("RowId,ImageId,FeatureName,Location");
    assertThat(table.get(1)).isEqualTo("1,1,left_eye_center_x,");
    assertThat(test.getFirst()).isEqualTo("ImageId,Image");
    assertThat(test).hasSize(25);
    for (String line : test.subList(1, test.size())) {
      assertThat(line.substring(line.indexOf(',') + 1).split(" ", -1)).hasSize(9216);
    }
    for (String line : table.subList(1, table.size())) {
      assertThat(Integer.parseInt(line.split(",", -1)[1])).isBetween(1, 24);
    }
  }

  @Test
  void the_image_files_are_those_that_are_generated() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("faces-folder/keypoints.csv"));
    assertThat(lines).hasSize(25);

    RenderedFace face = new CallSheet(2015).face(0, 128);
    BufferedImage shipped = ImageIO.read(FOLDER.resolve("faces-folder/face-01.png").toFile());
    assertThat(lines.get(1)).startsWith("face-01.png," + face.annotation().x(0) + ",");
    assertThat(shipped.getWidth()).isEqualTo(128);
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 128; x++) {
        assertThat(shipped.getRaster().getSample(x, y, 0)).isEqualTo(face.image().at(x, y));
      }
    }
  }

  @Test
  void the_readme_describes_every_file() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));

    assertThat(readme)
        .contains("training.csv", "manifest.json", "test.csv", "IdLookupTable.csv", "faces-folder");
  }
}
