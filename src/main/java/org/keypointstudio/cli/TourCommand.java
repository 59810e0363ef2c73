package org.keypointstudio.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the main job without a person. */
@Command(
    name = "tour",
    description =
        "Go through the main job without a person: look, correct, retrain, compare; write a PNG of"
            + " each stage. The data is not changed.")
final class TourCommand implements Callable<Integer> {
  /** Of which the fully connected network gets a third: the form of the window takes no less. */
  private static final Duration LEAST_TRAINING_TIME = Duration.ofSeconds(6);

  private final WindowOpener window;
  private final Console console;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures.")
  private Path out = Path.of("");

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "2",
      description =
          "Training time of the CNN; the fully connected network gets a third of it"
              + " (default: ${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--guide",
      description =
          "Also go through what only the user guide shows (finding faces, ghosts, an audit of one"
              + " minute, statistics), and make a moving picture of all"
              + " stages, tour.gif.")
  private boolean guide;

  TourCommand(WindowOpener window, Console console) {
    this.window = window;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Duration trainingTime = Duration.ofMillis(Math.round(minutes * 60_000));
    if (trainingTime.compareTo(LEAST_TRAINING_TIME) < 0) {
      throw new CommandLine.ParameterException(
          specification.commandLine(), "--minutes must be at least 0.1, but is " + minutes + ".");
    }
    window.tour(data, out, trainingTime, guide, console.out()::println);
    return CommandLine.ExitCode.OK;
  }
}
