package org.keypointstudio.project;

import java.util.Arrays;
import java.util.Optional;

/** The files of a run folder that {@link Checksums#FILE_NAME} vouches for. */
enum RunFile {
  /** A {@link org.keypointstudio.training.RunRecord}. */
  RECORD("run.json"),
  /** What was measured after each epoch, one line each. */
  METRICS("metrics.csv"),
  /** The network's layers, its keypoints and the scaling of its outputs. */
  MODEL("model.json"),
  /**
   * The weights of the best epoch: 32-bit floats, in a packed model 16-bit ones, the lowest byte
   * first, nothing else.
   */
  WEIGHTS("weights.bin");

  private final String fileName;

  RunFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  static Optional<RunFile> ofFileName(String name) {
    return Arrays.stream(values()).filter(file -> file.fileName.equals(name)).findFirst();
  }
}
