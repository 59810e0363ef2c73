package org.keypointstudio.bench.active;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.audit.next.FaceSuggester;
import org.keypointstudio.audit.next.FaceSuggestion;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.dataset.similarity.EdgeDirections;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;

/** Labels a few faces at a time, trains after each time, and says how well the model does. */
final class LearningCurve {
  private final ActiveData data;
  private final Plan plan;

  /**
   * What is replayed.
   *
   * @param start faces that are labelled at the beginning
   * @param perRound faces that are labelled each time
   * @param rounds how often
   * @param epochs of each training
   */
  record Plan(int start, int perRound, int rounds, int epochs) {}

  LearningCurve(ActiveData data, Plan plan) {
    this.data = data;
    this.plan = plan;
  }

  /**
   * The error on other people's faces after the start and each round, as root mean square over the
   * coordinates, in pixels.
   *
   * @param seed of the faces at the beginning, of the training, and of chance
   */
  List<Double> errors(Choice choice, long seed) throws IOException, TrainingException {
    Random random = new Random(seed);
    List<Integer> labelled =
        new ArrayList<>(next(choice, List.of(), List.of(), plan.start(), random));
    List<Double> errors = new ArrayList<>();
    for (int round = 0; round <= plan.rounds(); round++) {
      Path run = Files.createTempDirectory("active").resolve("run");
      train(run, labelled, seed);
      try (KeypointPredictor model = new Dl4jPredictorLoader().load(run)) {
        errors.add(error(model));
        System.out.printf(
            "%s, seed %d, %d faces: %.3f px%n",
            choice.title(), seed, labelled.size(), errors.getLast());
        if (round < plan.rounds()) {
          labelled.addAll(next(choice, List.of(model), labelled, plan.perRound(), random));
        }
      } finally {
        delete(run.getParent());
      }
    }
    return errors;
  }

  private void train(Path run, List<Integer> labelled, long seed) throws TrainingException {
    TrainingFaces faces =
        new TrainingFaces(data.schema(), data.images(), data.truth(), data.groups())
            .subset(labelled.stream().mapToInt(Integer::intValue).sorted().toArray());
    TrainingConfig config =
        TrainingConfig.defaults(ModelKind.COMPACT)
            .withMembers(1)
            .withMaxEpochs(plan.epochs())
            .withSeed(seed);
    new Dl4jTrainer()
        .train(
            config, faces, run, new TrainingListener() {}, new TrainingControl(new CancelToken()));
  }

  private double error(KeypointPredictor model) {
    List<Annotation> answers =
        model.predict(
            data.judges().stream().map(data.images()::get).toList(), TaskContext.unattended());
    double squares = 0;
    long coordinates = 0;
    for (int i = 0; i < answers.size(); i++) {
      Annotation truth = data.truth().get(data.judges().get(i));
      for (int k = 0; k < truth.size(); k++) {
        double distance = answers.get(i).keypoint(k).distanceTo(truth.keypoint(k));
        squares += distance * distance;
        coordinates += 2;
      }
    }
    return Math.sqrt(squares / coordinates);
  }

  private List<Integer> next(
      Choice choice,
      List<KeypointPredictor> models,
      List<Integer> labelled,
      int count,
      Random random)
      throws IOException {
    Set<Integer> known = new HashSet<>(labelled);
    if (choice == Choice.RANDOM) {
      List<Integer> left =
          new ArrayList<>(data.pool().stream().filter(face -> !known.contains(face)).toList());
      Collections.shuffle(left, random);
      return left.subList(0, count);
    }
    List<Annotation> labels =
        data.pool().stream()
            .map(
                face ->
                    known.contains(face)
                        ? data.truth().get(face)
                        : Annotation.unlabelled(data.schema().size()))
            .toList();
    return new FaceSuggester(
            data.schema(),
            face -> data.images().get(data.pool().get(face)),
            face -> EdgeDirections.of(data.images().get(data.pool().get(face))))
        .suggest(labels, models, count, TaskContext.unattended()).stream()
            .map(FaceSuggestion::face)
            .map(data.pool()::get)
            .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
