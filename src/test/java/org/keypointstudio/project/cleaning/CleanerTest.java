package org.keypointstudio.project.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.cleaning.CleaningRule.Repair;
import org.keypointstudio.project.cleaning.CleaningRule.Resolution;
import org.keypointstudio.task.TaskContext;

class CleanerTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema("two", List.of("left", "right"), List.of(), List.of(), List.of());
  private static final int UNREADABLE = -1;

  /** Faces of 10 × 8 pixels, each of one grey, of which the grey −1 cannot be read. */
  private record Faces(List<Integer> greys, List<Annotation> annotations) implements FaceDataSet {
    @Override
    public Path path() {
      return Path.of("faces.csv");
    }

    @Override
    public KeypointSchema schema() {
      return SCHEMA;
    }

    @Override
    public int size() {
      return greys.size();
    }

    @Override
    public Face face(int index) {
      return new Face(index, "row " + (index + 1));
    }

    @Override
    public GrayImage image(int index) throws IOException {
      if (greys.get(index) == UNREADABLE) {
        throw new IOException("gone");
      }
      byte[] pixels = new byte[80];
      Arrays.fill(pixels, greys.get(index).byteValue());
      return new GrayImage(new ImageSize(10, 8), pixels);
    }

    @Override
    public Annotation annotation(int index) {
      return annotations.get(index);
    }

    List<FaceLabels> labels() {
      return annotations.stream().map(FaceLabels::of).toList();
    }
  }

  private final List<Integer> greys = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();

  private void face(int grey, double... coordinates) {
    greys.add(grey);
    annotations.add(Annotation.ofCoordinates(coordinates));
  }

  private Faces faces() {
    return new Faces(List.copyOf(greys), List.copyOf(annotations));
  }

  private CleaningPlan plan(CleaningRule... rules) {
    return plan(faces().labels(), rules);
  }

  private CleaningPlan plan(List<FaceLabels> labels, CleaningRule... rules) {
    return Cleaner.plan(
        new CleaningRules("test", "", List.of(rules)), faces(), labels, TaskContext.unattended());
  }

  private List<Integer> excluded(CleaningPlan plan) {
    return FaceLabels.excludedOf(plan.allAfter(faces().labels())).stream().boxed().toList();
  }

  private Annotation after(CleaningPlan plan, int face) {
    return plan.allAfter(faces().labels()).get(face).annotation();
  }

  @Test
  void faces_without_points_or_without_an_image_are_excluded() {
    face(1, 1, 1, 2, 2);
    face(2, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    face(UNREADABLE, 1, 1, 2, 2);
    face(3, 1, 1, Double.NaN, Double.NaN);

    assertThat(excluded(plan(new CleaningRule.FewPoints(1)))).containsExactly(1);
    assertThat(excluded(plan(new CleaningRule.FewPoints(2)))).containsExactly(1, 3);
    assertThat(excluded(plan(new CleaningRule.UnreadableImage()))).containsExactly(2);
  }

  @Test
  void a_point_outside_its_image_is_cleared_moved_to_the_edge_or_marked_absent() {
    face(1, 12, -3, 4, 5);

    assertThat(after(plan(new CleaningRule.PointsOutside(0, Repair.CLEAR)), 0))
        .isEqualTo(Annotation.ofCoordinates(Double.NaN, Double.NaN, 4, 5));
    assertThat(after(plan(new CleaningRule.PointsOutside(0, Repair.CLAMP)), 0))
        .isEqualTo(Annotation.ofCoordinates(9, 0, 4, 5));
    assertThat(after(plan(new CleaningRule.PointsOutside(0, Repair.MARK_ABSENT)), 0).visibility(0))
        .isEqualTo(Visibility.ABSENT);
    assertThat(excluded(plan(new CleaningRule.PointsOutside(0, Repair.EXCLUDE))))
        .containsExactly(0);
  }

  @Test
  void a_point_on_the_outermost_pixel_or_within_the_margin_is_inside() {
    face(1, 9.5, 7.5, -0.5, -0.5);
    face(2, 10.5, 0, -1.4, 0);

    assertThat(plan(new CleaningRule.PointsOutside(1, Repair.CLEAR)).isEmpty()).isTrue();
    assertThat(plan(new CleaningRule.PointsOutside(0, Repair.CLEAR)).repairs())
        .singleElement()
        .satisfies(repair -> assertThat(repair.points()).hasSize(2));
  }

  @Test
  void a_locked_point_stays_where_it_is() {
    face(1, 12, 3, 4, 5);
    List<FaceLabels> locked = List.of(faces().labels().getFirst().withLocked(Set.of(0)));

    assertThat(plan(locked, new CleaningRule.PointsOutside(0, Repair.CLEAR)).isEmpty()).isTrue();
  }

  @Test
  void only_rows_with_the_same_pixels_and_points_are_identical() {
    face(1, 1, 1, 2, 2);
    face(1, 1, 1, 2, 2);
    face(1, 1, 1, 2, 2.5);
    face(2, 1, 1, 2, 2);
    face(1, 1, 1, 2, 2.5);

    assertThat(excluded(plan(new CleaningRule.IdenticalRows()))).containsExactly(1, 4);
  }

  @Test
  void differing_duplicates_keep_the_first_or_the_most_complete_row() {
    face(1, 1, 1, Double.NaN, Double.NaN);
    face(1, 2, 2, 3, 3);
    face(1, 4, 4, 5, 5);

    assertThat(excluded(plan(new CleaningRule.DifferingDuplicates(0, Resolution.KEEP_FIRST))))
        .containsExactly(1, 2);
    assertThat(
            excluded(plan(new CleaningRule.DifferingDuplicates(0, Resolution.KEEP_MOST_COMPLETE))))
        .as("the first of those with two points")
        .containsExactly(0, 2);
  }

  @Test
  void an_average_counts_each_row_that_places_the_point() {
    face(1, 1, 1, Double.NaN, Double.NaN);
    face(1, 2, 3, 3, 3);
    CleaningPlan plan = plan(new CleaningRule.DifferingDuplicates(0, Resolution.AVERAGE));

    assertThat(after(plan, 0)).isEqualTo(Annotation.ofCoordinates(1.5, 2, 3, 3));
    assertThat(excluded(plan)).containsExactly(1);
  }

  @Test
  void duplicates_within_the_tolerance_do_not_differ() {
    face(1, 1, 1, 2, 2);
    face(1, 1, 1.4, 2, 2);

    assertThat(plan(new CleaningRule.DifferingDuplicates(0.5, Resolution.AVERAGE)).isEmpty())
        .isTrue();
  }

  @Test
  void a_person_chooses_among_differing_duplicates() {
    face(1, 1, 1, 2, 2);
    face(1, 2, 2, 3, 3);
    CleaningPlan plan = plan(new CleaningRule.DifferingDuplicates(0, Resolution.CHOOSE));
    assertThat(plan.isEmpty()).isTrue();
    UndecidedDuplicates group = plan.undecided().getFirst();

    CleaningPlan decided = plan.deciding(group, group.keeping(1, "row 2"));

    assertThat(decided.undecided()).isEmpty();
    assertThat(excluded(decided)).containsExactly(0);
  }

  @Test
  void a_later_rule_sees_what_the_earlier_ones_left() {
    face(1, 50, 50, Double.NaN, Double.NaN);
    face(2, 1, 1, 2, 2);

    assertThat(
            excluded(
                plan(
                    new CleaningRule.PointsOutside(0, Repair.CLEAR),
                    new CleaningRule.FewPoints(1))))
        .containsExactly(0);
    assertThat(
            excluded(
                plan(
                    new CleaningRule.FewPoints(1),
                    new CleaningRule.PointsOutside(0, Repair.CLEAR))))
        .isEmpty();
  }

  @Test
  void a_face_that_is_excluded_already_is_left_as_it_is() {
    face(1, 50, 50, 1, 1);
    FaceNotes excluded = FaceNotes.NONE.withTags(new TreeSet<>(Set.of(FaceNotes.EXCLUDED)));
    List<FaceLabels> labels = List.of(faces().labels().getFirst().withNotes(excluded));

    assertThat(
            plan(
                    labels,
                    new CleaningRule.PointsOutside(0, Repair.CLEAR),
                    new CleaningRule.FewPoints(2))
                .isEmpty())
        .isTrue();
    assertThat(labels.getFirst().learnable().placedCount()).isZero();
  }

  @Test
  void everything_is_one_undoable_step() {
    face(1, 50, 50, 1, 1);
    face(1, 50, 50, 1, 1);
    AnnotationDocument document = new AnnotationDocument(SCHEMA, faces().annotations());
    List<FaceLabels> before = document.labelsSnapshot();
    CleaningPlan plan =
        plan(new CleaningRule.PointsOutside(0, Repair.CLEAR), new CleaningRule.IdenticalRows());

    document.apply(plan.toChange(before));

    assertThat(document.labels(0).annotation().placedCount()).isEqualTo(1);
    assertThat(document.labels(1).isExcluded()).isTrue();
    assertThat(document.history()).hasSize(1);
    document.undo();
    assertThat(document.labelsSnapshot()).isEqualTo(before);
  }

  @Property(tries = 60)
  void a_report_is_replayed_to_the_same_labels(
      @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = -5, max = 15) Double> values)
      throws IOException {
    greys.clear();
    annotations.clear();
    for (int at = 0; at + 3 < values.size(); at += 4) {
      face(at / 4 % 2, values.get(at), values.get(at + 1), values.get(at + 2), values.get(at + 3));
    }
    CleaningPlan plan =
        plan(
            new CleaningRule.PointsOutside(0.25, Repair.CLAMP),
            new CleaningRule.IdenticalRows(),
            new CleaningRule.DifferingDuplicates(0, Resolution.AVERAGE));
    CleaningReport report = new CleaningReport();

    byte[] written = report.write(plan, faces());

    assertThat(report.isReport(written)).isTrue();
    assertThat(report.read("report.json", written, faces(), faces().labels())).isEqualTo(plan);
  }

  @Test
  void a_report_of_other_labels_is_refused_and_says_where() throws IOException {
    face(1, 50, 50, 1, 1);
    byte[] written =
        new CleaningReport().write(plan(new CleaningRule.PointsOutside(0, Repair.CLEAR)), faces());
    annotations.set(0, Annotation.ofCoordinates(3, 3, 1, 1));

    assertThatThrownBy(
            () -> new CleaningReport().read("report.json", written, faces(), faces().labels()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "report.json: row 0: left is visible at (3.0, 3.0) in the data set, but it was visible"
                + " at (50.0, 50.0) before what the report tells: replay it on labels that are as"
                + " they were then.");

    face(9, 1, 1, 1, 1);
    assertThatThrownBy(
            () -> new CleaningReport().read("report.json", written, faces(), faces().labels()))
        .hasMessageContaining("the report is of 1 faces, but faces.csv has 2");
  }

  @Test
  void the_shipped_rules_are_whole_and_come_back_from_their_own_text() throws IOException {
    CleaningRules usual = ShippedCleaning.usual();
    CleaningRulesFile file = new CleaningRulesFile();

    assertThat(usual.rules()).hasSizeGreaterThan(3);
    assertThat(file.read("usual.json", file.write(usual))).isEqualTo(usual);
  }

  @Test
  void rules_that_make_no_sense_say_which_and_what_is_expected() {
    assertWrong("[]", "rules.json: the file must hold one JSON object");
    assertWrong("{\"rules\": 3}", "rules.json: it needs \"rules\"");
    assertWrong("{", "rules.json, row 1, column");
    assertWrong("{\"rules\": [], \"colour\": 1}", "The file has no \"colour\"");
    assertWrong(rule("{\"find\": \"ugly faces\"}"), "rule 1: \"find\" must be one of");
    assertWrong(
        rule("{\"find\": \"no points\", \"do\": \"delete\"}"),
        "rule 1: \"do\" must be \"exclude\" here, but it is \"delete\"");
    assertWrong(
        rule("{\"find\": \"points outside the image\", \"do\": \"wrap\"}"),
        "\"do\" must be one of \"clear\", \"clamp\", \"mark absent\", \"exclude\"");
    assertWrong(
        rule("{\"find\": \"points outside the image\", \"do\": \"clear\", \"margin\": -1}"),
        "rule 1: the margin is -1.0");
    assertWrong(
        rule("{\"find\": \"points outside the image\", \"do\": \"clear\", \"margin\": \"2 px\"}"),
        "\"margin\" must be a number of pixels");
    assertWrong(
        rule("{\"find\": \"no points\", \"do\": \"exclude\", \"margin\": 1}"),
        "This rule has no \"margin\"");
    assertWrong(
        rule("{\"find\": \"fewer points\", \"do\": \"exclude\", \"least\": 0.5}"),
        "\"least\" must be a whole number");
  }

  private static String rule(String rule) {
    return "{\"name\": \"x\", \"rules\": [" + rule + "]}";
  }

  private static void assertWrong(String text, String message) {
    assertThatThrownBy(
            () -> new CleaningRulesFile().read("rules.json", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nothing_is_planned_for_a_data_set_without_faces() {
    assertThat(
            Cleaner.plan(
                    ShippedCleaning.usual(),
                    new Faces(List.of(), List.of()),
                    Collections.emptyList(),
                    TaskContext.unattended())
                .isEmpty())
        .isTrue();
  }
}
