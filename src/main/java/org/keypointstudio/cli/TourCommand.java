package org.keypointstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job without a person. */
@Command(
    name = "tour",
    description =
        "Go through the main job without a person: look, correct, retrain, compare; write a PNG of"
            + " each stage. The data is not changed.")
final class TourCommand implements Callable<Integer> {
  private final WindowOpener window;
  private final Console console;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures.")
  private Path out = Path.of("");

  TourCommand(WindowOpener window, Console console) {
    this.window = window;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    window.tour(data, out);
    console.out().println("The pictures of the tour are in " + out + ".");
    return CommandLine.ExitCode.OK;
  }
}
