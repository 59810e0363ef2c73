package org.keypointstudio.project.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final List<Optional<String>> ORDER = named("c", "a", "b");

  private static List<Optional<String>> named(String... sources) {
    return Stream.of(sources).map(Optional::of).toList();
  }

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

    store.giveSchema(opened.dataSet(), second, named("a", "b", "c"));

    assertThat(open().dataSet().schema()).isEqualTo(second);
    assertThat(open().dataSet().annotation(0))
        .isEqualTo(Annotation.ofCoordinates(1, 2, 3, 4, 5, 6));
  }

  /** Without the second keypoint of the file, and with one that it does not have. */
  private LabelledDataSet reopenedWithChin() throws DataSetException {
    KeypointSchema other =
        new KeypointSchema(
            "other", List.of("nose", "chin", "eye"), List.of(), List.of(), List.of());
    store.giveSchema(
        open().dataSet(), other, List.of(Optional.of("c"), Optional.empty(), Optional.of("a")));
    return open();
  }

  private LabelledDataSet saved(LabelledDataSet opened, FaceLabels first) throws DataSetException {
    return store.save(
        opened, List.of(first, opened.labels().get(1)), data, 0, TaskContext.unattended());
  }

  @Test
  void a_keypoint_that_is_left_out_stays_in_the_file() throws IOException {
    LabelledDataSet opened = reopenedWithChin();

    assertThat(opened.dataSet().annotation(0))
        .isEqualTo(Annotation.ofCoordinates(5, 6, Double.NaN, Double.NaN, 1, 2));
    assertThat(LabelStore.leftOut(opened.dataSet())).containsExactly("b");

    saved(opened, opened.labels().getFirst().with(2, Keypoint.visible(10, 20), Origin.HAND));

    assertThat(data).hasContent(CSV.replace("1,2,3,4", "10.0,20.0,3,4"));
  }

  @Test
  void what_a_person_said_of_a_keypoint_is_there_when_it_comes_back() throws IOException {
    LabelledDataSet plain = open();
    FaceLabels marked =
        plain
            .labels()
            .getFirst()
            .with(1, new Keypoint(3, 4, Visibility.OCCLUDED), Origin.HAND)
            .withLocked(Set.of(1));
    saved(plain, marked);
    LabelledDataSet without = reopenedWithChin();
    saved(without, without.labels().getFirst());

    store.giveSchema(open().dataSet(), OWN, ORDER);

    FaceLabels back = open().labels().getFirst();
    assertThat(back.annotation().visibility(2)).isEqualTo(Visibility.OCCLUDED);
    assertThat(back.locked()).containsExactly(2);
  }

  @Test
  void labels_of_an_added_keypoint_are_kept_beside_the_file() throws IOException {
    LabelledDataSet opened = reopenedWithChin();
    Keypoint chin = new Keypoint(7.5, 8.25, Visibility.OCCLUDED);
    FaceLabels labelled =
        opened.labels().getFirst().with(1, chin, Origin.HAND).withLocked(Set.of(1));

    LabelledDataSet saved = saved(opened, labelled);

    assertThat(data).hasContent(CSV);
    assertThat(saved.messages()).singleElement().asString().contains("1 added keypoint");
    assertThat(saved.dataSet().annotation(0).keypoint(1)).isEqualTo(chin);
    assertThat(open().labels().getFirst()).isEqualTo(labelled);
    assertThat(open().dataSet().annotation(0).keypoint(1)).isEqualTo(chin);
  }

  @Test
  void an_added_keypoint_keeps_its_labels_under_another_name_and_in_another_place()
      throws IOException {
    LabelledDataSet opened = reopenedWithChin();
    saved(opened, opened.labels().getFirst().with(1, Keypoint.visible(7, 8), Origin.HAND));
    KeypointSchema renamed =
        new KeypointSchema(
            "renamed", List.of("new", "menton", "eye", "nose"), List.of(), List.of(), List.of());

    store.giveSchema(
        open().dataSet(),
        renamed,
        List.of(Optional.empty(), Optional.of("chin"), Optional.of("a"), Optional.of("c")));

    FaceLabels first = open().labels().getFirst();
    assertThat(first.annotation())
        .isEqualTo(Annotation.ofCoordinates(Double.NaN, Double.NaN, 7, 8, 1, 2, 5, 6));
    assertThat(first.origin(1)).isEqualTo(Origin.HAND);
  }

  @Test
  void a_keypoint_may_be_added_under_the_name_of_one_that_is_left_out() throws IOException {
    KeypointSchema other =
        new KeypointSchema("other", List.of("a", "b"), List.of(), List.of(), List.of());
    store.giveSchema(open().dataSet(), other, List.of(Optional.of("a"), Optional.empty()));

    LabelledDataSet opened = open();

    assertThat(opened.messages()).isEmpty();
    assertThat(opened.dataSet().annotation(0).isPlaced(1)).isFalse();
    assertThat(LabelStore.isInFile(opened.dataSet(), 1)).isFalse();
  }

  @Test
  void a_file_that_gains_the_added_keypoint_is_told() throws IOException {
    reopenedWithChin();
    Files.writeString(data, "file,a_x,a_y,b_x,b_y,c_x,c_y,chin_x,chin_y\n1.png,1,2,3,4,5,6,7,8\n");

    LabelledDataSet opened = open();

    assertThat(opened.dataSet().schema().size()).isEqualTo(4);
    assertThat(opened.messages())
        .singleElement()
        .asString()
        .contains("has other keypoints than it names");
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

    assertThatThrownBy(() -> store.giveSchema(opened.dataSet(), OWN, named("a", "a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
