package org.keypointstudio.project.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.RunFolderWriter;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.network.TrainedModel;

/**
 * Makes a small run folder for other people of a run: the best model with 16-bit weights, what was
 * measured, and a card that says what it is. Checkpoints and places on the trainer's disk are left
 * out.
 */
public final class ModelPack {
  /** The file of the card. */
  public static final String CARD = "README.md";

  private ModelPack() {}

  /**
   * What no run can tell of its data.
   *
   * @param data what the faces are and where they come from
   * @param licence of the data
   * @param limits what the model cannot be trusted with
   */
  public record Card(String data, String licence, String limits) {}

  /**
   * Packs the model of a run.
   *
   * @param target a folder that must not exist yet; its name is the model's
   * @throws IOException with a sentence for the person if the run is not whole, or the folder
   *     cannot be written
   */
  public static void write(RunFolder run, Path target, Card card) throws IOException {
    TrainedModel model = run.readModel();
    RunRecord record = withoutPlaces(run.readRecord());
    try (RunFolderWriter writer = RunFolderWriter.begin(target)) {
      writer.commitPacked(record, model);
    }
    AtomicFile.replace(
        target.resolve(CARD),
        temporary ->
            Files.writeString(temporary, text(CsvSource.fileName(target), record, model, card)));
  }

  /** Where the trainer keeps files is nobody else's business. */
  private static RunRecord withoutPlaces(RunRecord run) {
    return new RunRecord(
        run.formatVersion(),
        run.config().withWarmStart(Optional.empty()),
        run.keypointNames(),
        run.imageWidth(),
        run.imageHeight(),
        run.faces(),
        run.validationRows(),
        run.labelsHash(),
        run.startedAt(),
        run.seconds(),
        run.epochs(),
        run.bestEpoch(),
        run.bestValidationRmse(),
        run.outcome(),
        run.parameters(),
        List.of(),
        run.versions());
  }

  private static String text(String name, RunRecord run, TrainedModel model, Card card) {
    return """
    # %s

    | | |
    |---|---|
    | network | `%s`, %,d weights, 16 bits each |
    | input | %d × %d grey pixels, to which a face of any size is stretched |
    | keypoints | %s: %s |
    | data | %s |
    | licence of the data | %s |
    | learned from | %,d faces in %.1f minutes; epoch %d of %d was kept |
    | judged by | %,d faces that it did not learn from |
    | error on these | RMSE %.2f pixels of the faces' own images |
    | limits | %s |

    `run.json` has all settings and the curves; `SHA256SUMS` vouches for the files.
    """
        .formatted(
            name,
            run.config().model().id(),
            run.parameters(),
            run.imageWidth(),
            run.imageHeight(),
            model.schema().name(),
            String.join(", ", model.schema().keypointNames()),
            card.data(),
            card.licence(),
            run.faces() - run.validationRows().size(),
            run.seconds() / 60,
            run.bestEpoch(),
            run.epochs().size(),
            run.validationRows().size(),
            run.bestValidationRmse(),
            card.limits());
  }
}
