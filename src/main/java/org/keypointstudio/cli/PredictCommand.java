package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.CoordinateTable;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places the keypoints of all faces and writes them down. */
@Command(
    name = "predict",
    description =
        "Place the keypoints of all faces and write them as CSV: the model's coordinate columns,"
            + " one row a face, in the data's order.")
final class PredictCommand implements Callable<Integer> {
  private final DataSets store;
  private final PredictorLoader loader;
  private final Console console;

  @Mixin private ModelOnData input = new ModelOnData();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "The file to write.")
  private Path out = Path.of("");

  PredictCommand(DataSets store, PredictorLoader loader, Console console) {
    this.store = store;
    this.loader = loader;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    int faces = console.run(this::predict);
    console.out().printf("%,d rows are in %s.%n", faces, out);
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private int predict(TaskContext context) throws IOException {
    FaceDataSet faces = store.open(input.data(), context);
    if (Files.exists(out) && Files.isSameFile(out, faces.path())) {
      throw new DataSetException(
          out + " is the data set itself: name another file for the predictions.");
    }
    try (KeypointPredictor predictor = input.load(loader)) {
      List<Annotation> predictions =
          WholeSet.predict(predictor, faces.size(), faces::image, context);
      CoordinateTable.write(out, predictor.schema(), predictions);
      return predictions.size();
    }
  }
}
