package org.keypointstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of commands that apply a trained network to a data set. */
final class ModelOnData {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "RUN_DIR",
      description = "The run folder of a trained network.")
  private Path model = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  Path model() {
    return model;
  }

  Path data() {
    return data;
  }
}
