package org.keypointstudio.project.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

/**
 * Trains the runs of a study one after the other, each into a folder of its own. Runs that are
 * there already are not trained again, so that a study that was broken off goes on.
 */
public final class StudyRunner {
  private final Trainer trainer;
  private final PredictorLoader loader;

  /** A runner that trains and predicts by these ports. */
  public StudyRunner(Trainer trainer, PredictorLoader loader) {
    this.trainer = trainer;
    this.loader = loader;
  }

  /** Hears of the runs of a study; called on the training thread. */
  public interface Listener {
    /**
     * A run begins.
     *
     * @param number of the run, counted from 1
     * @return who hears of it while it trains
     */
    TrainingListener onRun(int number, Study.Variant variant, long seed);

    /** A run is done, or was there already. */
    void onResult(int number, Study.Variant variant, StudyResult.Run result);
  }

  /**
   * Runs a study.
   *
   * @param folder for the runs; made if it is not there
   * @throws TrainingException if a run cannot be trained, or if a folder holds a run of other
   *     labels or settings
   * @throws IOException with a sentence for the person if a run cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled; finished runs stay
   */
  public StudyResult run(
      Study study, TrainingFaces faces, Path folder, Listener listener, CancelToken cancelToken)
      throws TrainingException, IOException {
    List<StudyResult.Row> rows = new ArrayList<>();
    String labelsHash = "";
    int number = 0;
    for (Study.Variant variant : study.variants()) {
      List<StudyResult.Run> runs = new ArrayList<>();
      for (long seed : study.seeds()) {
        cancelToken.throwIfCancelled();
        number++;
        Path runFolder = folder.resolve(folderName(rows.size() + 1, variant, seed));
        RunRecord record =
            record(
                variant.config().withSeed(seed),
                faces,
                runFolder,
                listener.onRun(number, variant, seed),
                cancelToken);
        labelsHash = requireSame(labelsHash, record, runFolder);
        StudyResult.Run run = judged(record, faces, runFolder, cancelToken);
        runs.add(run);
        listener.onResult(number, variant, run);
      }
      rows.add(new StudyResult.Row(variant.name(), runs));
    }
    return new StudyResult(study, labelsHash, rows);
  }

  private static String folderName(int variantNumber, Study.Variant variant, long seed) {
    String words = variant.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return "%02d-%s-seed-%d".formatted(variantNumber, words, seed);
  }

  private RunRecord record(
      TrainingConfig config,
      TrainingFaces faces,
      Path runFolder,
      TrainingListener listener,
      CancelToken cancelToken)
      throws TrainingException, IOException {
    RunFolder existing = new RunFolder(runFolder);
    if (existing.isInterrupted()) {
      return trainer.resume(runFolder, faces, listener, new TrainingControl(cancelToken));
    }
    if (!existing.exists()) {
      return trainer.train(config, faces, runFolder, listener, new TrainingControl(cancelToken));
    }
    RunRecord record = existing.readRecord();
    if (!record.config().equals(config)) {
      throw new TrainingException(
          "%s holds a run with other settings than the study's: name another folder or delete it."
              .formatted(runFolder));
    }
    return record;
  }

  private static String requireSame(String labelsHash, RunRecord record, Path runFolder)
      throws TrainingException {
    if (!labelsHash.isEmpty() && !labelsHash.equals(record.labelsHash())) {
      throw new TrainingException(
          "%s holds a run on other labels than the study's other runs: name another folder or delete it."
              .formatted(runFolder));
    }
    return record.labelsHash();
  }

  private StudyResult.Run judged(
      RunRecord record, TrainingFaces faces, Path runFolder, CancelToken cancelToken)
      throws IOException {
    int[] rows = record.validationRows().stream().mapToInt(Integer::intValue).toArray();
    TrainingFaces judging = faces.subset(rows);
    TaskContext context = new TaskContext(cancelToken, _ -> {});
    try (KeypointPredictor model = loader.load(runFolder)) {
      return new StudyResult.Run(
          record.config().seed(),
          rmse(model, judging, context),
          rmse(new FlipAveragingPredictor(model), judging, context),
          record.bestEpoch(),
          record.epochs().size(),
          record.seconds());
    }
  }

  private static double rmse(KeypointPredictor model, TrainingFaces faces, TaskContext context) {
    return Evaluation.of(
            faces.schema(), faces.annotations(), model.predict(faces.images(), context))
        .rmse();
  }
}
