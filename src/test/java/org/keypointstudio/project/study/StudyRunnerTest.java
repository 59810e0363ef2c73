package org.keypointstudio.project.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

class StudyRunnerTest {
  private static final TrainingConfig SHORT =
      new TrainingConfig(ModelKind.SEQUENTIAL, 2, Duration.ofMinutes(1), 16, 1e-3, 0.25, 99);

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private int trained;

  private StudyResult run(Study study, TrainingFaces faces) throws Exception {
    Dl4jTrainer trainer = new Dl4jTrainer();
    StudyRunner runner =
        new StudyRunner(
            (config, snapshot, runFolder, listener, control) -> {
              trained++;
              return trainer.train(config, snapshot, runFolder, listener, control);
            },
            new Dl4jPredictorLoader());
    return runner.run(study, faces, folder, new Recorder(), new CancelToken());
  }

  private final class Recorder implements StudyRunner.Listener {
    @Override
    public TrainingListener onRun(int number, Study.Variant variant, long seed) {
      heard.add(number + " " + variant.name() + " " + seed);
      return new TrainingListener() {};
    }

    @Override
    public void onResult(int number, Study.Variant variant, StudyResult.Run result) {
      heard.add(number + " done");
    }
  }

  private static Study study(TrainingConfig... configs) {
    List<Study.Variant> variants = new ArrayList<>();
    for (TrainingConfig config : configs) {
      variants.add(new Study.Variant("batch " + config.batchSize(), config));
    }
    return new Study("Batches", "Which batch size?", variants, List.of(5L, 6L));
  }

  @Test
  void each_variant_is_trained_with_each_seed_and_judged_by_the_same_faces() throws Exception {
    TrainingFaces faces = BlobFaces.of(40, 1);

    StudyResult result = run(study(SHORT, SHORT.withBatchSize(8)), faces);

    assertThat(heard)
        .containsExactly(
            "1 batch 16 5",
            "1 done",
            "2 batch 16 6",
            "2 done",
            "3 batch 8 5",
            "3 done",
            "4 batch 8 6",
            "4 done");
    List<RunRecord> records = records();
    assertThat(records).hasSize(4);
    assertThat(records.get(0).validationRows()).isEqualTo(records.get(2).validationRows());
    assertThat(records.get(1).validationRows()).isEqualTo(records.get(3).validationRows());
    StudyResult.Row first = result.rows().getFirst();
    assertThat(first.runs()).extracting(StudyResult.Run::seed).containsExactly(5L, 6L);
    assertThat(first.runs().getFirst().rmse())
        .isCloseTo(records.getFirst().bestValidationRmse(), within(1e-3));
    assertThat(first.rmse().mean())
        .isCloseTo((first.runs().get(0).rmse() + first.runs().get(1).rmse()) / 2, within(1e-12));
  }

  private List<RunRecord> records() throws Exception {
    List<RunRecord> records = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path run : folders.sorted().toList()) {
        records.add(new RunFolder(run).readRecord());
      }
    }
    return records;
  }

  @Test
  void a_study_that_was_broken_off_goes_on_where_it_was() throws Exception {
    TrainingFaces faces = BlobFaces.of(40, 1);
    run(study(SHORT), faces);
    assertThat(trained).isEqualTo(2);

    StudyResult result = run(study(SHORT, SHORT.withBatchSize(8)), faces);

    assertThat(trained).isEqualTo(4);
    assertThat(result.rows()).hasSize(2);
  }

  @Test
  void runs_of_other_labels_or_settings_are_not_mixed_in() throws Exception {
    run(study(SHORT), BlobFaces.of(40, 1));

    assertThatThrownBy(() -> run(study(SHORT, SHORT.withBatchSize(8)), BlobFaces.of(40, 2)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("other labels");
    Study changed =
        new Study(
            "Batches",
            "Which?",
            List.of(new Study.Variant("batch 16", SHORT.withLearningRate(0.5))),
            List.of(5L));
    assertThatThrownBy(() -> run(changed, BlobFaces.of(40, 1)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("other settings");
  }

  @Test
  void a_table_tells_means_and_deviations() {
    StudyResult result =
        new StudyResult(
            study(SHORT),
            "abc",
            List.of(
                new StudyResult.Row(
                    "batch 16",
                    List.of(
                        new StudyResult.Run(5, 2, 1.5, 3, 9, 10),
                        new StudyResult.Run(6, 3, 2.5, 4, 9, 20)))));

    assertThat(new StudyTable(result).markdown())
        .contains("| batch 16 | 2.500 ± 0.707 | 2.000 ± 0.707 | 15 | 2 |");
    assertThat(new StudyTable(result).csv().lines())
        .containsExactly(
            "variant,seed,rmse,flip_averaged_rmse,best_epoch,epochs,seconds",
            "\"batch 16\",5,2.000000,1.500000,3,9,10.000",
            "\"batch 16\",6,3.000000,2.500000,4,9,20.000");
  }
}
