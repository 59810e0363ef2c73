package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.RunRecord.Outcome;
import org.keypointstudio.training.TrainingConfig;
import org.keypointstudio.training.TrainingControl;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.training.network.Architectures;
import org.keypointstudio.training.network.NetworkEngine;
import org.keypointstudio.training.network.NetworkSpec;
import org.keypointstudio.training.network.TargetScaling;
import org.keypointstudio.training.network.TrainableNetwork;
import org.keypointstudio.training.network.TrainedModel;
import org.keypointstudio.training.network.WeightInitialization;

/** Trains a network from a snapshot of faces to a model, in memory. */
public final class TrainingSession {
  private final NetworkEngine engine;
  private final TrainingConfig config;
  private final TrainingFaces faces;

  /** A session of one run. */
  public TrainingSession(NetworkEngine engine, TrainingConfig config, TrainingFaces faces) {
    this.engine = engine;
    this.config = config;
    this.faces = faces;
  }

  /**
   * Trains to the end.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws TrainingException if the faces do not suffice or the loss is no longer a number before
   *     the first epoch was judged
   */
  public TrainingResult run(TrainingListener listener, TrainingControl control)
      throws TrainingException {
    Split split =
        GroupSplitter.split(faces, config.validationShare(), config.seed(), control.cancelToken());
    TrainingRows rows =
        TrainingRows.of(faces, split.training(), config.rows(), Architectures.FRAME);
    EncodedFaces training = rows.faces();
    var validation = new EncodedFaces(faces, split.validation(), Architectures.FRAME);
    TargetScaling scaling = rows.scaling();
    NetworkSpec spec = Architectures.of(config.model(), faces.schema().size(), config.dropout());
    float[] weights = WeightInitialization.initialWeights(spec, config.seed());
    var feed = new BatchFeed(training, config.batchSize(), config.augmentation(), config.seed());
    var batch = new Batch(config.batchSize(), faces.schema(), Architectures.FRAME, scaling);
    control.cancelToken().throwIfCancelled();
    try (TrainableNetwork network =
        engine.trainable(spec, weights, config.optimizer(), config.seed())) {
      listener.onStart(
          new TrainingListener.Start(
              training.size(), validation.size(), feed.batchesPerEpoch(), spec.parameterCount()));
      var judge = new Validation(validation, batch, config.batchSize());
      var loop =
          new TrainingLoop(
              config,
              network,
              feed,
              batch,
              MaskedLoss.of(config.loss(), scaling.scale()),
              judge,
              listener,
              control,
              System::nanoTime);
      Outcome outcome = loop.run();
      return new TrainingResult(
          record(loop, split, spec, outcome, rows.notes()),
          new TrainedModel(spec, faces.schema(), scaling, loop.best().weights()));
    }
  }

  private RunRecord record(
      TrainingLoop loop, Split split, NetworkSpec spec, Outcome outcome, List<String> rowNotes) {
    return new RunRecord(
        RunRecord.FORMAT_VERSION,
        config,
        faces.schema().keypointNames(),
        spec.inputWidth(),
        spec.inputHeight(),
        faces.size(),
        split.validationRows(),
        Sha256.ofLabels(faces),
        loop.startedAt(),
        loop.elapsedSeconds(),
        loop.epochs(),
        loop.best().epoch(),
        loop.best().rmse(),
        outcome,
        spec.parameterCount(),
        notes(outcome, rowNotes),
        versions());
  }

  private List<String> notes(Outcome outcome, List<String> rowNotes) {
    List<String> notes = new ArrayList<>(rowNotes);
    List<String> unlabelled =
        IntStream.range(0, faces.schema().size())
            .filter(k -> faces.annotations().stream().noneMatch(face -> face.isPlaced(k)))
            .mapToObj(faces.schema()::displayName)
            .toList();
    if (!unlabelled.isEmpty()) {
      notes.add(
          "Nobody labelled "
              + String.join(", ", unlabelled)
              + ", so what the model says of it means nothing.");
    }
    long empty = faces.annotations().stream().filter(face -> face.placedCount() == 0).count();
    if (empty > 0) {
      notes.add("%d of %d faces carry no label and were left out.".formatted(empty, faces.size()));
    }
    if (outcome == Outcome.DIVERGED) {
      notes.add(
          "The loss was no longer a number, so training ended early with the best weights before that; try a learning rate lower than %s."
              .formatted(config.learningRate()));
    }
    return notes;
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("engine", engine.description());
    versions.put("java", Runtime.version().toString());
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
