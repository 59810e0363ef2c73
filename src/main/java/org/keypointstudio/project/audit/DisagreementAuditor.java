package org.keypointstudio.project.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

/**
 * Ranks labels by how far they are from where a model that has not seen the face puts them, in
 * multiples of the keypoint's median distance. A pair whose labels fit better with their sides
 * changed is a swap.
 */
public final class DisagreementAuditor implements Auditor {
  /** So many medians are even odds: beyond that a label is rather wrong than right. */
  private static final double EVEN_ODDS = 6;

  private static final double LEAST_MEDIAN = 0.1;
  private static final double SWAP_GAIN = 0.5;
  private static final double PROGRESS_STEPS = 1000;

  private final Trainer trainer;
  private final PredictorLoader loader;

  /** An auditor that trains and predicts by these ports. */
  public DisagreementAuditor(Trainer trainer, PredictorLoader loader) {
    this.trainer = trainer;
    this.loader = loader;
  }

  @Override
  public AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context)
      throws AuditException {
    try {
      List<GrayImage> images = new ArrayList<>();
      for (int face = 0; face < faces.size(); face++) {
        context.throwIfCancelled();
        images.add(faces.image(face));
      }
      List<Annotation> truth = labels.stream().map(FaceLabels::annotation).toList();
      TrainingFaces all = new TrainingFaces(faces.schema(), images, truth, groups.names());
      return new AuditResult(
          ranking(faces.schema(), images, truth, predict(all, settings, context)), groups.notes());
    } catch (TrainingException | IOException problem) {
      throw new AuditException(String.valueOf(problem.getMessage()), problem);
    }
  }

  /** One prediction a face, by the model that has not learned from it. */
  private List<Annotation> predict(TrainingFaces all, AuditSettings settings, TaskContext context)
      throws AuditException, TrainingException, IOException {
    int[] foldOf = folds(all, settings);
    TrainingConfig config =
        TrainingConfig.defaults(ModelKind.COMPACT)
            .withMembers(1)
            .withSeed(settings.seed())
            .withMaxDuration(settings.trainingTime().dividedBy(settings.folds()));
    List<Annotation> predictions = new ArrayList<>(all.annotations());
    Path folder = Files.createTempDirectory("audit");
    try {
      for (int fold = 0; fold < settings.folds(); fold++) {
        int present = fold;
        int[] judged = IntStream.range(0, all.size()).filter(f -> foldOf[f] == present).toArray();
        int[] others = IntStream.range(0, all.size()).filter(f -> foldOf[f] != present).toArray();
        Path run = folder.resolve("fold-" + (fold + 1));
        trainer.train(
            config,
            all.subset(others),
            run,
            new FoldProgress(fold, settings.folds(), context),
            new TrainingControl(context.cancelToken()));
        try (KeypointPredictor model = new FlipAveragingPredictor(loader.load(run))) {
          List<Annotation> answers =
              model.predict(
                  all.subset(judged).images(), new TaskContext(context.cancelToken(), _ -> {}));
          for (int i = 0; i < judged.length; i++) {
            predictions.set(judged[i], answers.get(i));
          }
        }
      }
    } finally {
      delete(folder);
    }
    return predictions;
  }

  /** Deals whole groups, the next one to the fold that has the fewest faces. */
  private static int[] folds(TrainingFaces all, AuditSettings settings) throws AuditException {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int face = 0; face < all.size(); face++) {
      String group = all.groups().isEmpty() ? String.valueOf(face) : all.groups().get(face);
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(face);
    }
    if (groups.size() < settings.folds()) {
      throw new AuditException(
          "%d models need as many groups of faces, but there are %d: ask for fewer models."
              .formatted(settings.folds(), groups.size()));
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(settings.seed()));
    int[] sizes = new int[settings.folds()];
    int[] foldOf = new int[all.size()];
    for (List<Integer> group : shuffled) {
      int fold =
          IntStream.range(0, sizes.length)
              .boxed()
              .min(Comparator.comparingInt(each -> sizes[each]))
              .orElseThrow();
      sizes[fold] += group.size();
      group.forEach(face -> foldOf[face] = fold);
    }
    return foldOf;
  }

  private static List<Suspicion> ranking(
      KeypointSchema schema,
      List<GrayImage> images,
      List<Annotation> truth,
      List<Annotation> predictions) {
    double[] medians = new double[schema.size()];
    for (int k = 0; k < medians.length; k++) {
      int keypoint = k;
      double[] errors =
          IntStream.range(0, truth.size())
              .filter(face -> truth.get(face).isPlaced(keypoint))
              .mapToDouble(face -> distance(truth.get(face), predictions.get(face), keypoint))
              .sorted()
              .toArray();
      medians[k] = errors.length == 0 ? 1 : Math.max(LEAST_MEDIAN, errors[errors.length / 2]);
    }
    List<Suspicion> ranking = new ArrayList<>();
    for (int face = 0; face < truth.size(); face++) {
      for (int k = 0; k < schema.size(); k++) {
        if (truth.get(face).isPlaced(k)) {
          ranking.add(
              judge(
                  schema,
                  face,
                  k,
                  images.get(face),
                  truth.get(face),
                  predictions.get(face),
                  medians[k]));
        }
      }
    }
    return ranking;
  }

  private static Suspicion judge(
      KeypointSchema schema,
      int face,
      int k,
      GrayImage image,
      Annotation truth,
      Annotation predicted,
      double median) {
    double error = distance(truth, predicted, k);
    int partner = schema.flipPartner(k);
    boolean swapped =
        partner != k && truth.isPlaced(partner) && isSwapped(truth, predicted, k, partner);
    boolean outside =
        truth.x(k) < -0.5
            || truth.y(k) < -0.5
            || truth.x(k) > image.width() - 0.5
            || truth.y(k) > image.height() - 0.5;
    SuspicionKind kind =
        swapped ? SuspicionKind.SWAP : outside ? SuspicionKind.OUTSIDE : SuspicionKind.DISAGREEMENT;
    String reason =
        swapped
            ? "The %s and the %s fit better with their sides changed."
                .formatted(schema.displayName(k), schema.displayName(partner))
            : "The %s is %.1f px from where a model that has not seen this face expects it; half of all are within %.1f px."
                .formatted(schema.displayName(k), error, median);
    return new Suspicion(
        face,
        k,
        error / median - EVEN_ODDS,
        kind,
        swapped ? truth.keypoint(partner) : predicted.keypoint(k),
        reason);
  }

  private static boolean isSwapped(Annotation truth, Annotation predicted, int k, int partner) {
    double asItIs = distance(truth, predicted, k) + distance(truth, predicted, partner);
    double changed =
        truth.keypoint(k).distanceTo(predicted.keypoint(partner))
            + truth.keypoint(partner).distanceTo(predicted.keypoint(k));
    return changed < SWAP_GAIN * asItIs;
  }

  private static double distance(Annotation truth, Annotation predicted, int keypoint) {
    return truth.keypoint(keypoint).distanceTo(predicted.keypoint(keypoint));
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
