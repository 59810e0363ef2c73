package org.keypointstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.generate.DataSetGenerator;
import org.keypointstudio.generate.GeneratorOptions;
import org.keypointstudio.generate.SampleData;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws faces. */
@Command(
    name = "generate",
    description =
        "Draw faces with their keypoints, in Kaggle's format; the same seed, the same file.")
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "" + GeneratorOptions.KAGGLE_ROWS,
      description = "How many faces; ${DEFAULT-VALUE} unless given, as in Kaggle's file.")
  private int rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What the faces are drawn from; ${DEFAULT-VALUE} unless given.")
  private long seed;

  @Option(names = "--force", description = "Replace a file that exists.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  /** What to write. */
  private static final class Target {
    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE.csv",
        description = "A training.csv with Kaggle's pattern of missing values.")
    private @Nullable Path file;

    @Option(
        names = "--sample-data",
        required = true,
        paramLabel = "DIR",
        description = "The folder of sample data that comes with the program.")
    private @Nullable Path folder;
  }

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = target.folder;
    Path file = target.file;
    if (folder != null) {
      requireFree(folder.resolve("training.csv"));
      console.run(
          context -> {
            SampleData.write(folder, context);
            return folder;
          });
      console.out().println("The sample data is in " + folder + ".");
    } else if (file != null) {
      requireFree(file);
      GeneratorOptions options = options();
      console.run(context -> DataSetGenerator.write(options, file, context));
      console.out().printf("%,d rows are in %s.%n", rows, file);
      console.out().flush();
    }
    return CommandLine.ExitCode.OK;
  }

  /** Somebody's labels must never give way to drawn faces by accident. */
  private void requireFree(Path file) throws IOException {
    if (!force && Files.exists(file)) {
      throw new DataSetException(
          file + " exists already: name another file, or add --force to replace it.");
    }
  }

  private GeneratorOptions options() {
    try {
      return GeneratorOptions.kaggle(rows, seed);
    } catch (IllegalArgumentException problem) {
      throw Usage.wrong(spec, problem);
    }
  }
}
