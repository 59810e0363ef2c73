package org.keypointstudio.bench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keypointstudio.audit.AuditedFace;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.audit.LabelRanking;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.project.audit.AuditSettings;
import org.keypointstudio.project.audit.OutOfFoldModels;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plants errors in labels and measures how many an audit finds. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Plants errors in labels and measures how many an audit finds.")
public final class AuditBenchmark implements Callable<Integer> {
  private static final double PLANTED_SHARE = 0.05;

  @Option(
      names = "--data",
      required = true,
      description = "training.csv or training.zip, groups.csv beside it")
  private Path data = Path.of("");

  @Option(names = "--seeds", split = ",", description = "of the planted errors and the training")
  private List<Long> seeds = List.of(1L, 2L, 3L, 4L, 5L);

  @Option(names = "--folds", description = "models of an audit")
  private int folds = 3;

  @Option(names = "--minutes", description = "training time of an audit")
  private double minutes = 9;

  @Option(
      names = "--epochs",
      description = "length of each training instead, where the machine has other things to do")
  private List<Integer> epochs = List.of();

  @Option(
      names = "--cache",
      description =
          "folder of predictions: those in it are used again, so that a benchmark that was broken"
              + " off goes on with the next seed")
  private List<Path> cache = List.of();

  @Option(names = "--without-baseline-model", description = "saves its training")
  private boolean withoutModel;

  @Option(names = "--report", description = "file to write; nothing is written if left out")
  private List<Path> report = List.of();

  private final Map<String, List<Scores>> ways = new LinkedHashMap<>();
  private final List<Double> seconds = new ArrayList<>();
  private final UnplantedRows unplanted = new UnplantedRows();

  @Override
  public Integer call() throws Exception {
    FaceDataSet dataSet = new DataSetFiles().open(data, TaskContext.unattended());
    List<String> groups = FaceGroups.beside(data, dataSet.size()).names();
    List<GrayImage> images = new ArrayList<>();
    List<Annotation> truth = new ArrayList<>();
    for (int face = 0; face < dataSet.size(); face++) {
      images.add(dataSet.image(face));
      truth.add(dataSet.annotation(face));
    }
    String training =
        epochs.isEmpty()
            ? "%d folds, %.1f minutes together".formatted(folds, minutes)
            : "%d folds of %d epochs".formatted(folds, epochs.getFirst());
    for (int done = 0; done < seeds.size(); done++) {
      long seed = seeds.get(done);
      Planting planting = Planting.of(dataSet.schema(), truth, groups, PLANTED_SHARE, seed);
      measure(
          seed, planting, new TrainingFaces(dataSet.schema(), images, planting.labels(), groups));
      AuditReport page =
          new AuditReport(
              command(), training, seeds.subList(0, done + 1), ways, seconds, unplanted);
      System.out.println(page.tables());
      for (Path file : report) {
        Files.writeString(file, page.page());
      }
    }
    return 0;
  }

  private String command() {
    return "audit --data faces96/training.zip --seeds %s%s%s"
        .formatted(
            seeds.stream().map(String::valueOf).collect(Collectors.joining(",")),
            epochs.isEmpty() ? "" : " --epochs " + epochs.getFirst(),
            withoutModel ? " --without-baseline-model" : "");
  }

  private TrainingConfig config(long seed) {
    Duration time = Duration.ofMillis(Math.round(60_000 * minutes));
    TrainingConfig config = OutOfFoldModels.recipe(new AuditSettings(folds, time, seed));
    return epochs.isEmpty()
        ? config
        : config.withMaxEpochs(epochs.getFirst()).withMaxDuration(Duration.ofDays(1));
  }

  private void measure(long seed, Planting planting, TrainingFaces faces)
      throws IOException, TrainingException {
    PredictionCache.Made made = cached("out-of-fold-" + seed, () -> outOfFold(seed, faces));
    long start = System.nanoTime();
    Map<Planting.Point, Double> suspicions = audit(faces, made.predictions());
    seconds.add(made.seconds() + (System.nanoTime() - start) / 1e9);
    add("the audit", suspicions, planting);
    unplanted.add(suspicions, planting);
    add("distance from the mean shape", Baselines.meanShape(planting.labels()), planting);
    if (!withoutModel) {
      add(
          "error of a model that learned from the same labels",
          Baselines.error(
              planting.labels(),
              cached("same-labels-" + seed, () -> sameLabels(seed, faces)).predictions().stream()
                  .map(FacePrediction::straight)
                  .toList()),
          planting);
    }
    System.out.printf("seed %d: %s%n", seed, ways.get("the audit").getLast());
  }

  private void add(String way, Map<Planting.Point, Double> suspicions, Planting planting) {
    ways.computeIfAbsent(way, _ -> new ArrayList<>()).add(Scores.of(suspicions, planting));
  }

  /** Makes predictions. */
  private interface Making {
    List<FacePrediction> make() throws IOException, TrainingException;
  }

  private PredictionCache.Made cached(String name, Making making)
      throws IOException, TrainingException {
    Optional<Path> file = cache.stream().map(folder -> folder.resolve(name + ".csv")).findFirst();
    if (file.isPresent() && Files.exists(file.get())) {
      return PredictionCache.read(file.get());
    }
    long start = System.nanoTime();
    List<FacePrediction> predictions = making.make();
    var made = new PredictionCache.Made(predictions, (System.nanoTime() - start) / 1e9);
    if (file.isPresent()) {
      PredictionCache.write(file.get(), made);
    }
    return made;
  }

  private List<FacePrediction> outOfFold(long seed, TrainingFaces faces)
      throws IOException, TrainingException {
    return new OutOfFoldModels(new Dl4jTrainer(), new Dl4jPredictorLoader())
        .predict(faces, folds, config(seed), TaskContext.unattended());
  }

  private static Map<Planting.Point, Double> audit(
      TrainingFaces faces, List<FacePrediction> predictions) {
    List<AuditedFace> audited = new ArrayList<>();
    for (int face = 0; face < faces.size(); face++) {
      audited.add(
          new AuditedFace(
              faces.annotations().get(face),
              faces.images().get(face).size(),
              Optional.of(predictions.get(face)),
              faces.groups().get(face),
              ""));
    }
    Map<Planting.Point, Double> suspicions = new LinkedHashMap<>();
    new LabelRanking(faces.schema())
        .rank(audited, List.of(), TaskContext.unattended())
        .ranking()
        .forEach(s -> suspicions.put(new Planting.Point(s.face(), s.keypoint()), s.score()));
    return suspicions;
  }

  /** What a model says of the labels that it has learned from. */
  private List<FacePrediction> sameLabels(long seed, TrainingFaces faces)
      throws IOException, TrainingException {
    Path run = Files.createTempDirectory("audit-baseline").resolve("run");
    new Dl4jTrainer()
        .train(
            config(seed),
            faces,
            run,
            new TrainingListener() {},
            new TrainingControl(new CancelToken()));
    try (KeypointPredictor model =
        new FlipAveragingPredictor(new Dl4jPredictorLoader().load(run))) {
      return model.predict(faces.images(), TaskContext.unattended()).stream()
          .map(answer -> new FacePrediction(answer, answer))
          .toList();
    }
  }
}
