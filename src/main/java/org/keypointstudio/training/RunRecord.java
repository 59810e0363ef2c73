package org.keypointstudio.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a finished run was and how it went: the content of {@code run.json} in its folder.
 *
 * @param formatVersion of the file, 1
 * @param config what the person chose
 * @param keypointNames of the schema it was trained on
 * @param imageWidth width of the network's input in pixels
 * @param imageHeight height of the network's input in pixels
 * @param faces number of faces in the snapshot
 * @param validationRows positions of the faces that only judged
 * @param labelsHash SHA-256 of the labels that were used, in hexadecimal
 * @param startedAt when training began
 * @param seconds how long it took
 * @param epochs what was measured after each epoch
 * @param bestEpoch the epoch whose weights were kept, counted from 1
 * @param bestValidationRmse its error on the validation faces, in pixels
 * @param outcome why training ended
 * @param parameters trainable weights of the network
 * @param notes sentences that the person who reads the result should know
 * @param versions of the program, the engine and the machine, by name
 */
public record RunRecord(
    int formatVersion,
    TrainingConfig config,
    List<String> keypointNames,
    int imageWidth,
    int imageHeight,
    int faces,
    List<Integer> validationRows,
    String labelsHash,
    Instant startedAt,
    double seconds,
    List<TrainingListener.Epoch> epochs,
    int bestEpoch,
    double bestValidationRmse,
    Outcome outcome,
    long parameters,
    List<String> notes,
    Map<String, String> versions) {
  /** The {@link #formatVersion} that this program writes. */
  public static final int FORMAT_VERSION = 1;

  /** Why a run ended with a model. */
  public enum Outcome {
    /** All epochs were done. */
    EPOCHS_DONE,
    /** The time was up. */
    TIME_UP,
    /** The person stopped it. */
    STOPPED,
    /** The validation error was no longer getting better. */
    PATIENCE_OVER,
    /** The loss was no longer a number; the best weights before that were kept. */
    DIVERGED
  }

  /** Copies the lists. */
  public RunRecord {
    keypointNames = List.copyOf(keypointNames);
    validationRows = List.copyOf(validationRows);
    epochs = List.copyOf(epochs);
    notes = List.copyOf(notes);
    versions = Map.copyOf(versions);
  }
}
