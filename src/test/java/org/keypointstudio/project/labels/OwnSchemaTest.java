package org.keypointstudio.project.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.schema.SchemaFile;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.OwnSchema;
import org.keypointstudio.project.ProjectFolder;
import org.keypointstudio.task.TaskContext;

class OwnSchemaTest {
  private static final String CSV =
      "file,a_x,a_y,b_x,b_y,c_x,c_y\n1.png,1,2,3,4,5,6\n2.png,7,8,,,9,9\n";

  /** The last keypoint of the file first, under other names. */
  private static final KeypointSchema OWN =
      new KeypointSchema(
          "mine",
          List.of("nose", "left eye", "right eye"),
          List.of(new IndexPair(1, 2)),
          List.of(new IndexPair(0, 1), new IndexPair(0, 2)),
          List.of(new IndexPair(1, 2)),
          List.of("#e69f00", "", ""));

  private static final List<Integer> ORDER = List.of(2, 0, 1);

  private @TempDir Path folder;
  private Path data;
  private final LabelStore store =
      new LabelStore(new DataSetFiles(), path -> ProjectFolder.of(path, folder));

  @BeforeEach
  void write_two_faces() throws IOException {
    data = Files.writeString(folder.resolve("labels.csv"), CSV);
  }

  private LabelledDataSet open() throws DataSetException {
    return store.open(data, TaskContext.unattended());
  }

  private Path schemaFile() {
    return folder.resolve("labels.csv.keypoint-studio/schema.json");
  }

  private LabelledDataSet reopenedInOwnSchema() throws DataSetException {
    store.giveSchema(open().dataSet(), OWN, ORDER);
    return open();
  }

  @Test
  void a_data_set_opens_in_the_schema_that_a_person_gave_it() throws IOException {
    LabelledDataSet opened = reopenedInOwnSchema();

    assertThat(opened.messages()).isEmpty();
    assertThat(opened.dataSet().schema()).isEqualTo(OWN);
    assertThat(opened.labels().getFirst().annotation().keypoint(0))
        .isEqualTo(Keypoint.visible(5, 6));
    assertThat(opened.dataSet().annotation(1).keypoint(1)).isEqualTo(Keypoint.visible(7, 8));
    assertThat(data).hasContent(CSV);
  }

  @Test
  void labels_are_saved_in_the_columns_of_the_file() throws IOException {
    LabelledDataSet opened = reopenedInOwnSchema();
    FaceLabels moved = opened.labels().getFirst().with(0, Keypoint.visible(50, 60), Origin.HAND);

    LabelledDataSet saved =
        store.save(
            opened, List.of(moved, opened.labels().get(1)), data, 0, TaskContext.unattended());

    assertThat(data).hasContent(CSV.replace("5,6", "50.0,60.0"));
    assertThat(saved.dataSet().schema()).isEqualTo(OWN);
    assertThat(open().labels().getFirst().annotation()).isEqualTo(moved.annotation());
  }

  @Test
  void marks_stay_with_their_keypoints_when_the_schema_comes_and_goes() throws IOException {
    LabelledDataSet plain = open();
    FaceLabels marked =
        plain
            .labels()
            .getFirst()
            .with(2, new Keypoint(5, 6, Visibility.OCCLUDED), Origin.HAND)
            .withLocked(Set.of(1))
            .withNotes(FaceNotes.NONE.withReviewed(true));
    store.save(plain, List.of(marked, plain.labels().get(1)), data, 0, TaskContext.unattended());

    FaceLabels arranged = reopenedInOwnSchema().labels().getFirst();
    assertThat(arranged.annotation().visibility(0)).isEqualTo(Visibility.OCCLUDED);
    assertThat(arranged.origin(0)).isEqualTo(Origin.HAND);
    assertThat(arranged.locked()).containsExactly(2);

    LabelledDataSet again = open();
    store.save(again, again.labels(), data, 0, TaskContext.unattended());
    Files.delete(schemaFile());
    assertThat(open().labels().getFirst()).isEqualTo(marked);
  }

  @Test
  void a_schema_can_be_made_of_another_one() throws IOException {
    LabelledDataSet opened = reopenedInOwnSchema();
    KeypointSchema second =
        new KeypointSchema("second", List.of("x", "y", "z"), List.of(), List.of(), List.of());

    store.giveSchema(opened.dataSet(), second, List.of(1, 2, 0));

    assertThat(open().dataSet().schema()).isEqualTo(second);
    assertThat(open().dataSet().annotation(0))
        .isEqualTo(Annotation.ofCoordinates(1, 2, 3, 4, 5, 6));
  }

  @Test
  void a_copy_of_the_data_set_has_the_schema_too() throws IOException {
    LabelledDataSet opened = reopenedInOwnSchema();
    Path copy = folder.resolve("copy.csv");

    store.save(opened, opened.labels(), copy, 0, TaskContext.unattended());

    assertThat(store.open(copy, TaskContext.unattended()).dataSet().schema()).isEqualTo(OWN);
  }

  @Test
  void the_file_is_read_as_it_was_written() throws IOException {
    SchemaFile file = new SchemaFile(folder.resolve("other/schema.json"));
    OwnSchema own = new OwnSchema(OWN, List.of("c", "a", "b"));

    file.write(own);

    assertThat(file.read()).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"source\" : \"c\" | \"source\" : \"d\" | has other keypoints than it names",
        "\"source\" : \"c\" | \"source\" : \"a\" | cannot be those of the file",
        "#e69f00 | red | is no colour",
        "\"flip\" : \"left eye\" | \"flip\" : \"nose\" | flips to",
        "\"flip\" : \"right eye\" | \"flip\" : \"chin\" | has no keypoint \"chin\"",
        "keypoint-studio-schema | other | its format is not",
        "] | '' | it is no whole JSON",
      })
  void a_schema_that_cannot_be_used_is_told_and_the_data_set_opens_without_it(
      String right, String wrong, String told) throws IOException {
    reopenedInOwnSchema();
    String text = Files.readString(schemaFile());
    assertThat(text).contains(right);
    Files.writeString(schemaFile(), text.replaceFirst(Pattern.quote(right), wrong));

    LabelledDataSet opened = open();

    assertThat(opened.dataSet().schema().keypointNames()).containsExactly("a", "b", "c");
    assertThat(opened.messages()).singleElement().asString().contains("schema.json", told);
  }

  @Test
  void a_schema_of_other_keypoints_is_refused() throws IOException {
    LabelledDataSet opened = open();

    assertThatThrownBy(() -> store.giveSchema(opened.dataSet(), OWN, List.of(0, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
