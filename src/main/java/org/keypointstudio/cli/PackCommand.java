package org.keypointstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.shipped.ModelPack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Packs a trained model for other people. */
@Command(
    name = "pack",
    description = "Write a small copy of a run for others: its best model and a card about it.",
    footer = {
      "",
      "Weights are written as 16-bit floats; checkpoints and the places of the trainer's files are"
          + " left out. The copy is a run folder like any other."
    })
final class PackCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--run", required = true, paramLabel = "RUN_DIR", description = "The run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write, called as the model is to be; it must not exist yet.")
  private Path out = Path.of("");

  @Option(
      names = "--data-about",
      required = true,
      paramLabel = "TEXT",
      description = "What the faces are that it learned from, and where they come from.")
  private String about = "";

  @Option(
      names = "--data-licence",
      required = true,
      paramLabel = "TEXT",
      description = "The licence of these data.")
  private String licence = "";

  @Option(
      names = "--limits",
      required = true,
      paramLabel = "TEXT",
      description = "What the model cannot be trusted with.")
  private String limits = "";

  PackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ModelPack.write(new RunFolder(run), out, new ModelPack.Card(about, licence, limits));
    console.out().println("The model is packed in " + out + ".");
    console.out().flush();
    return CommandLine.ExitCode.OK;
  }
}
