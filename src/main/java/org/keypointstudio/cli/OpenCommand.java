package org.keypointstudio.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(name = "open", description = "Open the window, with a data set if one is named.")
final class OpenCommand implements Callable<Integer> {
  private final WindowOpener window;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "training.csv, .csv.gz, training.zip, or a folder with a data set.")
  private @Nullable Path data;

  OpenCommand(WindowOpener window) {
    this.window = window;
  }

  @Override
  public Integer call() throws Exception {
    window.open(Optional.ofNullable(data));
    return CommandLine.ExitCode.OK;
  }
}
