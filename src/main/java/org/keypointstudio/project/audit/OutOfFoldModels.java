package org.keypointstudio.project.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.loop.GroupFolds;

/**
 * Predicts each face by a model that has learned neither from it nor from any other face of its
 * group: k-fold cross-validation by group. A wrong label then cannot teach the model that judges
 * it.
 */
public final class OutOfFoldModels {
  /** Share of a model's faces that only say which epoch was best. */
  private static final double VALIDATION_SHARE = 0.05;

  private static final double PROGRESS_STEPS = 1000;

  private final Trainer trainer;
  private final PredictorLoader loader;

  /** Trains and predicts by these ports. */
  public OutOfFoldModels(Trainer trainer, PredictorLoader loader) {
    this.trainer = trainer;
    this.loader = loader;
  }

  /**
   * The recipe of one fold's model: small and quick, and with a loss that wrong labels pull at no
   * harder than right ones.
   */
  public static TrainingConfig recipe(AuditSettings settings) {
    return TrainingConfig.defaults(ModelKind.COMPACT)
        .withMembers(1)
        .withLoss(new Loss.SmoothL1(1))
        .withValidationShare(VALIDATION_SHARE)
        .withSeed(settings.seed())
        .withMaxDuration(settings.trainingTime().dividedBy(settings.folds()));
  }

  /**
   * Trains one model a fold and predicts all faces.
   *
   * @param faces labelled or not
   * @param config of each fold's model
   * @return one prediction a face, in the faces' order
   * @throws TrainingException with a sentence for the person if a model cannot be trained
   * @throws IOException with a sentence for the person if a model cannot be read again
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<FacePrediction> predict(
      TrainingFaces faces, int folds, TrainingConfig config, TaskContext context)
      throws TrainingException, IOException {
    List<int[]> dealt = GroupFolds.of(faces, folds, config.seed(), context.cancelToken());
    Annotation nothing = Annotation.unlabelled(faces.schema().size());
    List<FacePrediction> predictions =
        new ArrayList<>(Collections.nCopies(faces.size(), new FacePrediction(nothing, nothing)));
    Path folder = Files.createTempDirectory("audit");
    try {
      for (int fold = 0; fold < folds; fold++) {
        int[] judged = dealt.get(fold);
        Path run = folder.resolve("fold-" + (fold + 1));
        trainer.train(
            config,
            faces.subset(others(faces.size(), judged)),
            run,
            new FoldProgress(fold, folds, context),
            new TrainingControl(context.cancelToken()));
        List<FacePrediction> answers = answers(run, faces.subset(judged), context);
        for (int i = 0; i < judged.length; i++) {
          predictions.set(judged[i], answers.get(i));
        }
      }
    } finally {
      delete(folder);
    }
    return List.copyOf(predictions);
  }

  private static int[] others(int size, int[] judged) {
    return IntStream.range(0, size).filter(face -> Arrays.binarySearch(judged, face) < 0).toArray();
  }

  private List<FacePrediction> answers(Path run, TrainingFaces judged, TaskContext context)
      throws IOException {
    TaskContext silent = new TaskContext(context.cancelToken(), _ -> {});
    try (KeypointPredictor model = loader.load(run)) {
      List<Annotation> straight = model.predict(judged.images(), silent);
      List<Annotation> mirrored = new MirroredPredictor(model).predict(judged.images(), silent);
      return IntStream.range(0, judged.size())
          .mapToObj(i -> new FacePrediction(straight.get(i), mirrored.get(i)))
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands the progress of one fold's training on as that of all. */
  private record FoldProgress(int fold, int folds, TaskContext context)
      implements TrainingListener {
    @Override
    public void onBatch(Batch batch) {
      context.report(
          Math.round(PROGRESS_STEPS * (fold + batch.fractionDone())),
          Math.round(PROGRESS_STEPS * folds),
          "Training model %d of %d".formatted(fold + 1, folds));
    }
  }
}
