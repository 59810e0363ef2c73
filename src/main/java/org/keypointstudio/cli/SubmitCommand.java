package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.submission.ImageNumbers;
import org.keypointstudio.dataset.submission.LookupTable;
import org.keypointstudio.dataset.submission.Submission;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers Kaggle's lookup table. */
@Command(
    name = "submit",
    description =
        "Write a submission for Kaggle's Facial Keypoints Detection: RowId,Location in the lookup"
            + " table's order, each coordinate clipped to 0 … 96.",
    footer = {
      "",
      "Files may be plain, .gz or .zip. Predictions are the middle of the answers for the face and"
          + " for its mirror image unless --no-flip-averaging is given."
    })
final class SubmitCommand implements Callable<Integer> {
  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "RUN_DIR",
      description = "The run folder of a trained network.")
  private Path model = Path.of("");

  @Option(
      names = "--test",
      required = true,
      paramLabel = "FILE",
      description = "The images, with or without a column ImageId: Kaggle's test.csv.")
  private Path test = Path.of("");

  @Option(
      names = "--lookup",
      required = true,
      paramLabel = "FILE",
      description = "What is asked for: Kaggle's IdLookupTable.csv.")
  private Path lookup = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "The submission to write.")
  private Path out = Path.of("");

  @Option(
      names = "--no-flip-averaging",
      description = "Predict the faces as they are, without their mirror images: twice as fast.")
  private boolean withoutMirrorImages;

  SubmitCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  /** What was written. */
  private record Written(int rows, int faces, int clipped) {}

  @Override
  public Integer call() throws Exception {
    Written written = console.run(this::submit);
    console
        .out()
        .printf(
            "%,d rows for %,d images are in %s; %,d coordinates were clipped to 0 … 96.%n",
            written.rows(), written.faces(), out, written.clipped());
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private Written submit(TaskContext context) throws IOException {
    requireOwnFile(test);
    requireOwnFile(lookup);
    LookupTable wanted = LookupTable.read(lookup);
    ImageNumbers numbers = ImageNumbers.read(test);
    try (KeypointPredictor predictor = predictor()) {
      Submission submission =
          Submission.of(wanted, CsvSource.fileName(test), numbers, predictor.schema());
      FaceDataSet faces = store.open(test, context);
      if (faces.size() != numbers.size()) {
        throw new DataSetException(
            "%s has %,d images, but %,d lines name one: remove what does not belong to it."
                .formatted(test, faces.size(), numbers.size()));
      }
      List<Annotation> predictions =
          WholeSet.predict(predictor, faces.size(), faces::image, context);
      int clipped = submission.write(out, predictions);
      return new Written(submission.size(), faces.size(), clipped);
    }
  }

  private KeypointPredictor predictor() throws IOException {
    KeypointPredictor predictor = loader.load(model);
    return withoutMirrorImages ? predictor : new FlipAveragingPredictor(predictor);
  }

  private void requireOwnFile(Path input) throws IOException {
    if (Files.exists(out) && Files.exists(input) && Files.isSameFile(out, input)) {
      throw new DataSetException(
          out + " is one of the files that are read: name another file for the submission.");
    }
  }
}
