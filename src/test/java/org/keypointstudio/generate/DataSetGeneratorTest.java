package org.keypointstudio.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleCsvReader;
import org.keypointstudio.dataset.kaggle.KaggleDataSet;
import org.keypointstudio.generate.WrongLabel.TruePlace;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.Progress;
import org.keypointstudio.task.TaskContext;

class DataSetGeneratorTest {
  @TempDir private Path folder;

  private static GeneratedDataSet write(GeneratorOptions options, Path file) throws IOException {
    return DataSetGenerator.write(options, file, TaskContext.unattended());
  }

  private static KaggleDataSet read(Path file) throws IOException {
    return new KaggleCsvReader().read(file, TaskContext.unattended());
  }

  @Test
  void the_first_rows_do_not_depend_on_the_number_of_rows() throws IOException {
    Path few = folder.resolve("few.csv");
    Path more = folder.resolve("more.csv");
    write(new GeneratorOptions(3, 5, MissingValues.NONE, 0), few);
    write(new GeneratorOptions(6, 5, MissingValues.NONE, 0), more);

    assertThat(Files.readAllLines(more).subList(0, 4)).isEqualTo(Files.readAllLines(few));
  }

  @Test
  void the_file_opens_with_the_planned_gaps() throws IOException {
    Path file = folder.resolve("training.csv");
    write(GeneratorOptions.kaggle(20, 8), file);

    KaggleDataSet opened = read(file);

    LabelPlan plan = LabelPlan.of(MissingValues.KAGGLE, 20, 8);
    assertThat(opened.size()).isEqualTo(20);
    for (int row = 0; row < 20; row++) {
      assertThat(opened.annotation(row).placedCount()).isEqualTo(plan.labelledCount(row));
    }
  }

  @Test
  void the_wrong_labels_are_those_that_are_told_and_no_others() throws IOException {
    Path right = folder.resolve("right.csv");
    Path wrong = folder.resolve("wrong.csv");
    write(new GeneratorOptions(30, 9, MissingValues.MIXED, 0), right);
    GeneratedDataSet generated =
        write(new GeneratorOptions(30, 9, MissingValues.MIXED, 0.4), wrong);

    KaggleDataSet truth = read(right);
    KaggleDataSet spoilt = read(wrong);
    assertThat(generated.wrongLabels()).hasSize(12);
    assertThat(generated.wrongLabels().stream().map(WrongLabel::kind))
        .contains(WrongLabelKind.values());
    for (int row = 0; row < 30; row++) {
      Annotation repaired = spoilt.annotation(row);
      for (WrongLabel label : generated.wrongLabels()) {
        repaired = label.row() == row ? repair(repaired, truth.annotation(row), label) : repaired;
      }
      assertThat(repaired).as("row " + row).isEqualTo(truth.annotation(row));
    }
  }

  /** Puts each keypoint that is told to be wrong where it is told to be. */
  private static Annotation repair(Annotation spoilt, Annotation truth, WrongLabel label) {
    Annotation repaired = spoilt;
    for (TruePlace place : label.keypoints()) {
      int index = KeypointSchema.kaggle15().indexOf(place.keypoint());
      assertThat(spoilt.keypoint(index)).isNotEqualTo(truth.keypoint(index));
      repaired = repaired.with(index, Keypoint.visible(place.x(), place.y()));
    }
    return repaired;
  }

  @Test
  void duplicates_have_the_same_picture_and_the_same_person() throws IOException {
    Path file = folder.resolve("training.csv");
    GeneratedDataSet generated = write(new GeneratorOptions(24, 10, MissingValues.NONE, 0), file);

    List<String> lines = Files.readAllLines(file);
    assertThat(generated.duplicates()).hasSize(2);
    for (List<Integer> group : generated.duplicates()) {
      assertThat(group.stream().map(row -> lines.get(row + 1)).distinct()).hasSize(1);
      assertThat(group.stream().map(generated.people()::get).distinct()).hasSize(1);
    }
    assertThat(lines.stream().distinct()).hasSize(1 + 24 - 2);
    assertThat(generated.people().stream().distinct()).hasSize(10);
  }

  @Test
  void progress_runs_to_the_last_row() throws IOException {
    List<Progress> reports = Collections.synchronizedList(new ArrayList<>());
    DataSetGenerator.write(
        new GeneratorOptions(2, 1, MissingValues.NONE, 0),
        folder.resolve("training.csv"),
        new TaskContext(new CancelToken(), reports::add));

    assertThat(reports.getLast().fraction()).isEqualTo(1);
  }

  @Test
  void a_cancelled_run_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(folder.resolve("training.csv"), "old");
    CancelToken token = new CancelToken();
    token.cancel();
    TaskContext context = new TaskContext(token, ignored -> {});

    assertThatThrownBy(() -> DataSetGenerator.write(GeneratorOptions.kaggle(200, 1), file, context))
        .isInstanceOf(CancellationException.class);

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void impossible_options_are_refused() {
    assertThatThrownBy(() -> GeneratorOptions.kaggle(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new GeneratorOptions(1, 1, MissingValues.NONE, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }
}
