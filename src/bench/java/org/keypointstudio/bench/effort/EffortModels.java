package org.keypointstudio.bench.effort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.backend.dl4j.Dl4jPredictorLoader;
import org.keypointstudio.backend.dl4j.Dl4jTrainer;
import org.keypointstudio.ghost.GhostSource;
import org.keypointstudio.ghost.ModelGhosts;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingListener;

/** Trains the models whose ghosts are used; a run that is there already is used again. */
final class EffortModels {
  private final EffortData data;
  private final Path runs;
  private final int epochs;

  EffortModels(EffortData data, Path runs, int epochs) {
    this.data = data;
    this.runs = runs;
    this.epochs = epochs;
  }

  /** The ghosts of a model that learned from these labels. */
  GhostSource ghosts(String name, List<Annotation> labels) throws IOException, TrainingException {
    Path folder = runs.resolve(name);
    RunFolder present = new RunFolder(folder);
    RunRecord run = present.exists() ? present.readRecord() : train(folder, labels);
    System.out.printf(
        "%s: %d epochs, %.0f s, validation RMSE %.2f px%n",
        name, run.epochs().size(), run.seconds(), run.bestValidationRmse());
    try (KeypointPredictor model =
        new FlipAveragingPredictor(new Dl4jPredictorLoader().load(folder))) {
      return new ModelGhosts(
          data.schema(),
          name,
          run.bestValidationRmse(),
          model.predict(data.images(), TaskContext.unattended()),
          labels,
          List.of());
    }
  }

  /** Begins a run, or goes on with one that broke off. */
  private RunRecord train(Path folder, List<Annotation> labels)
      throws IOException, TrainingException {
    Dl4jTrainer trainer = new Dl4jTrainer();
    TrainingListener nobody = new TrainingListener() {};
    TrainingControl control = new TrainingControl(new CancelToken());
    if (new RunFolder(folder).isResumable()) {
      return trainer.resume(folder, data.trainingFaces(labels), nobody, control);
    }
    TrainingConfig config = TrainingConfig.defaults(ModelKind.COMPACT).withMaxEpochs(epochs);
    return trainer.train(config, data.trainingFaces(labels), folder, nobody, control);
  }
}
